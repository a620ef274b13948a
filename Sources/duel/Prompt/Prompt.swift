import Glibc
import Grading
import Notebook
import Tensors

/// The prompt in a terminal: lines in, cells out.
struct Prompt {
    let options: CommonOptions

    func run(opening lesson: Lesson? = nil) throws {
        let state = StateFolder.find()
        let conversation = Engines.conversation(options: options, commands: Self.commands, state: state)
        let screen = conversation.screen
        conversation.edit = EditorProgram.edit
        conversation.exerciseHints = { try Batch(checksFile: $0.checks, home: Home.find()?.folder).hints }
        Interrupts.watch()

        let reader = CellReader(conversation: conversation, history: state.map(HistoryFile.init))
        if let lesson {
            try conversation.open(lesson)
        } else {
            screen.say(Greeting.text(conversation.curriculum, conversation.appearance))
        }
        runInitialScript(conversation)
        while let input = reader.next() {
            conversation.appearance = options.appearance
            Interruption.requested.store(false, ordering: .relaxed)
            if conversation.handle(input) == .leave { break }
        }
    }

    private static var commands: CommandTable {
        var table = CommandTable.standard
        table.add(.check, after: "skip")
        return table
    }

    private func runInitialScript(_ conversation: Conversation) {
        guard let path = StateFolder.initialScript() else { return }
        do {
            let cell = conversation.session.run(try TextFile.read(path), name: path)
            conversation.show(cell)
        } catch {
            conversation.screen.say("\(error)")
        }
    }
}
