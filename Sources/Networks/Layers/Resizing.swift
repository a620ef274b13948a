import Tensors

/// The largest number of each window: halves images, unless told otherwise.
public final class MaxPool2D: Layer {
    /// Its name as a script writes it.
    public let kind = "MaxPool2D"
    /// The window's side and its step.
    public let size: Int, stride: Int

    /// Makes the layer; the step is the window's side unless given.
    public init(_ size: Int = 2, stride: Int? = nil) throws {
        try checkSizes("MaxPool2D", ["size": size, "stride": stride ?? size])
        (self.size, self.stride) = (size, stride ?? size)
    }

    /// The call that makes it.
    public var signature: String { "MaxPool2D(\(size)\(stride == size ? "" : ", stride: \(stride)"))" }
    /// The shape of one sample of the output.
    public func outputShape(_ input: [Int?]?) -> [Int?]? { pooledShape(input, size, stride) }
    /// A layer of its own with the same values.
    public func copied() throws -> any Layer { try MaxPool2D(size, stride: stride) }
    /// The layer's output for a batch.
    public func callAsFunction(_ x: Tensor, _ pass: Pass) throws -> Tensor {
        try checkImages(self, x, channels: nil)
        return try maxPool2d(x, size: size, stride: stride)
    }
}

/// The mean of each window: halves images, unless told otherwise.
public final class AveragePool2D: Layer {
    /// Its name as a script writes it.
    public let kind = "AveragePool2D"
    /// The window's side and its step.
    public let size: Int, stride: Int

    /// Makes the layer; the step is the window's side unless given.
    public init(_ size: Int = 2, stride: Int? = nil) throws {
        try checkSizes("AveragePool2D", ["size": size, "stride": stride ?? size])
        (self.size, self.stride) = (size, stride ?? size)
    }

    /// The call that makes it.
    public var signature: String { "AveragePool2D(\(size)\(stride == size ? "" : ", stride: \(stride)"))" }
    /// The shape of one sample of the output.
    public func outputShape(_ input: [Int?]?) -> [Int?]? { pooledShape(input, size, stride) }
    /// A layer of its own with the same values.
    public func copied() throws -> any Layer { try AveragePool2D(size, stride: stride) }
    /// The layer's output for a batch.
    public func callAsFunction(_ x: Tensor, _ pass: Pass) throws -> Tensor {
        try checkImages(self, x, channels: nil)
        return try averagePool2d(x, size: size, stride: stride)
    }
}

/// Each pixel repeated: enlarges images by a whole factor.
public final class UpSample2D: Layer {
    /// Its name as a script writes it.
    public let kind = "UpSample2D"
    /// By how much each side grows.
    public let factor: Int

    /// Makes the layer.
    public init(_ factor: Int = 2) throws {
        try checkSizes("UpSample2D", ["factor": factor])
        self.factor = factor
    }

    /// The call that makes it.
    public var signature: String { "UpSample2D(\(factor))" }
    /// The shape of one sample of the output.
    public func outputShape(_ input: [Int?]?) -> [Int?]? {
        guard let input, input.count == 3 else { return input }
        return [input[0]] + input.dropFirst().map { $0.map { $0 * factor } }
    }
    /// A layer of its own with the same values.
    public func copied() throws -> any Layer { try UpSample2D(factor) }
    /// The layer's output for a batch.
    public func callAsFunction(_ x: Tensor, _ pass: Pass) throws -> Tensor {
        try checkImages(self, x, channels: nil)
        return try upsampleNearest2d(x, factor: factor)
    }
}

private func pooledShape(_ input: [Int?]?, _ size: Int, _ stride: Int) -> [Int?]? {
    guard let input, input.count == 3 else { return input }
    return [input[0]] + input.dropFirst().map { $0.map { ($0 - size) / stride + 1 } }
}
