import Networks
import Script
import Tensors

extension ObjectKind where Object == NetworkObject {
    static var network: Self { Self(kind: .network) }
}

extension Entry {
    static let networkMembers: [Entry] = [
        property(
            .network, "inputs", "How many features (or channels) a sample has that it takes; nil if any.",
            example: "print(Sequential(Dense(16, 32), relu, Dense(32, 2)).inputs)", prints: "16"
        ) { firstSize($0.network.root.inputShape) },
        property(
            .network, "outputs", "How many features (or channels) it gives; nil if unknown.",
            example: "print(Sequential(Dense(16, 32), relu, Dense(32, 2)).outputs)", prints: "2"
        ) { firstSize($0.network.root.outputShape($0.network.root.inputShape)) },
        property(
            .network, "layers", "The layers it is made of.", returns: .list(of: .layer),
            example: "print(Sequential(Dense(16, 32), relu).layers)", prints: "[Dense(16, 32), relu]",
            seeAlso: ["summary"]
        ) { object in
            object.network.root.children.indices.map { NetworkObject(part: object.network.layer($0)) }
        },
        property(
            .network, "parameters", "Copies of its parameters, in the order of the layers.",
            example: "print(Dense(2, 3).parameters.map { p in p.shape })", prints: "[[2, 3], [3]]",
            seeAlso: ["gradients"]
        ) { try $0.network.parameters.map { try copied($0.value) } },
        property(
            .network, "parameterCount", "How many numbers it learns.",
            example: "print(Dense(2, 3).parameterCount)", prints: "9", seeAlso: ["summary"]
        ) { $0.network.parameterCount },
        property(
            .network, "isTraining", "Whether it is in training mode.",
            example: "let G = Dense(2, 3)\nprint(G.isTraining, evaluating(G).isTraining)",
            prints: "true false", seeAlso: ["training", "evaluating"]
        ) { $0.network.mode == .training },
        property(
            .network, "isFrozen", "Whether it is a view whose parameters are constants.",
            example: "let D = Dense(2, 1)\nprint(D.isFrozen, frozen(D).isFrozen)", prints: "false true",
            seeAlso: ["frozen"]
        ) { $0.network.isFrozen },
    ]
}

/// The first size of a sample's shape, if the shape is known and the size does not matter less.
private func firstSize(_ shape: [Int?]?) -> Int? { shape?.first ?? nil }

private func copied(_ tensor: Tensor) throws -> Tensor {
    try Tensor.building(tensor.shape) { out in
        tensor.withFloats { _ = out.update(fromContentsOf: $0) }
    }
}
