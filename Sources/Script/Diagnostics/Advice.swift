/// What a host adds to the language's errors: the functions, members and labels of its own that help there.
///
/// The language finds what is wrong and says it in its own words. It names no function, kind or label of the host;
/// where one would help, it asks the advice that its interpreter was made with.
public protocol Advice: Sendable {
    /// What to say on this occasion, as the end of a note or in place of it; nil where the language's own words do.
    ///
    /// `{0}` and `{1}` stand for the source text of the operands, as in a `Mistake`.
    func words(on occasion: Occasion) -> String?

    /// The label of `function` that is meant by one of another library's: `lr` by `learningRate`.
    ///
    /// - Parameter known: The labels that the function has; nil where it is not known yet what is called.
    func label(for foreign: String, of function: String, among known: [String]?) -> String?

    /// Whether the host has a function of this name, so that `print x` lacks its parentheses.
    func isFunction(_ name: String) -> Bool
}

/// Where an error asks the host for advice.
public enum Occasion: Sendable, Hashable {
    // Names

    /// A name that nothing is bound to; `bound` are those that something is bound to.
    case unknownName(String, bound: Set<String>)
    /// A member that this kind of value does not have; `known` are those that may follow the dot.
    case unknownMember(String, kind: String, known: Set<String>)
    /// A label that the function does not have, and that means none of its labels.
    case unknownLabel(String, function: String)
    /// An argument that a call lacks, by its label.
    case missingArgument(String, function: String, hasNoArguments: Bool)
    /// More labels than a note can list: where they can be read of.
    case manyParameters(function: String)

    // Values of a kind

    /// A value that can neither be called nor indexed nor gone through: what is done with it.
    case use(kind: String)
    /// A value that is no tuple was to be taken apart.
    case unpacking(kind: String)
    /// The parts of this kind of value cannot be assigned, though it has some.
    case assignment(kind: String)
    /// An object stands where a Bool must.
    case condition(kind: String)
    /// Operands of these kinds do not fit the operator.
    case operands(BinaryOperator, left: String, right: String)
    /// What the host's operand of this operator is: a noun, to stand behind "needs".
    case operandNeeded(symbol: String)

    // What the language has no function for

    /// A fraction as a position.
    case fractionAsPosition
    /// A fraction as the bound of a range.
    case fractionAsBound
    /// Several positions in one index of a list.
    case severalPositions
    /// Several positions before `=`.
    case severalAssigned
    /// A value that is no string, where only a string fits.
    case textOfValue
    /// A list of numbers `{0}` is repeated by `* {1}`.
    case repeatedNumbers

    // Syntax of other languages

    /// A word or a sign of another language, such as `with` or `>>`.
    case foreignWord(String)
    /// `{0} // {1}`
    case flooredDivision
    /// `{1} in {0}`, or `not in` with `isNegated`.
    case membership(isNegated: Bool)
    /// `[f(x) for x in xs]`
    case comprehension
    /// `for i, x in enumerate({0})`: what goes through the elements with their numbers.
    case enumeration
    /// `xs[a:b:step]`
    case stepInIndex
    /// `a..<b..<step`
    case stepInRange
}

/// The language's own words: what it says about other languages' words, and nothing of any host.
public struct LanguageAdvice: Advice {
    /// The advice of an interpreter without a host.
    public init() {}

    /// What to say about a word of another language that stands as a name.
    public func words(on occasion: Occasion) -> String? {
        guard case .unknownName(let name, _) = occasion else { return nil }
        return Self.names[name]
    }

    /// None: the language knows no labels.
    public func label(for foreign: String, of function: String, among known: [String]?) -> String? { nil }

    /// None: the language has no functions.
    public func isFunction(_ name: String) -> Bool { false }

    private static let names = ForeignWord.table(ForeignWord.ofLanguages.filter { $0.role == .name })
}
