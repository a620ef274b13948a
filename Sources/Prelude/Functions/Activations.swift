import Networks
import Script
import Tensors

extension Entry {
    static let activations: [Entry] = [
        activation(.relu, "[0, 0, 2]"),
        activation(.sigmoid, "[0.2689, 0.5000, 0.8808]"),
        activation(.softplus, "[0.3133, 0.6931, 2.1269]"),
        activation(
            .gelu, "[-0.1588,  0.0000,  1.9546]",
            "About x times the probability that a normal number is below x."),
        activation(.silu, "[-0.2689,  0.0000,  1.7616]"),
        Entry(
            "leakyRelu", .activations, catalog("leakyRelu"),
            .optional(.tensor("x", "left out, it is a layer"), meaning: "a layer"),
            .float("slope", default: 0.01),
            returns: .either(.tensor, .layer), example: "print(leakyRelu(tensor([-1, 0, 2]), slope: 0.2))",
            prints: "[-0.2,  0.0,  2.0]", seeAlso: ["relu", "elu"]
        ) { _, x, slope in try applied(.leakyRelu(slope: slope), x) },
        Entry(
            "elu", .activations, catalog("elu"),
            .optional(.tensor("x", "left out, it is a layer"), meaning: "a layer"),
            .float("alpha", default: 1), returns: .either(.tensor, .layer),
            example: "print(elu(tensor([-1, 0, 2])))",
            prints: "[-0.6321,  0.0000,  2.0000]", seeAlso: ["relu", "leakyRelu"]
        ) { _, x, alpha in try applied(.elu(alpha: alpha), x) },
        Entry(
            "softmax", .activations, catalog("softmax"),
            .optional(.tensor("x", "left out, it is a layer"), meaning: "a layer"), .int("axis", default: -1),
            returns: .either(.tensor, .layer), example: "print(softmax(tensor([[0, 0], [0, 1]]), axis: 1))",
            prints: "[[0.5000, 0.5000],\n [0.2689, 0.7311]]", seeAlso: ["logSoftmax", "softmaxCrossEntropy"]
        ) { _, x, axis in try applied(.softmax(axis: axis), x) },
        Entry(
            "logSoftmax", .activations, catalog("logSoftmax"), .tensor("x"), .int("axis", default: -1),
            example: "print(logSoftmax(tensor([[0, 0]]), axis: 1))",
            prints: "[[-0.6931, -0.6931]]",
            seeAlso: ["softmax", "logSumExp"]
        ) { _, x, axis in try logSoftmax(x, axis: axis) },
    ]

    private static func activation(
        _ function: Activation, _ prints: String, _ summary: String? = nil
    ) -> Entry {
        let name = function.name
        return Entry(
            name, .activations, summary ?? catalog(name), .tensor("x"),
            text:
                "In `Sequential` it stands by its name. It reckons in the engine's 32 bits, also with a number.",
            example: "print(\(name)(tensor([-1, 0, 2])))", prints: .text(prints), seeAlso: ["Sequential"]
        ) { _, x in try function(x) }
    }
}

/// The function of a tensor; without one the layer.
private func applied(_ function: Activation, _ x: Tensor?) throws -> Value {
    guard let x else { return .object(NetworkObject(ActivationLayer(function))) }
    return Value(try function(x))
}
