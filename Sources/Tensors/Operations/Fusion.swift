import CKernels

/// How an activation is computed in one pass with the matrix product before it, and back again: its derivative can
/// be told from its output alone, so the sum that went in need not be kept.
final class Fusion: Sendable {
    /// f(x), with the activation's setting as its parameter.
    let kernel: UnaryKernel
    /// g · f′ from g and the output y.
    let backward: BinaryKernel
    /// How f′ changes with y; nil where it is constant between kinks.
    let bend: (@Sendable (Tensor) throws -> Tensor)?

    private init(
        _ kernel: UnaryKernel, _ backward: BinaryKernel, bend: (@Sendable (Tensor) throws -> Tensor)? = nil
    ) {
        self.kernel = kernel
        self.backward = backward
        self.bend = bend
    }

    static let relu = Fusion(.relu, .reluBackward)
    static let leakyRelu = Fusion(.leakyRelu, .leakyReluBackward)
    static let elu = Fusion(.elu, .eluBackward) { y in try lessEqual(y, Tensor(0)) }
    static let tanh = Fusion(.tanh, .tanhBackward) { y in try y * -2 }
    static let sigmoid = Fusion(.sigmoid, .sigmoidBackward) { y in try 1 - y * 2 }
}

/// An activation that is fused: how, and with which slope or the like.
struct FusedActivation: Sendable {
    let fusion: Fusion
    let parameter: Float

    /// g · f′ from the gradient g and the output of f, recorded as an operation of its own.
    func gradient(_ gradient: Tensor, output: Tensor) throws -> Tensor {
        try Operations.activationGradient(gradient, output, self)
    }
}

extension Operations {
    /// An activation by itself.
    static func fused(
        _ name: String, _ summary: String, _ example: String, _ fusion: Fusion
    ) -> Operation<Float> {
        Operation(
            name, summary, example: example,
            forward: .unary({ x, parameter in
                try Elementwise.unary(fusion.kernel, x, parameter: parameter)
            }),
            rule: { step, parameter in
                let activation = FusedActivation(fusion: fusion, parameter: parameter)
                try step.pass(to: 0, activation.gradient(step.cotangent, output: step.output))
            })
    }

    /// g · f′, where f′ is told from the output y of f.
    static let activationGradient = Operation<FusedActivation>(
        "activationGradient", "A gradient times the derivative of an activation, from its output.",
        example: "gradient(of: sum(tanh(x)), for: x)",
        forward: .binary({ gradient, y, activation in
            try Elementwise.binary(
                activation.fusion.backward, gradient, y, construct: "activation",
                parameter: activation.parameter)
        }),
        rule: { step, activation in
            let y = step[1]
            try step.pass(to: 0, activation.gradient(step.cotangent, output: y))
            if let bend = activation.fusion.bend {
                try step.pass(to: 1, step.cotangent * step[0] * bend(y))
            }
        })
}
