import Tensors
import Text

// softplus(x) = log(1 + eˣ) is −log(1 − sigmoid(x)), and softplus(−x) is −log(sigmoid(x)): so written, logits of
// any size give finite losses and living gradients, where log(sigmoid(x)) does not.

extension GANLoss {
    /// The slide's loss: E[log D(x)] + E[log(1 − D(G(z)))], which the discriminator maximizes and the generator
    /// minimizes. The generator's gradient fades where the discriminator is sure (Goodfellow et al., 2014).
    public static func minimax(smoothing: Float = 0) throws -> GANLoss {
        let keep = try checkedSmoothing("minimax", smoothing)
        return GANLoss(
            name: "minimax", signature: classifierSignature("minimax", smoothing), classifies: true,
            discriminator: { try crossEntropyOfBoth($0, $1, realTarget: keep) },
            generator: { fake, _ in try -mean(softplus(fake)) })
    }

    /// The generator maximizes log D(G(z)) instead, whose gradient is strongest where it loses (the same paper,
    /// section 3). What `GAN` uses when no loss is named.
    public static func nonSaturating(smoothing: Float = 0) throws -> GANLoss {
        let keep = try checkedSmoothing("nonSaturating", smoothing)
        return GANLoss(
            name: "nonSaturating", signature: classifierSignature("nonSaturating", smoothing),
            classifies: true,
            discriminator: { try crossEntropyOfBoth($0, $1, realTarget: keep) },
            generator: { fake, _ in try mean(softplus(-fake)) })
    }

    /// Each output against the average of the other kind: Jolicoeur-Martineau, "The relativistic discriminator"
    /// (2018), the average variant.
    public static func relativistic() -> GANLoss {
        GANLoss(
            name: "relativistic", classifies: true, generatorNeedsReal: true,
            discriminator: { real, fake in try relativisticLoss(winning: real, losing: fake) },
            generator: { fake, real in try relativisticLoss(winning: fake, losing: real ?? fake) })
    }
}

private func checkedSmoothing(_ name: String, _ smoothing: Float) throws -> Float {
    guard smoothing >= 0, smoothing < 1 else {
        throw Mistake(
            construct: name, problem: "smoothing must be at least 0 and below 1", note: "got \(smoothing)")
    }
    return 1 - smoothing
}

private func classifierSignature(_ name: String, _ smoothing: Float) -> String {
    smoothing == 0 ? "\(name)()" : "\(name)(smoothing: \(smoothing))"
}

/// −E[t·log D(x) + (1 − t)·log(1 − D(x))] − E[log(1 − D(G(z)))] on logits, t = 1 without smoothing.
private func crossEntropyOfBoth(_ real: Tensor, _ fake: Tensor, realTarget: Float) throws -> Tensor {
    try binaryCrossEntropyWithLogits(real, targets: Tensor(realTarget)) + mean(softplus(fake))
}

private func relativisticLoss(winning: Tensor, losing: Tensor) throws -> Tensor {
    let winner = try winning - mean(losing)
    let loser = try losing - mean(winning)
    return try mean(softplus(-winner)) + mean(softplus(loser))
}
