/// An operator between two operands, as values and host objects see it.
///
/// `&&`, `||`, `??` and the range operators are no operators of values: the compiler knows them itself.
public enum BinaryOperator: UInt8, CaseIterable, Sendable {
    case add
    case subtract
    case multiply
    case divide
    case remainder
    case power
    case matrixProduct
    case less
    case lessOrEqual
    case greater
    case greaterOrEqual
    case equal
    case notEqual

    /// How the operator is written: `+`, `**`, `<=`.
    public var symbol: String {
        switch self {
        case .add: "+"
        case .subtract: "-"
        case .multiply: "*"
        case .divide: "/"
        case .remainder: "%"
        case .power: "**"
        case .matrixProduct: "@"
        case .less: "<"
        case .lessOrEqual: "<="
        case .greater: ">"
        case .greaterOrEqual: ">="
        case .equal: "=="
        case .notEqual: "!="
        }
    }

    /// What a message calls the operation: "addition", "matrix product".
    public var construct: String {
        switch self {
        case .add: "addition"
        case .subtract: "subtraction"
        case .multiply: "multiplication"
        case .divide: "division"
        case .remainder: "remainder"
        case .power: "power"
        case .matrixProduct: "matrix product"
        case .less, .lessOrEqual, .greater, .greaterOrEqual: "comparison"
        case .equal, .notEqual: "equality"
        }
    }

    /// Whether it is one of `<`, `<=`, `>` and `>=`.
    public var isOrdering: Bool {
        switch self {
        case .less, .lessOrEqual, .greater, .greaterOrEqual: true
        default: false
        }
    }
}

/// An operator before its operand.
public enum UnaryOperator: UInt8, CaseIterable, Sendable {
    case negate
    case not

    /// How the operator is written.
    public var symbol: String {
        switch self {
        case .negate: "-"
        case .not: "!"
        }
    }

    /// What a message calls the operation.
    public var construct: String {
        switch self {
        case .negate: "negation"
        case .not: "not"
        }
    }
}
