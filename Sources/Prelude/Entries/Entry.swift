import Script

/// One name of the prelude: all that is known of it, in one place. It is a function, or a member of a kind of values.
///
/// The checking of arguments, the words of errors, `?help`, completion and the reference come from here.
public struct Entry: Sendable {
    /// The name scripts call it by.
    public let name: String
    /// Where it stands: under a topic, or among the members of a kind.
    public let section: Section
    /// One sentence.
    public let summary: String
    /// What more there is to say: formulas, shapes, papers. May be empty.
    public let text: String
    /// What stands between the parentheses, in order; of a method without the value before the dot.
    public let parameters: [EntryParameter]
    /// What it gives.
    public let result: ResultKind
    /// A script that shows it at work.
    public let example: String
    /// What the example prints.
    public let prints: Printed
    /// Mistakes that are errors, one a line.
    public let raises: [String]
    /// Names of functions to read about next.
    public let seeAlso: [String]
    /// How the interpreter comes by it.
    let form: Form

    /// How the interpreter comes by what an entry is about.
    enum Form: Sendable {
        /// It is called by its name.
        case function(NativeFunction)
        /// It is called behind a dot, with the value before the dot as its first argument.
        case method(NativeFunction)
        /// It is read behind a dot.
        case property(Property)
        /// The language brings it: a member of a list or a text that is called, or one that is read.
        case builtin(isCalled: Bool)
    }

    /// The kind whose member it is, such as an optimizer for `opt.step(g)`; nil for a function of its own.
    public var owner: ValueKind? {
        if case .members(let kind) = section { kind } else { nil }
    }

    /// The function as the interpreter calls it, if it is one.
    var native: NativeFunction? {
        switch form {
        case .function(let native), .method(let native): native
        case .property, .builtin: nil
        }
    }

    /// Whether parentheses stand behind its name.
    var isCalled: Bool {
        switch form {
        case .function, .method, .builtin(isCalled: true): true
        case .property, .builtin(isCalled: false): false
        }
    }

    /// Every parameter with what it means, or with what it takes where its name says the rest; none where all names do.
    var explainedParameters: [(name: String, meaning: String)] {
        guard parameters.contains(where: { !$0.summary.isEmpty }) else { return [] }
        return parameters.map { ($0.name, $0.summary.isEmpty ? $0.type : $0.summary) }
    }

    /// As headings write it: "train", "optimizer.step".
    public var title: String { owner.map { "\($0.name).\(name)" } ?? name }

    /// The call with its parameters and what it gives: "sum(x: Tensor, axis: Int = nil) -> Tensor".
    public var signature: String {
        let taken = isCalled ? "(\(parameters.map(\.text).joined(separator: ", ")))" : ""
        return title + taken + (result == .nothing ? "" : " -> \(result.text)")
    }
}

/// A heading of the reference, under which entries stand.
public enum Section: Sendable, Hashable {
    /// What functions are about.
    case topic(Topic)
    /// The members of a kind of values.
    case members(of: ValueKind)

    /// All sections, in the order of the reference.
    public static let all = Topic.allCases.map(Section.topic) + ValueKind.allCases.map(Section.members)

    /// The heading.
    public var title: String {
        switch self {
        case .topic(let topic): topic.title
        case .members(let kind): kind.name
        }
    }
}

/// What an example prints.
public enum Printed: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// Just this, and a line's end.
    case text(String)
    /// What no page should repeat: why, as in "a figure of 80 columns". A test of its own looks at it.
    case described(String)

    /// Just this.
    public init(stringLiteral text: String) { self = .text(text) }
}
