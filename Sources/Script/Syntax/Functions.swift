/// `func clamp01(x, from low = 0, to high = 1) { max(low, min(high, x)) }`
struct FunctionDeclaration: Sendable {
    let name: Identifier
    let parameters: [ParameterDeclaration]
    /// The function gives the value of a body that is one expression (`Block.onlyExpression`).
    let body: Block
}

/// A parameter of a `func`.
struct ParameterDeclaration: Sendable {
    /// Its own label, by which alone it is then given; without one, by position or by its name.
    let label: Identifier?
    let name: Identifier
    let defaultValue: Expression?

    /// What a call writes before the colon.
    var argumentLabel: String { label?.text ?? name.text }
}

/// `{ x, y in … }`, or `{ $0 * $1 }`
struct Closure: Sendable {
    let parameters: Parameters
    /// The closure gives the value of a body that is one expression (`Block.onlyExpression`).
    let body: Block

    enum Parameters: Sendable {
        /// Before `in`; empty for `{ in … }` and for `{ … }` without any `$0`.
        case named([Pattern])
        /// As many as the highest `$n` asks for.
        case shorthand(count: Int)
    }
}
