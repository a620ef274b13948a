import Tensors
import Text

/// Layers one after the other.
public final class Sequential: Layer {
    /// Its name as a script writes it.
    public let kind = "Sequential"
    /// The layers it is made of.
    public let children: [any Layer]

    /// A layer to run, with the activation that follows it where the engine can fuse the two.
    private struct Stage {
        let index: Int
        let layer: any Layer
        let dense: (layer: Dense, activation: Activation)?
    }
    private let stages: [Stage]

    /// Puts layers into a row.
    public init(_ layers: [any Layer]) throws {
        guard !layers.isEmpty else {
            throw Mistake(
                construct: "Sequential", problem: "it needs at least one layer",
                note: "for example Sequential(Dense(2, 16), relu, Dense(16, 1))")
        }
        children = layers
        var stages: [Stage] = []
        var index = 0
        while index < layers.count {
            let next = index + 1 < layers.count ? (layers[index + 1] as? ActivationLayer)?.activation : nil
            if let dense = layers[index] as? Dense, let next {
                stages.append(Stage(index: index, layer: dense, dense: (dense, next)))
                index += 2
            } else {
                stages.append(Stage(index: index, layer: layers[index], dense: nil))
                index += 1
            }
        }
        self.stages = stages
    }

    /// The call that makes it.
    public var signature: String { "Sequential(\(children.count) layers)" }
    /// The shape that one sample must have.
    public var inputShape: [Int?]? {
        for layer in children {
            if let shape = layer.inputShape { return shape }
            if !(layer is any ElementwiseLayer) { return nil }
        }
        return nil
    }
    /// The shape of one sample of the output.
    public func outputShape(_ input: [Int?]?) -> [Int?]? {
        children.reduce(input ?? inputShape) { $1.outputShape($0) }
    }
    /// A layer of its own with the same values.
    public func copied() throws -> any Layer { try Sequential(children.map { try $0.copied() }) }

    /// The layer's output for a batch.
    public func callAsFunction(_ x: Tensor, _ pass: Pass) throws -> Tensor {
        var y = x
        for stage in stages {
            do {
                if let (dense, activation) = stage.dense {
                    y = try dense.apply(y, weight: pass.tensor(dense.weight), activation: activation, pass)
                } else {
                    y = try stage.layer(y, pass)
                }
            } catch let error as Mistake {
                let layer = stage.layer
                let place = error.construct == layer.signature ? "" : ", \(layer.signature)"
                throw error.inside("layer \(stage.index)\(place)", isFirst: stage.index == 0)
            }
        }
        return y
    }
}
