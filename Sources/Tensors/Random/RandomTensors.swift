import Text

extension RandomStream {
    /// A tensor of uniform numbers, `low` included and `high` not.
    public func uniform(_ shape: Shape, low: Float = 0, high: Float = 1) throws -> Tensor {
        if !(low <= high) || !(high - low).isFinite {
            throw Mistake(
                construct: "rand", problem: "there is no number in the range",
                note: "it goes from \(low) to below \(high)")
        }
        return try Tensor.building(shape) { try fillUniform($0, low: low, high: high) }
    }

    /// A tensor of normal numbers.
    public func normal(_ shape: Shape, mean: Float = 0, deviation: Float = 1) throws -> Tensor {
        if !(deviation >= 0) {
            throw Mistake(
                construct: "randn", problem: "a deviation must not be negative", note: "it is \(deviation)")
        }
        return try Tensor.building(shape) { try fillNormal($0, mean: mean, deviation: deviation) }
    }
}
