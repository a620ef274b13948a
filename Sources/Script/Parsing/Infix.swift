/// An operator between two operands, and how tightly it binds.
struct Infix {
    let kind: Kind
    let precedence: Precedence
    var isRightAssociative = false

    enum Kind {
        case binary(BinaryOperator)
        case and
        case or
        case coalesce
        case range(isClosed: Bool)
    }

    init?(_ token: Token.Kind) {
        switch token {
        case .or: (kind, precedence) = (.or, .or)
        case .and: (kind, precedence) = (.and, .and)
        case .equal: (kind, precedence) = (.binary(.equal), .comparison)
        case .notEqual: (kind, precedence) = (.binary(.notEqual), .comparison)
        case .less: (kind, precedence) = (.binary(.less), .comparison)
        case .lessOrEqual: (kind, precedence) = (.binary(.lessOrEqual), .comparison)
        case .greater: (kind, precedence) = (.binary(.greater), .comparison)
        case .greaterOrEqual: (kind, precedence) = (.binary(.greaterOrEqual), .comparison)
        case .coalesce: (kind, precedence, isRightAssociative) = (.coalesce, .coalescing, true)
        case .halfOpenRange: (kind, precedence) = (.range(isClosed: false), .range)
        case .closedRange: (kind, precedence) = (.range(isClosed: true), .range)
        case .plus: (kind, precedence) = (.binary(.add), .sum)
        case .minus: (kind, precedence) = (.binary(.subtract), .sum)
        case .star: (kind, precedence) = (.binary(.multiply), .product)
        case .slash: (kind, precedence) = (.binary(.divide), .product)
        case .percent: (kind, precedence) = (.binary(.remainder), .product)
        case .at: (kind, precedence) = (.binary(.matrixProduct), .product)
        case .power: (kind, precedence, isRightAssociative) = (.binary(.power), .power, true)
        default: return nil
        }
    }

    /// The node of this operator over its operands.
    func applied(to left: Expression, _ right: Expression) -> Expression.Kind {
        switch kind {
        case .binary(let operation): .binary(operation, left, right)
        case .and: .and(left, right)
        case .or: .or(left, right)
        case .coalesce: .coalesce(left, right)
        case .range(let isClosed): .range(left, right, isClosed: isClosed)
        }
    }
}

/// How tightly an operator binds, from loose to tight.
enum Precedence: Int, Comparable {
    case conditional = 1
    case or
    case and
    case comparison
    case coalescing
    case range
    case sum
    case product
    case prefix
    case power

    /// The next tighter one.
    var next: Precedence { Precedence(rawValue: rawValue + 1) ?? .power }

    static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }
}
