/// A text that a function of the host puts together. Steps are paid for what is written, and memory is asked for
/// before it is taken: there is no other way to a text whose length a script decides.
public struct TextWriter: ~Copyable {
    private let interpreter: Interpreter
    private var text = TextBuilder()

    init(_ interpreter: Interpreter) { self.interpreter = interpreter }

    /// The number of bytes so far.
    public var count: Int { text.count }

    /// Writes a text.
    public mutating func append(_ more: some StringProtocol) throws {
        let bytes = more.utf8.count
        try interpreter.reserveString(text.count + bytes)
        try interpreter.spend(bytes: bytes)
        text.append(String(more))
    }

    /// Writes a value as `print` or a prompt would.
    public mutating func append(_ value: Value, _ style: ValueFormat) throws {
        let slot = Slot(value)
        defer { slot.release() }
        try interpreter.write(slot, style, into: &text)
    }

    /// The text, which is done.
    public consuming func finished() throws -> String {
        try interpreter.checkMemory(text.count)
        return text.text
    }
}

extension Interpreter {
    /// The text that `body` writes.
    public func text(_ body: (inout TextWriter) throws -> Void) throws -> String {
        var writer = TextWriter(self)
        try body(&writer)
        return try writer.finished()
    }
}
