import Tensors
import Text

/// One turn of one of the two networks: what it saw, what came of it, and how it was changed.
struct Turn {
    /// What the generated samples were made of.
    let latent: Latent
    /// The generated samples.
    let fake: Tensor
    /// What the discriminator made of them.
    let onFake: DiscriminatorOutput
    /// What it made of real ones, where the turn looked at any.
    let onReal: DiscriminatorOutput?
    let loss: Tensor
    let gradients: Gradients
    let gradientNorm: Double
}

extension GAN {
    /// The discriminator's turn. The generator makes its samples without a graph and nothing of it changes.
    func discriminatorTurn(on batch: Batches.Batch, step: Int, _ random: RandomStream) throws -> Turn {
        let real = batch.points
        let latent = try latent(real.shape[0], random)
        let fake = try withoutGradients { try generate(latent, .otherTurn(random)) }
        try checkSameSamples(real, fake)
        let own = Pass.ownTurn(random)
        let onReal = try discriminate(real, batch.labels, own)
        let onFake = try discriminate(fake, latent.labels, own)
        var total = try loss.discriminator(onReal.score, onFake.score)
        if let ofReal = try classLoss(onReal, batch.labels), let ofFake = try classLoss(onFake, latent.labels)
        {
            total = try total + ofReal + ofFake
        }
        for penalty in loss.penalties {
            // The penalty looks at more points, but only the real and fake ones count for running statistics.
            let probing = Pass(mode: .training, learns: true, writesStatistics: false, random: random)
            total =
                try total
                + penalty.value(real: real, fake: fake, random: random) {
                    try discriminate($0, batch.labels, probing).score
                }
        }
        let gradients = try Gradients(of: total, for: discriminator)
        let norm = gradients.norm
        let outputs = [onReal.score, onFake.score]
        try checkFinite(total, gradients, norm, outputs: outputs, of: discriminator, step)
        try discriminatorOptimizer.step(gradients)
        if let clip = loss.clip { try discriminatorOptimizer.clipParameters(clip) }
        return Turn(
            latent: latent, fake: fake, onFake: onFake, onReal: onReal, loss: total, gradients: gradients,
            gradientNorm: norm)
    }

    /// The generator's turn. The gradient flows through the discriminator, of which nothing changes.
    func generatorTurn(
        batch: Int, real: Batches.Batch?, step: Int, _ random: RandomStream
    ) throws -> Turn {
        let latent = try latent(batch, random)
        let fake = try generate(latent, .ownTurn(random))
        let other = Pass.otherTurn(random)
        let onFake = try discriminate(fake, latent.labels, other)
        let onReal =
            try loss.generatorNeedsReal ? real.map { try discriminate($0.points, $0.labels, other) } : nil
        var total = try loss.generator(onFake.score, real: onReal?.score)
        if let ofClasses = try classLoss(onFake, latent.labels) { total = try total + ofClasses }
        let gradients = try Gradients(of: total, for: generator)
        let norm = gradients.norm
        try checkFinite(total, gradients, norm, outputs: [fake, onFake.score], of: generator, step)
        try generatorOptimizer.step(gradients)
        try average?.update()
        return Turn(
            latent: latent, fake: fake, onFake: onFake, onReal: onReal, loss: total, gradients: gradients,
            gradientNorm: norm)
    }

    private func checkSameSamples(_ real: Tensor, _ fake: Tensor) throws {
        guard real.shape.dimensions.dropFirst() != fake.shape.dimensions.dropFirst() else { return }
        throw Mistake(
            construct: "train", problem: "real and generated samples have different shapes",
            note: "the data give \(real.shape) and \(generator.name) makes \(fake.shape)")
    }
}
