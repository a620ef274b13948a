import Tensors
import Text

/// The gradients of a loss for a network: one for each of its parameters, which they remember, so that an
/// optimizer of another network can refuse them.
public struct Gradients {
    /// The parameters that they belong to.
    public let parameters: [Parameter]
    /// One tensor for each parameter, of its shape.
    public let tensors: [Tensor]

    /// Puts gradients beside the parameters they belong to.
    public init(parameters: [Parameter], tensors: [Tensor]) {
        precondition(parameters.count == tensors.count, "a gradient for each parameter")
        self.parameters = parameters
        self.tensors = tensors
    }

    /// The gradients of a loss for a network's parameters.
    ///
    /// - Throws: ``Mistake`` for a frozen network, and for a loss that does not depend on this one.
    public init(of loss: Tensor, for network: Network, differentiable: Bool = false) throws {
        guard !network.isFrozen else {
            throw Mistake(
                construct: "gradients", problem: "a frozen network has no gradients",
                note: "the parameters of {1} are constants; take the gradients for the network itself",
                argument: 1)
        }
        let parameters = network.parameters
        guard !parameters.isEmpty else {
            throw Mistake(
                construct: "gradients", problem: "the network has no parameters",
                note: "none of its layers learns anything", argument: 1)
        }
        self.init(
            parameters: parameters,
            tensors: try gradients(of: loss, for: parameters.map(\.value), differentiable: differentiable))
    }

    /// The length of all gradients taken as one vector.
    public var norm: Double { tensors.reduce(0) { $0 + $1.sumOfSquares }.squareRoot() }

    /// Scaled down, if need be, so that the norm is at most this.
    public func clipped(norm limit: Float) throws -> Gradients {
        Gradients(parameters: parameters, tensors: try Networks.clipped(tensors, norm: limit))
    }

    /// Each number brought into [−limit, limit].
    public func clipped(value limit: Float) throws -> Gradients {
        Gradients(parameters: parameters, tensors: try Networks.clipped(tensors, value: limit))
    }
}

/// Tensors that are taken as one vector, scaled down, if need be, so that it is at most this long. Gradients flow
/// through the length too.
public func clipped(_ tensors: [Tensor], norm limit: Float) throws -> [Tensor] {
    guard limit > 0 else {
        throw Mistake(
            construct: "clip", problem: "the norm must be above 0", note: "got \(limit)", argument: 1)
    }
    func length(_ tensors: [Tensor]) throws -> Tensor { try norm(stack(tensors.map { try norm($0) })) }
    let whole = try length(tensors)
    if whole.item.isInfinite && tensors.allSatisfy(\.isFinite) {
        // Longer than a float can say: a part of each has the same direction.
        let parts = try tensors.map { try $0 * 0x1p-64 }
        let factor = try limit / length(parts)
        return try parts.map { try $0 * factor }
    }
    guard whole.item > limit else { return tensors }
    let factor = try limit / whole
    return try tensors.map { try $0 * factor }
}

/// Each number brought into [−limit, limit].
public func clipped(_ tensors: [Tensor], value limit: Float) throws -> [Tensor] {
    guard limit > 0 else {
        throw Mistake(
            construct: "clip", problem: "the value must be above 0", note: "got \(limit)", argument: 1)
    }
    return try tensors.map { try clamp($0, lower: -limit, upper: limit) }
}
