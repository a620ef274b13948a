import Tensors
import Text

/// One turn of the discriminator: what it saw, what it made of it, and how it was changed.
struct DiscriminatorTurn {
    let real: Tensor
    let latent: Latent
    let fake: Tensor
    let realOutput: Tensor
    let fakeOutput: Tensor
    let loss: Tensor
    let gradients: Gradients
    let gradientNorm: Double
}

/// One turn of the generator.
struct GeneratorTurn {
    let latent: Latent
    let fake: Tensor
    let fakeOutput: Tensor
    let loss: Tensor
    let gradients: Gradients
    let gradientNorm: Double
}

extension GAN {
    /// The discriminator's turn. The generator makes its samples without a graph and nothing of it changes.
    func discriminatorTurn(on batch: Batches.Batch, step: Int, _ random: RandomStream) throws
        -> DiscriminatorTurn
    {
        let real = batch.points
        let latent = try latent(real.shape[0], random)
        let fake = try withoutGradients { try forge(latent, .otherTurn(random)) }
        try checkSameSamples(real, fake)
        let own = Pass.ownTurn(random)
        let onReal = try judge(real, batch.labels, own)
        let onFake = try judge(fake, latent.labels, own)
        let (realOutput, fakeOutput) = (onReal.score, onFake.score)
        var total = try loss.discriminator(realOutput, fakeOutput)
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
                    try judge($0, batch.labels, probing).score
                }
        }
        let gradients = try Gradients(of: total, for: discriminator)
        let norm = gradients.norm
        try checkFinite(total, gradients, norm, outputs: [realOutput, fakeOutput], of: discriminator, step)
        try discriminatorOptimizer.step(gradients)
        if let clip = loss.clip { try discriminatorOptimizer.clipParameters(clip) }
        return DiscriminatorTurn(
            real: real, latent: latent, fake: fake, realOutput: realOutput, fakeOutput: fakeOutput,
            loss: total,
            gradients: gradients, gradientNorm: norm)
    }

    /// The generator's turn. The gradient flows through the discriminator, of which nothing changes.
    func generatorTurn(
        batch: Int, real: Batches.Batch?, step: Int, _ random: RandomStream
    ) throws -> GeneratorTurn {
        let latent = try latent(batch, random)
        let fake = try forge(latent, .ownTurn(random))
        let watching = Pass.otherTurn(random)
        let judgment = try judge(fake, latent.labels, watching)
        let output = judgment.score
        let realOutput: Tensor? =
            try loss.generatorNeedsReal ? real.map { try judge($0.points, $0.labels, watching).score } : nil
        var total = try loss.generator(output, real: realOutput)
        if let ofClasses = try classLoss(judgment, latent.labels) { total = try total + ofClasses }
        let gradients = try Gradients(of: total, for: generator)
        let norm = gradients.norm
        try checkFinite(total, gradients, norm, outputs: [fake, output], of: generator, step)
        try generatorOptimizer.step(gradients)
        try average?.update()
        return GeneratorTurn(
            latent: latent, fake: fake, fakeOutput: output, loss: total, gradients: gradients,
            gradientNorm: norm)
    }

    private func checkSameSamples(_ real: Tensor, _ fake: Tensor) throws {
        guard real.shape.dimensions.dropFirst() != fake.shape.dimensions.dropFirst() else { return }
        throw Mistake(
            construct: "train", problem: "real and generated samples have different shapes",
            note: "the data give \(real.shape) and \(generator.name) makes \(fake.shape)")
    }
}
