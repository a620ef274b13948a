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

    static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }
}
