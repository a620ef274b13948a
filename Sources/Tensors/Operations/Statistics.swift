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
    try variance(x, axis, unbiased, keepAxis, construct: "variance")
}

private func variance(
    _ x: Tensor, _ axis: Int?, _ unbiased: Bool, _ keepAxis: Bool, construct: String
) throws -> Tensor {
    let terms = try axis.map { x.shape[try x.shape.axis($0, construct: construct)] } ?? x.count
    if terms == 0 || unbiased && terms == 1 {
        throw Mistake(
            construct: construct, problem: "there are too few elements",
            note: "{0} is \(x.shape), which gives \(counted(terms, "element"))"
                + (terms == 1 ? "; an unbiased variance needs two" : ""), argument: 0)
    }
    let deviation = try x - mean(x, axis: axis, keepAxis: true)
    if !unbiased { return try mean(square(deviation), axis: axis, keepAxis: keepAxis) }
    return try sum(square(deviation), axis: axis, keepAxis: keepAxis) / Float(terms - 1)
}

/// The square root of the variance.
public func standardDeviation(
    _ x: Tensor, axis: Int? = nil, unbiased: Bool = false, keepAxis: Bool = false
) throws -> Tensor {
    try sqrt(variance(x, axis, unbiased, keepAxis, construct: "standard deviation"))
}

/// The Euclidean length √Σx² over one axis or everything. Its gradient at 0 is taken as 0.
public func norm(_ x: Tensor, axis: Int? = nil, keepAxis: Bool = false) throws -> Tensor {
    let squares = try sum(square(x), axis: axis, keepAxis: keepAxis)
    if !squares.isRecorded { return try sqrt(squares) }
    // The root's slope at 0 is infinite; where the sum is 0 a constant 0 takes its place.
    let isZero = try equal(squares, Tensor(0))
    if !any(isZero) { return try sqrt(squares) }
    return try `where`(isZero, Tensor(0), sqrt(`where`(isZero, Tensor(1), squares)))
}
