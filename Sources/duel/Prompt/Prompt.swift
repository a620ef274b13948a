import Budget
import Glibc
import Grading
import Notebook
import Tensors

/// The prompt in a terminal: lines in, cells out.
struct Prompt {
    let options: CommonOptions

    func run(opening lesson: Lesson? = nil) throws {
        let state = StateFolder.find()
        let conversation = options.conversation(commands: Self.commands, state: state)
        let screen = conversation.screen
        Interrupts.watch()

        let reader = InputReader(conversation: conversation, history: state.map(HistoryFile.init))
        if let lesson {
            try conversation.open(lesson)
        } else {
            screen.say("\(Greeting.text(conversation.curriculum, screen.appearance))")
        }
        runInitialScript(conversation)
        while !conversation.isOver, let input = reader.next() {
            screen.appearance = options.appearance
            Interruption.requested.store(false, ordering: .relaxed)
            conversation.answer(input)
        }
    }

    private static var commands: CommandTable {
        var table = CommandTable.standard
        table.add(.check, after: "skip")
        table.add(
            .hint { try MarkingBatch(lesson: $0).hints }, after: "check")
        table.add(.edit(with: EditorProgram.edit), after: "cells")
        return table
    }

    private func runInitialScript(_ conversation: Conversation) {
        guard let path = StateFolder.initialScript() else { return }
        do {
            let cell = conversation.session.run(
                CellSource(file: path, text: try TextFile.read(path)))
            conversation.show(cell)
        } catch {
            conversation.screen.say("\(error)")
        }
    }
}
