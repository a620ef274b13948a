import Tensors

/// A frozen network inside another one: it has no parameters of its own that could learn.
public final class FrozenLayer: Layer {
    /// Its name in messages.
    public let kind = "frozen"
    private let network: Network

    /// Makes a layer of a frozen network.
    public init(_ network: Network) { self.network = network }

    /// The call that makes it.
    public var signature: String {
        "frozen(\(network.name.isEmpty ? network.root.signature : network.name))"
    }
    /// The shape that one sample must have.
    public var inputShape: [Int?]? { network.root.inputShape }
    /// The shape of one sample of the output.
    public func outputShape(_ input: [Int?]?) -> [Int?]? { network.root.outputShape(input) }
    /// A layer of its own with the same values.
    public func copied() throws -> any Layer { FrozenLayer(try network.copy().frozen()) }

    /// The layer's output for a batch.
    public func callAsFunction(_ x: Tensor, _ pass: Pass) throws -> Tensor {
        try network.run([x], network.pass(random: pass.random))
    }
}
