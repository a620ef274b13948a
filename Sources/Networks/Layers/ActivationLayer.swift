import Tensors

/// An activation function and its settings.
public enum ActivationFunction: Sendable, Equatable {
    case relu
    case leakyRelu(slope: Float)
    case elu(alpha: Float)
    case gelu
    case tanh
    case sigmoid
    case softplus
    case softmax(axis: Int)

    /// The function of a script's name with its usual settings, or nil.
    public init?(name: String) {
        switch name {
        case "relu": self = .relu
        case "leakyRelu": self = .leakyRelu(slope: 0.01)
        case "elu": self = .elu(alpha: 1)
        case "gelu": self = .gelu
        case "tanh": self = .tanh
        case "sigmoid": self = .sigmoid
        case "softplus": self = .softplus
        case "softmax": self = .softmax(axis: 1)
        default: return nil
        }
    }

    /// As a script writes it: "leakyRelu(slope: 0.2)".
    public var signature: String {
        switch self {
        case .relu: "relu"
        case .leakyRelu(let slope): "leakyRelu(slope: \(slope))"
        case .elu(let alpha): "elu(alpha: \(alpha))"
        case .gelu: "gelu"
        case .tanh: "tanh"
        case .sigmoid: "sigmoid"
        case .softplus: "softplus"
        case .softmax(let axis): "softmax(axis: \(axis))"
        }
    }

    /// The function's value.
    public func callAsFunction(_ x: Tensor) throws -> Tensor {
        switch self {
        case .relu: try Tensors.relu(x)
        case .leakyRelu(let slope): try Tensors.leakyRelu(x, slope: slope)
        case .elu(let alpha): try Tensors.elu(x, alpha: alpha)
        case .gelu: try Tensors.gelu(x)
        case .tanh: try Tensors.tanh(x)
        case .sigmoid: try Tensors.sigmoid(x)
        case .softplus: try Tensors.softplus(x)
        case .softmax(let axis): try Tensors.softmax(x, axis: axis)
        }
    }

    /// The form that the engine can fuse into a matrix product, where there is one.
    var fused: Activation? {
        switch self {
        case .relu: .relu
        case .leakyRelu(let slope): .leakyRelu(slope: slope)
        case .tanh: .tanh
        case .sigmoid: .sigmoid
        case .softplus: .softplus
        case .elu(let alpha): .elu(alpha: alpha)
        case .gelu: .gelu
        case .softmax: nil
        }
    }
}

/// An activation as a layer, so that it can stand in ``Sequential``.
public final class ActivationLayer: Layer {
    /// The function.
    public let function: ActivationFunction

    /// Makes a layer of a function.
    public init(_ function: ActivationFunction) { self.function = function }

    /// Its name as a script writes it.
    public var kind: String { String(function.signature.prefix { $0 != "(" }) }
    /// The call that makes it.
    public var signature: String { function.signature }
    /// The layer's output for a batch.
    public func callAsFunction(_ x: Tensor, _ pass: Pass) throws -> Tensor { try function(x) }
    /// A layer of its own with the same values.
    public func copied() -> any Layer { ActivationLayer(function) }
}
