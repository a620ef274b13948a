/// What all host objects of one sort have in common: a name, properties and methods.
public final class HostKind: Sendable {
    /// What messages call the kind: "Tensor", "network", "optimizer".
    public let name: String
    /// The kind in a sentence: "a network", "an optimizer", "data".
    public let phrase: String
    /// The members read without parentheses: `x.shape`.
    public let properties: [Property]
    /// The members called with parentheses, each with the object as its first parameter: `opt.step(g)`.
    public let methods: [NativeFunction]

    private let propertiesByName: [String: Property]
    private let methodsByName: [String: NativeObject]

    /// A kind with its members; of two with one name the first counts.
    ///
    /// - Parameter phrase: the kind in a sentence; nil: its name with an article.
    public init(
        name: String, phrase: String? = nil, properties: [Property] = [], methods: [NativeFunction] = []
    ) {
        self.name = name
        self.phrase = phrase ?? withArticle(name)
        self.properties = properties
        self.methods = methods
        propertiesByName = Dictionary(
            properties.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        methodsByName = Dictionary(
            methods.map { ($0.name, NativeObject($0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// The property of this name.
    public func property(_ name: String) -> Property? { propertiesByName[name] }

    /// The method of this name.
    public func method(_ name: String) -> NativeFunction? { methodsByName[name]?.function }

    /// The method of this name with what the machine has worked out about calling it.
    func preparedMethod(_ name: String) -> NativeObject? { methodsByName[name] }
}

/// A member that is read without parentheses.
public struct Property: Sendable {
    /// The member's name.
    public let name: String
    /// One sentence for help and completion.
    public let summary: String
    /// The member's value for an object of the kind.
    public let get: @Sendable (any HostObject, Interpreter) throws -> Value

    /// A property with its getter.
    public init(
        name: String, summary: String,
        get: @escaping @Sendable (any HostObject, Interpreter) throws -> Value
    ) {
        self.name = name
        self.summary = summary
        self.get = get
    }
}

/// "a figure", "an optimizer".
func withArticle(_ noun: String) -> String {
    guard let first = noun.lowercased().first else { return noun }
    return ("aeiou".contains(first) ? "an " : "a ") + noun
}
