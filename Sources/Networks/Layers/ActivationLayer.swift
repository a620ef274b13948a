import Tensors

/// An activation as a layer, so that it can stand in ``Sequential``.
public final class ActivationLayer: ElementwiseLayer {
    /// The function.
    public let activation: Activation

    /// Makes a layer of a function.
    public init(_ activation: Activation) { self.activation = activation }

    /// Its name as a script writes it.
    public var kind: String { activation.name }
    /// The call that makes it.
    public var signature: String { activation.signature }
    /// The layer's output for a batch.
    public func callAsFunction(_ x: Tensor, _ pass: Pass) throws -> Tensor { try activation(x) }
    /// A layer of its own with the same values.
    public func copied() -> any Layer { ActivationLayer(activation) }
}
