/// What a native function or a value's operator throws when a script uses it wrongly.
///
/// It knows nothing of the source: the interpreter, which knows the call, makes a `Diagnostic` of it.
/// In the note, `{0}` stands for the source text of the first argument (or the left operand), `{1}` for
/// the second, and so on.
public struct Mistake: Error, Sendable, Equatable {
    /// What to underline.
    public enum Place: Sendable, Equatable {
        /// The whole call, index or operation.
        case whole
        /// One argument or operand, counted from 0.
        case argument(Int)
        /// What was called: the name before the parentheses.
        case callee
    }

    /// The construct's name; empty when the interpreter knows it better ("call of mean").
    public var construct: String
    /// What is wrong, in half a sentence.
    public var problem: String
    /// What was found and what is needed.
    public var note: String
    /// What to underline.
    public var place: Place
    /// Names that were perhaps meant, the likeliest first.
    public var suggestions: [String]

    /// A mistake about the whole expression unless `place` says otherwise.
    public init(
        construct: String = "", problem: String, note: String = "", place: Place = .whole,
        suggestions: [String] = []
    ) {
        self.construct = construct
        self.problem = problem
        self.note = note
        self.place = place
        self.suggestions = suggestions
    }

    /// The mistake where it happened.
    ///
    /// - Parameters:
    ///   - whole: the call or operation.
    ///   - callee: the name before the parentheses, where there is one.
    ///   - arguments: the source of each argument, in the order that the mistake counts them; nil for one
    ///     that was not written (a default).
    ///   - construct: what to call it when the mistake itself does not say.
    public func diagnostic(whole: Span, callee: Span?, arguments: [Span?], construct: String) -> Diagnostic {
        let span =
            switch place {
            case .whole: whole
            case .argument(let index): arguments.indices.contains(index) ? arguments[index] ?? whole : whole
            case .callee: callee ?? whole
            }
        let texts = arguments.map { $0.map { shortSource($0.text) } }
        return Diagnostic(
            construct: self.construct.isEmpty ? construct : self.construct,
            problem: fillPlaceholders(in: problem, with: texts),
            note: fillPlaceholders(in: note, with: texts),
            span: span, suggestions: suggestions)
    }
}

/// Puts `texts[i]` for every `{i}`; braces that hold anything else stay as they are.
func fillPlaceholders(in template: String, with texts: [String?]) -> String {
    guard template.contains("{") else { return template }
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
        result += rest[..<open]
        let inside = rest[rest.index(after: open)...]
        if let close = inside.firstIndex(of: "}"), let index = Int(inside[..<close]),
            texts.indices.contains(index)
        {
            result += texts[index] ?? "argument \(index + 1)"
            rest = inside[inside.index(after: close)...]
        } else {
            result += "{"
            rest = inside
        }
    }
    return result + rest
}

/// Source text on one line and of bounded length, for use inside a sentence.
func shortSource(_ text: String, limit: Int = 40) -> String {
    let words = text.split { $0.isWhitespace }.joined(separator: " ")
    guard words.count > limit else { return words }
    let tail = limit / 4
    return "\(words.prefix(limit - tail - 1))…\(words.suffix(tail))"
}
