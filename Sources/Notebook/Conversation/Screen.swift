/// Where a conversation writes: it knows whether the last line was ended.
public final class Screen {
    private let send: (String) -> Void
    private(set) var isAtLineStart = true
    /// While true, nothing is shown.
    public var isMuted = false

    /// A screen that hands on what is written.
    public init(_ send: @escaping (String) -> Void) {
        self.send = send
    }

    /// Writes a text as it is.
    public func write(_ text: String) {
        guard !isMuted, !text.isEmpty else { return }
        send(text)
        isAtLineStart = text.utf8.last == UInt8(ascii: "\n")
    }

    /// Writes lines of their own.
    public func say(_ text: String) {
        endLine()
        write(text + "\n")
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
