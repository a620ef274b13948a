import CKernels

/// What a layer does to its sum before it hands it on.
public enum Activation: Equatable, Sendable {
    /// The sum itself.
    case none
    /// max(x, 0).
    case relu
    /// x, or slope · x below zero.
    case leakyRelu(slope: Float)
    /// The hyperbolic tangent.
    case tanh
    /// 1 / (1 + e⁻ˣ).
    case sigmoid
    /// log(1 + eˣ).
    case softplus
    /// x, or alpha · (eˣ - 1) below zero.
    case elu(alpha: Float)
    /// x · Φ(x), with the normal distribution's Φ in the usual approximation by tanh.
    case gelu

    /// Applies it.
    public func callAsFunction(_ x: Tensor) throws -> Tensor {
        switch self {
        case .none: x
        case .relu: try Tensors.relu(x)
        case .leakyRelu(let slope): try Tensors.leakyRelu(x, slope: slope)
        case .tanh: try Tensors.tanh(x)
        case .sigmoid: try Tensors.sigmoid(x)
        case .softplus: try Tensors.softplus(x)
        case .elu(let alpha): try Tensors.elu(x, alpha: alpha)
        case .gelu: try Tensors.gelu(x)
        }
    }

    /// Whether the derivative can be told from the output alone, which is what lets it be fused.
    var isKnownByOutput: Bool {
        switch self {
        case .none, .relu, .tanh, .sigmoid: true
        case .leakyRelu(let slope): slope >= 0
        case .elu(let alpha): alpha >= 0
        case .softplus, .gelu: false
        }
    }
}

extension Operation {
    static let relu = activation(
        "relu", "max(x, 0): what is positive, else 0.", "relu(tensor([-1, 2]))")
    static let tanh = activation(
        "tanh", "The hyperbolic tangent of each element.", "tanh(tensor([-1, 2]))")
    static let sigmoid = activation(
        "sigmoid", "1 / (1 + exp(-x)): a logit as a probability.", "sigmoid(tensor([-1, 2]))")
    static let leakyRelu = activation(
        "leakyRelu", "x, or slope times x below zero.", "leakyRelu(tensor([-1, 2]), slope: 0.2)")
    static let elu = activation(
        "elu", "x, or alpha times (exp(x) - 1) below zero.", "elu(tensor([-1, 2]))")

    /// An activation whose derivative is told from its output.
    private static func activation(_ name: String, _ summary: String, _ example: String) -> Operation {
        Operation(
            name, summary, example: example,
            forward: .unary({ x, attributes in
                switch attributes.activation {
                case .none, .softplus, .gelu: return x
                case .relu: return try Elementwise.unary(.relu, x)
                case .leakyRelu(let slope): return try Elementwise.unary(.leakyRelu, x, parameter: slope)
                case .tanh: return try Elementwise.unary(.tanh, x)
                case .sigmoid: return try Elementwise.unary(.sigmoid, x)
                case .elu(let alpha): return try Elementwise.unary(.elu, x, parameter: alpha)
                }
            }),
            rule: { step in
                try step.pass(
                    to: 0, Tensors.activationGradient(step.cotangent, step.output, step.attributes.activation)
                )
            })
    }

    /// g · f′, where f′ is told from the output y of f.
    static let activationGradient = Operation(
        "activationGradient", "A gradient times the derivative of an activation, from its output.",
        example: "gradient(of: sum(tanh(x)), for: x)",
        forward: .binary({ a, b, attributes in
            let (kernel, parameter) = attributes.activation.backward
            return try Elementwise.binary(
                kernel, a, b, construct: "activation", parameter: parameter)
        }),
        rule: { step in
            let activation = step.attributes.activation
            let y = step[1]
            try step.pass(to: 0, Tensors.activationGradient(step.cotangent, y, activation))
            switch activation {
            case .none, .relu, .leakyRelu, .softplus, .gelu:
                break  // Constant between the kinks.
            case .tanh:
                try step.pass(to: 1, step.cotangent * step[0] * y * -2)
            case .sigmoid:
                try step.pass(to: 1, step.cotangent * step[0] * (1 - y * 2))
            case .elu:
                let isBelow = try lessEqual(y, Tensor(0))
                try step.pass(to: 1, step.cotangent * step[0] * isBelow)
            }
        })

    static let softplus = Operation(
        "softplus", "log(1 + exp(x)), exact far out on both sides.", example: "softplus(tensor([-1, 2]))",
        forward: .unary({ x, _ in try Elementwise.unary(.softplus, x) }),
        rule: { step in try step.pass(to: 0, step.cotangent * Tensors.sigmoid(step[0])) })

    static let normalDistribution = Operation(
        "normalDistribution", "The probability that a standard normal number is below x.",
        example: "normalDistribution(tensor([-1, 2]))",
        forward: .unary({ x, _ in try Elementwise.unary(.normalCDF, x) }),
        rule: { step in
            let density = try exp(square(step[0]) * -0.5) * 0.398_942_28
            try step.pass(to: 0, step.cotangent * density)
        })
}

extension Activation {
    var backward: (BinaryKernel, Float) {
        switch self {
        case .none, .softplus, .gelu: preconditionFailure("its derivative is not told from its output")
        case .relu: (.reluBackward, 0)
        case .leakyRelu(let slope): (.leakyReluBackward, slope)
        case .tanh: (.tanhBackward, 0)
        case .sigmoid: (.sigmoidBackward, 0)
        case .elu(let alpha): (.eluBackward, alpha)
        }
    }
}

func activationGradient(_ gradient: Tensor, _ output: Tensor, _ activation: Activation) throws -> Tensor {
    if activation == .none { return gradient }
    var attributes = Attributes()
    attributes.activation = activation
    return try Operation.activationGradient(gradient, output, attributes)
}

private func apply(_ operation: Operation, _ x: Tensor, _ activation: Activation) throws -> Tensor {
    var attributes = Attributes()
    attributes.activation = activation
    return try operation(x, attributes)
}

/// max(x, 0); its gradient at 0 is 0.
public func relu(_ x: Tensor) throws -> Tensor { try apply(.relu, x, .relu) }

/// The hyperbolic tangent.
public func tanh(_ x: Tensor) throws -> Tensor { try apply(.tanh, x, .tanh) }

/// 1 / (1 + e⁻ˣ): a logit as a probability.
public func sigmoid(_ x: Tensor) throws -> Tensor { try apply(.sigmoid, x, .sigmoid) }

/// x where it is positive, slope · x elsewhere.
public func leakyRelu(_ x: Tensor, slope: Float = 0.01) throws -> Tensor {
    if slope >= 0 { return try apply(.leakyRelu, x, .leakyRelu(slope: slope)) }
    return try `where`(greater(x, Tensor(0)), x, x * slope)
}

/// x where it is positive, alpha · (eˣ - 1) elsewhere.
public func elu(_ x: Tensor, alpha: Float = 1) throws -> Tensor {
    if alpha >= 0 { return try apply(.elu, x, .elu(alpha: alpha)) }
    return try `where`(greater(x, Tensor(0)), x, elu(x) * alpha)
}

/// log(1 + eˣ), exact far out on both sides.
public func softplus(_ x: Tensor) throws -> Tensor { try Operation.softplus(x) }

/// x · Φ(x) with Φ(x) as ½ (1 + tanh(√(2/π) (x + 0.044715 x³))), the form that GPT and most papers compute
/// (Hendrycks and Gimpel, 2016); it differs from the exact one by less than 0.0005.
public func gelu(_ x: Tensor) throws -> Tensor {
    // ½ (1 + tanh u) is σ(2u), and 2 √(2/π) is 1.5957….
    let inside = try x * (square(x) * 0.044_715 + 1) * 1.595_769_1
    return try x * sigmoid(inside)
}

/// Φ(x): the probability that a standard normal number is below x.
public func normalDistribution(_ x: Tensor) throws -> Tensor { try Operation.normalDistribution(x) }
