import Tensors
import Text

/// A penalty on the slope of the discriminator, added to its loss. It needs second derivatives: the slope is a
/// gradient, and the penalty's gradient goes through it.
public enum SlopePenalty: Sendable, Equatable {
    /// weight · E[(‖∇D(x̂)‖ − 1)²] at points x̂ between a real and a fake one, each pair mixed by a share of its
    /// own; one-sided: E[max(0, ‖∇D(x̂)‖ − 1)²].
    case between(weight: Float, oneSided: Bool)
    /// weight / 2 · E[‖∇D(x)‖²] at real points: R1, Mescheder et al., "Which Training Methods for GANs do actually
    /// Converge?" (2018).
    case r1(weight: Float)

    /// As a loss's settings show it: "r1: 0.02".
    var label: String {
        switch self {
        case .between(let weight, let oneSided): "penalty: \(weight)\(oneSided ? ", oneSided: true" : "")"
        case .r1(let weight): "r1: \(weight)"
        }
    }

    /// The penalty for a batch.
    ///
    /// - Parameters:
    ///   - critic: The discriminator in its own turn.
    ///   - random: Where the shares come from that mix real and fake.
    public func value(
        real: Tensor, fake: Tensor, random: RandomStream, critic: (Tensor) throws -> Tensor
    ) throws -> Tensor {
        switch self {
        case .between(let weight, let oneSided):
            let points = try mixed(real, fake, random)
            return try gradientPenalty(at: points, oneSided: oneSided, critic: critic) * weight
        case .r1(let weight):
            let points = variable(real)
            let slope = try slopes(at: points, critic)
            return try mean(sum(square(slope), axis: 1)) * (weight / 2)
        }
    }
}

/// E[(‖∇D(x)‖ − 1)²] over the rows of a batch, differentiable for the critic's parameters.
public func gradientPenalty(
    at points: Tensor, oneSided: Bool = false, critic: (Tensor) throws -> Tensor
) throws -> Tensor {
    if points.count == 0 {
        throw Mistake(
            construct: "gradientPenalty", problem: "there are no points to take the slope at",
            note: "{1} is \(points.shape)", argument: 1)
    }
    if points.rank == 0 {
        throw Mistake(
            construct: "gradientPenalty", problem: "the points must have a row each",
            note: "{1} is one number: [n, features] is needed", argument: 1)
    }
    let slope = try slopes(at: variable(points), critic)
    // The root has no slope at 0, where a ReLU critic may well be flat; the small summand keeps it finite.
    let norm = try sqrt(sum(square(slope), axis: 1) + 1e-12)
    let excess = try norm - 1
    return try mean(square(oneSided ? relu(excess) : excess))
}

/// The gradient of the critic's output at each point, one row a point.
private func slopes(at points: Tensor, _ critic: (Tensor) throws -> Tensor) throws -> Tensor {
    let slope = try gradients(of: sum(critic(points)), for: [points], differentiable: true)[0]
    return try reshape(slope, [points.shape[0], points.count / max(points.shape[0], 1)])
}

/// Points between real and fake ones, row by row.
private func mixed(_ real: Tensor, _ fake: Tensor, _ random: RandomStream) throws -> Tensor {
    guard real.shape == fake.shape, real.rank >= 1 else {
        throw Mistake(
            construct: "gradient penalty", problem: "real and fake batches differ in shape",
            note: "they are \(real.shape) and \(fake.shape); each real sample is mixed with a fake one")
    }
    let rows = real.shape[0]
    let width = real.count / max(rows, 1)
    let shares = try random.uniform([rows])
    return try Tensor.building(real.shape) { target in
        real.withFloats { real in
            fake.withFloats { fake in
                shares.withFloats { shares in
                    for row in 0..<rows {
                        for index in (row * width)..<((row + 1) * width) {
                            target[index] = shares[row] * real[index] + (1 - shares[row]) * fake[index]
                        }
                    }
                }
            }
        }
    }
}
