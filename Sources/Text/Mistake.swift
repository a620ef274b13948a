/// A learner's mistake, as data: the words around it (source line, caret, colors) are the renderer's.
///
/// Every room throws it: an operation on tensors, a reader of files, a figure's builder, a native of the language.
/// It knows nothing of the source; whoever knows the call puts the caret under the place it names.
///
/// In the problem and the note, `{0}` stands for the source text of the first argument (or the left operand), `{1}`
/// for the second, and so on.
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

    /// What was being done, in the field's words: "matrix product", "reshape"; empty when the caller knows it better
    /// ("call of mean").
    public var construct: String
    /// What is wrong, in half a sentence: "the inner sizes differ".
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

    /// A mistake about one argument or operand; about the expression as a whole if that is nil.
    public init(construct: String = "", problem: String, note: String = "", argument: Int?) {
        self.init(construct: construct, problem: problem, note: note)
        self.argument = argument
    }

    /// The argument or operand at fault, or nil when it is another place.
    public var argument: Int? {
        get { if case .argument(let index) = place { index } else { nil } }
        set { place = newValue.map { .argument($0) } ?? .whole }
    }
}

extension Mistake: CustomStringConvertible {
    /// The mistake in one line, with the place holders as they are.
    public var description: String {
        note.isEmpty ? "\(construct): \(problem)" : "\(construct): \(problem): \(note)"
    }
}

extension Mistake {
    /// The mistake of an operation whose first operand stands at another place among the arguments of the call.
    public func shifted(by distance: Int) -> Mistake {
        guard distance != 0 else { return self }
        var mistake = self
        mistake.note = replacingPlaceholders(in: note) { "{\($0 + distance)}" }
        if let argument { mistake.argument = argument + distance }
        return mistake
    }
}

/// Puts `text(i)` for every `{i}`; braces that hold anything else, and those it gives nil for, stay as they are.
public func replacingPlaceholders(in template: String, _ text: (Int) -> String?) -> String {
    guard template.contains("{") else { return template }
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
        result += rest[..<open]
        let inside = rest[rest.index(after: open)...]
        if let close = inside.firstIndex(of: "}"), let index = Int(inside[..<close]), let put = text(index) {
            result += put
            rest = inside[inside.index(after: close)...]
        } else {
            result += "{"
            rest = inside
        }
    }
    return result + rest
}
