import CKernels
import Text

// Moments and norms, written with operations; and what is asked of a tensor as it is, without a history.

extension Tensor {
    /// The sum of the squares of its elements, taken in double precision.
    public var sumOfSquares: Double {
        withExtendedLifetime(buffer) { Kernels.sumOfSquares(pointer, count: count) }
    }

    /// Whether no element is infinite or NaN.
    public var isFinite: Bool { withExtendedLifetime(buffer) { Kernels.allFinite(pointer, count: count) } }
}

/// The mean squared distance from the mean, over one axis or everything. `unbiased` divides by one less than
/// the number of elements.
public func variance(
    _ x: Tensor, axis: Int? = nil, unbiased: Bool = false, keepAxis: Bool = false
) throws -> Tensor {
    let terms = try terms(x, axis, unbiased, construct: "variance")
    let deviation = try x - mean(x, axis: axis, keepAxis: true)
    if !unbiased { return try mean(square(deviation), axis: axis, keepAxis: keepAxis) }
    return try sum(square(deviation), axis: axis, keepAxis: keepAxis) / Float(terms)
}

/// By how many a sum of squares is divided; at least 1.
private func terms(_ x: Tensor, _ axis: Int?, _ unbiased: Bool, construct: String) throws -> Int {
    let terms = try axis.map { x.shape[try x.shape.axis($0, construct: construct)] } ?? x.count
    if terms == 0 || unbiased && terms == 1 {
        throw Mistake(
            construct: construct, problem: "there are too few elements",
            note: "{0} is \(x.shape), which gives \(counted(terms, "element"))"
                + (terms == 1 ? "; an unbiased variance needs two" : ""), argument: 0)
    }
    return unbiased ? terms - 1 : terms
}

/// The square root of the variance: the length of what is left of x without its mean, by the root of the
/// number of elements. So it does not overflow where the squares would, and its gradient is the length's.
public func standardDeviation(
    _ x: Tensor, axis: Int? = nil, unbiased: Bool = false, keepAxis: Bool = false
) throws -> Tensor {
    let terms = try terms(x, axis, unbiased, construct: "standard deviation")
    let deviation = try x - mean(x, axis: axis, keepAxis: true)
    return try norm(deviation, axis: axis, keepAxis: keepAxis) / Float(terms).squareRoot()
}

extension Operations {
    /// The root is taken of a sum in double precision, which no float's square overflows.
    static let norm = Operation<Reducing>(
        "norm", "The length along axes: the root of the sum of squares.",
        example: "norm(tensor([[3, 4], [0, 2]]), axis: 1)",
        forward: .unary({ x, reducing in try reduce(.norm, x, reducing) }),
        rule: { step, reducing in
            // The length's slope is x / ‖x‖. It has none at 0, where 0 stands between all that it could be.
            let length = try repeated(step.output, step, reducing)
            let isZero = try equal(length, Tensor(0))
            let direction =
                try any(isZero)
                ? Tensors.where(isZero, Tensor(0), step[0] / Tensors.where(isZero, Tensor(1), length))
                : step[0] / length
            try step.pass(to: 0, repeated(step.cotangent, step, reducing) * direction)
        })
}

/// The Euclidean length √Σx² over one axis or everything. Its gradient at 0 is taken as 0.
public func norm(_ x: Tensor, axis: Int? = nil, keepAxis: Bool = false) throws -> Tensor {
    if x.rank == 0 && axis == nil { return try abs(x) }
    return try reduction(Operations.norm, x, axes(axis, of: x, "norm"), keepAxis)
}
