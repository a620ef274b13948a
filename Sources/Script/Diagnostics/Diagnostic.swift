/// Something to say about a program: where, about which construct, what is wrong, and what was found.
///
/// Only data; the words around it are put by one renderer (`rendered`).
public struct Diagnostic: Error, Sendable {
    /// Whether the program can run nevertheless.
    public enum Severity: Sendable {
        /// It cannot.
        case error
        /// It can, but probably does not do what was meant.
        case warning
    }

    /// Whether it stops the program.
    public var severity: Severity
    /// The construct's name: "matrix product", "if", "call of mean".
    public var construct: String
    /// What is wrong with it, in half a sentence: "the inner sizes differ".
    public var problem: String
    /// What was found and what is needed, beside the caret. May be empty; may have several lines.
    public var note: String
    /// The smallest stretch of the source that is to blame.
    public var span: Span
    /// The calls that led there, the innermost first.
    public var trail: [CallSite]
    /// Names that were perhaps meant, the likeliest first.
    public var suggestions: [String]

    /// A diagnostic; an error unless told otherwise.
    public init(
        _ severity: Severity = .error, construct: String, problem: String, note: String = "", span: Span,
        trail: [CallSite] = [], suggestions: [String] = []
    ) {
        self.severity = severity
        self.construct = construct
        self.problem = problem
        self.note = note
        self.span = span
        self.trail = trail
        self.suggestions = suggestions
    }

    /// The note together with the names that were perhaps meant.
    public var fullNote: String {
        guard let question = didYouMean(suggestions) else { return note }
        return note.isEmpty ? question : "\(note); \(question)"
    }
}

/// A call that an error passed on its way out.
public struct CallSite: Sendable, Equatable {
    /// The function that was running: a name, or "a closure".
    public let function: String
    /// The call that started it.
    public let span: Span

    /// The function that was running, and the call that started it.
    public init(function: String, span: Span) {
        self.function = function
        self.span = span
    }
}
