/// A node of the syntax tree that has a value.
///
/// Nodes are shared and never change; each knows its place in the source and how high the tree below it
/// is, which keeps every recursive walk within a bound (`Parser.heightLimit`).
final class Expression: Sendable {
    let kind: Kind
    let extent: SourceRange
    let height: Int32

    enum Kind: Sendable {
        case `nil`
        case bool(Bool)
        case int(Int)
        case double(Double)
        case string(String)
        /// `"loss \(total, digits: 3)"`
        case interpolation([StringPiece])
        case name(String)
        /// `$0`: a parameter of the innermost closure.
        case shorthand(Int)
        /// `_`: the last result.
        case lastResult
        case list([Expression])
        case dictionary([DictionaryEntry])
        /// Two elements or more, or none.
        case tuple([Expression])
        case closure(Closure)
        case call(CallExpression)
        /// `x.shape` without parentheses. `x.f(y)` is a call whose callee is such a member.
        case member(Expression, Identifier)
        /// `x[0, 1...]`
        case index(Expression, [IndexArgument])
        case unary(UnaryOperator, Expression)
        case binary(BinaryOperator, Expression, Expression)
        case and(Expression, Expression)
        case or(Expression, Expression)
        /// `left ?? right`
        case coalesce(Expression, Expression)
        /// `condition ? first : second`
        case conditional(Expression, Expression, Expression)
        /// `a..<b`, and `a...b` when closed.
        case range(Expression, Expression, isClosed: Bool)
    }

    init(_ kind: Kind, _ extent: SourceRange) {
        self.kind = kind
        self.extent = extent
        self.height = kind.heightOfChildren + 1
    }

    /// The same expression with its parentheses.
    func parenthesized(_ extent: SourceRange) -> Expression { Expression(kind, extent) }

    var isCall: Bool {
        if case .call = kind { true } else { false }
    }
}

/// A name where it stands.
struct Identifier: Sendable {
    let text: String
    let extent: SourceRange
}

/// A stretch of a string: text with its escapes resolved, or a value to be put in.
enum StringPiece: Sendable {
    case text(String)
    case value(Expression, options: [ArgumentExpression])
}

struct DictionaryEntry: Sendable {
    let key: Expression
    let value: Expression
}

struct CallExpression: Sendable {
    let callee: Expression
    let arguments: [ArgumentExpression]
    /// Whether the last argument is a closure written behind the parentheses.
    let hasTrailingClosure: Bool
}

/// A value of a call, with the label before it, if any.
struct ArgumentExpression: Sendable {
    let label: Identifier?
    let value: Expression
}

/// What stands between the brackets of an index, separated by commas.
struct IndexArgument: Sendable {
    let kind: Kind
    let extent: SourceRange

    enum Kind: Sendable {
        case value(Expression)
        /// `a..<b`, `a...b`, `a...`, `..<b`, `...b`
        case range(lower: Expression?, upper: Expression?, isClosed: Bool)
    }
}

extension Expression.Kind {
    fileprivate var heightOfChildren: Int32 {
        switch self {
        case .nil, .bool, .int, .double, .string, .name, .shorthand, .lastResult: 0
        case .interpolation(let pieces): pieces.reduce(0) { max($0, $1.height) }
        case .list(let elements), .tuple(let elements): elements.reduce(0) { max($0, $1.height) }
        case .dictionary(let entries): entries.reduce(0) { max($0, $1.key.height, $1.value.height) }
        case .closure(let closure): closure.body.height
        case .call(let call): call.arguments.reduce(call.callee.height) { max($0, $1.value.height) }
        case .member(let base, _): base.height
        case .index(let base, let arguments): arguments.reduce(base.height) { max($0, $1.height) }
        case .unary(_, let operand): operand.height
        case .binary(_, let left, let right), .and(let left, let right), .or(let left, let right),
            .coalesce(let left, let right), .range(let left, let right, _):
            max(left.height, right.height)
        case .conditional(let condition, let first, let second):
            max(condition.height, first.height, second.height)
        }
    }
}

extension StringPiece {
    fileprivate var height: Int32 {
        switch self {
        case .text: 0
        case .value(let value, let options): options.reduce(value.height) { max($0, $1.value.height) }
        }
    }
}

extension IndexArgument {
    fileprivate var height: Int32 {
        switch kind {
        case .value(let value): value.height
        case .range(let lower, let upper, _): max(lower?.height ?? 0, upper?.height ?? 0)
        }
    }
}
