/// A source that was read without an error: what the interpreter runs.
public struct Program: Sendable {
    /// The text that it was read from.
    public let source: SourceFile
    let statements: [Statement]

    /// Whether there is nothing to run: an empty text, or comments alone.
    public var isEmpty: Bool { statements.isEmpty }

    /// The span of each statement, in order.
    public var statementSpans: [Span] { statements.map { source.span($0.extent) } }
}

/// What came of reading a source.
public struct Parsed: Sendable {
    /// The statements that could be read; only to be run when there are no errors.
    public let program: Program
    /// What there is to say, in the order of the text. Errors and warnings.
    public let diagnostics: [Diagnostic]
    /// Whether the text only breaks off: more lines could make it whole. A prompt then asks for them.
    public let isIncomplete: Bool

    /// The first error, if any.
    public var firstError: Diagnostic? { diagnostics.first { $0.severity == .error } }

    /// What does not stop the program from running.
    public var warnings: [Diagnostic] { diagnostics.filter { $0.severity == .warning } }
}
