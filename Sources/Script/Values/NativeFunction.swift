/// A function of the language whose body is written in Swift.
public struct NativeFunction: Sendable {
    /// The name scripts call it by.
    public let name: String
    /// The parameters in order. At most one is variadic.
    public let parameters: [NativeParameter]
    /// Whether `x.name(…)` may mean `name(x, …)` for this x.
    public let firstAccepts: @Sendable (Value) -> Bool
    /// What it does. Throws a `Mistake` for what the script's author got wrong.
    public let body: @Sendable (Arguments) throws -> Value

    /// A native function; unless told otherwise its first parameter takes any value.
    public init(
        name: String, parameters: [NativeParameter],
        firstAccepts: @escaping @Sendable (Value) -> Bool = { _ in true },
        body: @escaping @Sendable (Arguments) throws -> Value
    ) {
        self.name = name
        self.parameters = parameters
        self.firstAccepts = firstAccepts
        self.body = body
    }
}

/// One parameter of a native function.
public struct NativeParameter: Sendable, Hashable {
    /// The label it may be given by.
    public let name: String
    /// Whether it can be given by its label only.
    public let isLabelOnly: Bool
    /// Whether it takes every argument without a label that is left: `Arguments.rest`.
    public let isVariadic: Bool
    /// Whether it may be left out; the body then finds nil and takes its default.
    public let isOptional: Bool

    /// A parameter; unless told otherwise it takes a position and must be given.
    public init(
        _ name: String, isLabelOnly: Bool = false, isVariadic: Bool = false, isOptional: Bool = false
    ) {
        self.name = name
        self.isLabelOnly = isLabelOnly
        self.isVariadic = isVariadic
        self.isOptional = isOptional
    }
}
