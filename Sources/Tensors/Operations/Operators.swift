extension Tensor {
    /// a + b, with broadcasting.
    public static func + (a: Tensor, b: Tensor) throws -> Tensor { try add(a, b) }

    /// a - b, with broadcasting.
    public static func - (a: Tensor, b: Tensor) throws -> Tensor { try subtract(a, b) }

    /// a · b, element by element, with broadcasting.
    public static func * (a: Tensor, b: Tensor) throws -> Tensor { try multiply(a, b) }

    /// a / b, element by element, with broadcasting.
    public static func / (a: Tensor, b: Tensor) throws -> Tensor { try divide(a, b) }

    /// -x.
    public static prefix func - (x: Tensor) throws -> Tensor { try negate(x) }

    /// x + c.
    public static func + (x: Tensor, c: Float) throws -> Tensor { try add(x, Tensor(c)) }

    /// x - c.
    public static func - (x: Tensor, c: Float) throws -> Tensor { try subtract(x, Tensor(c)) }

    /// x · c.
    public static func * (x: Tensor, c: Float) throws -> Tensor { try multiply(x, Tensor(c)) }

    /// x / c.
    public static func / (x: Tensor, c: Float) throws -> Tensor { try divide(x, Tensor(c)) }

    /// c + x.
    public static func + (c: Float, x: Tensor) throws -> Tensor { try add(Tensor(c), x) }

    /// c - x.
    public static func - (c: Float, x: Tensor) throws -> Tensor { try subtract(Tensor(c), x) }

    /// c · x.
    public static func * (c: Float, x: Tensor) throws -> Tensor { try multiply(Tensor(c), x) }

    /// c / x.
    public static func / (c: Float, x: Tensor) throws -> Tensor { try divide(Tensor(c), x) }
}
