import Notebook
import Text

/// Reads whole inputs at the prompt: as many lines as a cell needs, or a pasted block.
final class InputReader {
    private let conversation: Conversation
    private let history: HistoryFile?
    private let editor: LineEditor
    private let pending: PendingLines
    private var hasWarnedOfHistory = false

    /// A reader whose lines are remembered in `history`.
    init(conversation: Conversation, history: HistoryFile?) {
        self.conversation = conversation
        self.history = history
        let pending = PendingLines()
        self.pending = pending
        editor = LineEditor { line in conversation.completer.complete(pending.text + line) }
        for entry in history?.load() ?? [] { editor.remember(entry) }
    }

    /// The next input, or nil when the user leaves.
    func next() -> TypedInput? {
        conversation.screen.endLine()
        pending.text = ""
        while true {
            let isFirst = pending.text.isEmpty
            // Enter that was pressed while a cell ran would turn a lesson's pages unread, and Ctrl-D leave by surprise.
            if editor.collectTypedAhead(dropsBlankLines: isFirst) {
                conversation.screen.say("Ctrl-D was pressed before this prompt came; press it again to leave")
            }
            let prompt = Ink.prompt.paint(
                escaped(isFirst ? conversation.prompt : continuation, for: .line),
                conversation.screen.appearance.colors)
            let prefill = isFirst ? "" : Indentation.next(after: pending.text, step: LineEditor.indentation)
            switch editor.read(prompt: prompt.readlinePrompt, prefill: prefill) {
            case .interrupted:
                pending.text = ""
            case .end:
                conversation.screen.write("\n")
                guard pending.text.isEmpty else {
                    pending.text = ""
                    continue
                }
                return nil
            case .line(let line):
                conversation.screen.lineWasEnded()
                let text = pending.text + line
                let input = conversation.read(text)
                // An empty line ends a cell that would go on, so that nobody is caught in one.
                let isGivenUp = !isFirst && line.allSatisfy(\.isWhitespace) && pending.endsWithEmptyLine
                if input.isIncomplete, !isGivenUp {
                    pending.text = text + "\n"
                    continue
                }
                pending.text = ""
                remember(text)
                return input
            }
        }
    }

    private var continuation: String { spaces(displayWidth(conversation.prompt) - 2) + "· " }

    private func remember(_ text: String) {
        let entry = text.trimmingTrailingWhitespace
        guard !entry.isEmpty else { return }
        editor.remember(entry)
        do {
            try history?.append(entry)
        } catch {
            if !hasWarnedOfHistory { conversation.screen.say("what you type cannot be remembered: \(error)") }
            hasWarnedOfHistory = true
        }
    }
}

/// The lines of a cell that is not whole yet.
final class PendingLines {
    var text = ""

    /// Whether the last line is blank.
    var endsWithEmptyLine: Bool {
        text.dropLast().last { $0 == "\n" || !$0.isWhitespace } == "\n"
    }
}

extension String {
    fileprivate var trimmingTrailingWhitespace: String {
        var rest = self[...]
        while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
        return String(rest)
    }
}
