import CKernels

// Comparisons give masks of 0 and 1. They are steps, so no gradient goes through them and they are never
// recorded.

/// 1 where a < b.
public func less(_ a: Tensor, _ b: Tensor) throws -> Tensor { try compare(.less, a, b) }

/// 1 where a <= b.
public func lessEqual(_ a: Tensor, _ b: Tensor) throws -> Tensor { try compare(.lessEqual, a, b) }

/// 1 where a > b.
public func greater(_ a: Tensor, _ b: Tensor) throws -> Tensor { try compare(.greater, a, b) }

/// 1 where a >= b.
public func greaterEqual(_ a: Tensor, _ b: Tensor) throws -> Tensor { try compare(.greaterEqual, a, b) }

/// 1 where a and b are the same number; NaN equals nothing.
public func equal(_ a: Tensor, _ b: Tensor) throws -> Tensor { try compare(.equal, a, b) }

/// 1 where a and b are not the same number.
public func notEqual(_ a: Tensor, _ b: Tensor) throws -> Tensor { try compare(.notEqual, a, b) }

private func compare(_ kernel: BinaryKernel, _ a: Tensor, _ b: Tensor) throws -> Tensor {
    try Elementwise.binary(kernel, a, b, construct: "comparison")
}

/// 1 where x is 0, and 0 elsewhere.
public func not(_ x: Tensor) throws -> Tensor { try Elementwise.unary(.not, x) }

/// 1 where x is not a number.
public func isnan(_ x: Tensor) throws -> Tensor { try Elementwise.unary(.isNaN, x) }

/// 1 where x is a finite number.
public func isfinite(_ x: Tensor) throws -> Tensor { try Elementwise.unary(.isFinite, x) }

/// -1, 0 or 1: the sign of each element.
public func sign(_ x: Tensor) throws -> Tensor { try Elementwise.unary(.sign, x) }

/// The greatest whole number not above each element.
public func floor(_ x: Tensor) throws -> Tensor { try Elementwise.unary(.floor, x) }

/// The least whole number not below each element.
public func ceil(_ x: Tensor) throws -> Tensor { try Elementwise.unary(.ceiling, x) }

/// The nearest whole number, halves to the even one.
public func round(_ x: Tensor) throws -> Tensor { try Elementwise.unary(.round, x) }

/// Whether any element is not 0.
public func any(_ x: Tensor) -> Bool { x.withFloats { $0.contains { $0 != 0 } } }

/// Whether every element is not 0.
public func all(_ x: Tensor) -> Bool { x.withFloats { !$0.contains { $0 == 0 } } }

/// Whether |a - b| <= absolute + relative · |b|: the one meaning that "near" has. An infinity is close to itself
/// only, whatever the tolerance, and NaN is close to nothing.
public func areClose(_ a: Double, _ b: Double, relative: Double = 0, absolute: Double) -> Bool {
    if a == b { return true }
    return a.isFinite && b.isFinite && (a - b).magnitude <= absolute + relative * b.magnitude
}

/// Whether the elements are close everywhere, with broadcasting.
public func allClose(
    _ a: Tensor, _ b: Tensor, relative: Float = 1e-5, absolute: Float = 1e-8
) throws -> Bool {
    try withoutGradients {
        let shape = try Shape.broadcast(a.shape, b.shape, construct: "allClose")
        let (a, b) = try (broadcast(a, to: shape), broadcast(b, to: shape))
        return a.withFloats { a in
            b.withFloats { b in
                zip(a, b).allSatisfy {
                    areClose(
                        Double($0), Double($1), relative: Double(relative), absolute: Double(absolute))
                }
            }
        }
    }
}
