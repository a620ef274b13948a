extension RandomStream {
    /// A tensor of uniform numbers, `low` included and `high` not.
    public func uniform(_ shape: Shape, low: Float = 0, high: Float = 1) throws -> Tensor {
        try Tensor.building(shape) { fillUniform($0, low: low, high: high) }
    }

    /// A tensor of normal numbers.
    public func normal(_ shape: Shape, mean: Float = 0, deviation: Float = 1) throws -> Tensor {
        try Tensor.building(shape) { fillNormal($0, mean: mean, deviation: deviation) }
    }
}
