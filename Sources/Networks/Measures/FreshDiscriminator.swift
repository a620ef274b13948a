import Budget
import Tensors
import Text

/// The mean of two shares: of real samples with a positive logit, of fake ones with a negative; a logit of 0 counts
/// half. Sets of different sizes weigh the same.
public func balancedAccuracy(realLogits: Tensor, fakeLogits: Tensor) throws -> Double {
    // No logits, or one that is NaN, have no share.
    _ = try PointSet(realLogits, for: "accuracy", argument: 1)
    _ = try PointSet(fakeLogits, for: "accuracy", argument: 2)
    return OutputStatistics(real: realLogits, fake: fakeLogits, classifies: true).accuracy ?? .nan
}

/// The held-out accuracy of a new discriminator that trains against a generator that stays as it is: one half if
/// even a discriminator that has seen nothing else cannot tell its samples from real ones.
///
/// - Parameters:
///   - fake: Makes so many samples of the generator.
///   - steps: How many Adam steps of 256 real and 256 fake samples it gets, at a rate of 0.002.
///   - heldOut: How many samples of each kind it is tested on, which it has not seen.
public func freshAccuracy(
    on data: any DataSource, steps: Int = 500, batch: Int = 256, heldOut: Int = 2000, random: RandomStream,
    fake: (Int) throws -> Tensor
) throws -> Double {
    guard steps >= 1, batch >= 1, heldOut >= 1 else {
        throw Mistake(
            construct: "freshAccuracy", problem: "steps, batch and heldOut must be at least 1",
            note: "got \(steps), \(batch) and \(heldOut)")
    }
    let width = data.sampleShape.reduce(1, *)
    let discriminator = try Network(
        Flatten(), Dense(width, 128, random: random), ActivationLayer(.leakyRelu(slope: 0.2)),
        Dense(128, 128, random: random), ActivationLayer(.leakyRelu(slope: 0.2)),
        Dense(128, 1, random: random), name: "fresh discriminator")
    let optimizer = try Optimizer(Adam(), of: discriminator, learningRate: 0.002)
    let loss = try GANLoss.nonSaturating()
    for _ in 0..<steps {
        let real = try data.sample(batch, random)
        let generated = try withoutGradients { try fake(batch) }
        _ = try PointSet(generated, for: "freshAccuracy", argument: 0)
        let pass = Pass.ownTurn(random)
        let (onReal, onFake) = try (
            discriminator.run([real], pass), discriminator.run([generated], pass)
        )
        let value = try loss.discriminator(onReal, onFake)
        try optimizer.step(Gradients(of: value, for: discriminator))
        try Interruption.check()
    }
    return try withoutGradients {
        let watching = Pass.watching(random)
        return try balancedAccuracy(
            realLogits: discriminator.run([data.sample(heldOut, random)], watching),
            fakeLogits: discriminator.run([fake(heldOut)], watching))
    }
}
