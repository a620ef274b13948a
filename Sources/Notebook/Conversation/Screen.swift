import Text

/// Where a conversation writes, and what can be shown there. It knows whether the last line was ended.
public final class Screen {
    /// What the terminal can show; it may change when its window does.
    public var appearance: Appearance
    /// While true, nothing is shown.
    public var isMuted = false

    private let send: (TerminalText) -> Void
    private(set) var isAtLineStart = true

    /// A screen that hands on what is written.
    public init(_ appearance: Appearance = Appearance(), _ send: @escaping (TerminalText) -> Void) {
        self.appearance = appearance
        self.send = send
    }

    /// Writes a text.
    public func write(_ text: TerminalText) {
        guard !isMuted, !text.isEmpty else { return }
        send(text)
        isAtLineStart = text.endsLine
    }

    /// Writes what a cell printed. Whole lines that are too wide for the window break between words.
    func write(printed text: String) {
        let isWhole = isAtLineStart && text.last == "\n"
        let shown = escaped(text, for: .terminal)
        write(TerminalText(isWhole ? unbrokenWords(shown, width: appearance.width) : shown))
    }

    /// Writes lines of their own.
    public func say(_ text: TerminalText) {
        endLine()
        write("\(text)\n")
    }

    /// Writes sentences, whose lines break between words.
    func say(sentences text: String) {
        say(TerminalText(reflowed(text, width: appearance.width)))
    }

    /// Ends a line that was begun.
    public func endLine() {
        if !isAtLineStart { write("\n") }
    }

    /// Says that something else has begun a new line: the prompt, once Enter was pressed.
    public func lineWasEnded() {
        isAtLineStart = true
    }
}
