import Tensors

/// Normalizes the features of each row by themselves: Ba, Kiros and Hinton, "Layer Normalization" (2016). The same
/// in training and evaluation.
public final class LayerNorm: Layer {
    /// Its name as a script writes it.
    public let kind = "LayerNorm"
    /// How many features a row has.
    public let features: Int
    /// Added to the variance, so that a constant row does not divide by zero.
    public let epsilon: Float
    /// The factor and the summand of each feature.
    public let scale: Parameter, shift: Parameter

    /// Makes a layer that scales by 1 and shifts by 0.
    public init(_ features: Int, epsilon: Float = 1e-5) throws {
        try checkSizes("LayerNorm", ["features": features])
        self.features = features
        self.epsilon = epsilon
        scale = Parameter(try constantRow(1, features), name: "LayerNorm scale")
        shift = Parameter(try constantRow(0, features), name: "LayerNorm shift")
    }

    private init(copying other: LayerNorm) throws {
        (features, epsilon) = (other.features, other.epsilon)
        scale = try other.scale.copied()
        shift = try other.shift.copied()
    }

    /// The call that makes it.
    public var signature: String { "LayerNorm(\(features))" }
    /// The parameters that are its own.
    public var ownParameters: [OwnParameter] {
        [
            OwnParameter(role: "weight", word: "scale", parameter: scale),
            OwnParameter(role: "bias", word: "shift", parameter: shift),
        ]
    }
    /// A layer of its own with the same values.
    public func copied() throws -> any Layer { try LayerNorm(copying: self) }

    /// The layer's output for a batch.
    public func callAsFunction(_ x: Tensor, _ pass: Pass) throws -> Tensor {
        guard x.rank >= 2, x.shape[x.rank - 1] == features else {
            throw inputError(
                self, x, "the input has the wrong number of features",
                "\(signature) normalizes the last axis, which must be \(features)")
        }
        return try layerNorm(x, scale: pass.tensor(scale), shift: pass.tensor(shift), epsilon: epsilon)
    }
}

/// Normalizes each channel of each image by itself: Ulyanov et al., "Instance Normalization" (2016). It learns
/// nothing.
public final class InstanceNorm: Layer {
    /// Its name as a script writes it.
    public let kind = "InstanceNorm"
    /// The call that makes it.
    public let signature = "InstanceNorm()"
    /// Added to the variance, so that a constant channel does not divide by zero.
    public let epsilon: Float

    /// Makes the layer.
    public init(epsilon: Float = 1e-5) { self.epsilon = epsilon }

    /// A layer of its own with the same values.
    public func copied() -> any Layer { InstanceNorm(epsilon: epsilon) }

    /// The layer's output for a batch.
    public func callAsFunction(_ x: Tensor, _ pass: Pass) throws -> Tensor {
        try checkImages(self, x, channels: nil)
        return try instanceNorm2d(x, epsilon: epsilon)
    }
}
