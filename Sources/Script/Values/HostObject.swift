/// An object of the host program that scripts can hold: a tensor, a network, a figure.
///
/// Every member but `kind` has an implementation that declines. A member that declines (gives nil) lets
/// the interpreter report that this kind of value cannot do that; one that can, but not with these operands,
/// throws a `Mistake` that says why.
public protocol HostObject: AnyObject {
    /// The name and the members of this object's kind, one object for all values of the kind.
    var kind: HostKind { get }

    /// The object in a sentence: "a tensor of shape [2, 3]".
    var phrase: String { get }

    /// What `print` writes, what a prompt shows, what stands inside a list's text.
    func text(_ style: ValueFormat) -> String

    /// The operation with another value on the right, or on the left if `selfIsLeft` is false.
    func binary(
        _ operation: BinaryOperator, _ other: Value, selfIsLeft: Bool, _ interpreter: Interpreter
    ) throws -> Value?

    /// The operation on this object alone.
    func unary(_ operation: UnaryOperator) throws -> Value?

    /// The element or part at `x[items]`.
    func subscripted(_ items: [IndexItem]) throws -> Value?

    /// What a `for` goes through, and what `map` and `List(x)` take.
    func elements(_ interpreter: Interpreter) throws -> ListValue?

    /// The object called as a function: `G(z)`.
    func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws -> Value?

    /// A member that only this object has, beside those of its kind: a name that a session bound.
    func member(_ name: String, _ interpreter: Interpreter) throws -> Value?

    /// The names of the members that only this object has, for completion and near names.
    var memberNames: [String] { get }

    /// Whether `self == other`; nil means: only if they are the same object.
    func isEqual(to other: Value) throws -> Bool?

    /// The number this object counts as wherever one is wanted: of a tensor without axes.
    var number: Double? { get }
}

extension HostObject {
    /// The kind's name with an article.
    public var phrase: String { kind.phrase }

    /// The kind's name.
    public func text(_ style: ValueFormat) -> String { kind.name }

    /// Declines.
    public func binary(
        _ operation: BinaryOperator, _ other: Value, selfIsLeft: Bool, _ interpreter: Interpreter
    ) throws -> Value? { nil }

    /// Declines.
    public func unary(_ operation: UnaryOperator) throws -> Value? { nil }

    /// Declines.
    public func subscripted(_ items: [IndexItem]) throws -> Value? { nil }

    /// Declines.
    public func elements(_ interpreter: Interpreter) throws -> ListValue? { nil }

    /// Declines.
    public func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws -> Value? { nil }

    /// Declines.
    public func member(_ name: String, _ interpreter: Interpreter) throws -> Value? { nil }

    /// None.
    public var memberNames: [String] { [] }

    /// Declines, which leaves identity.
    public func isEqual(to other: Value) throws -> Bool? { nil }

    /// None.
    public var number: Double? { nil }
}

/// For whom a value is written out.
public enum ValueFormat: Sendable {
    /// `print` and `\( )` in a string: a string as it is.
    case print
    /// A cell's result at the prompt: a string in quotes.
    case result
    /// Inside a list, tuple or dictionary: on one line.
    case nested
}
