import Tensors

/// One turn of the discriminator: what it saw, what it made of it, and how it was changed.
struct DiscriminatorTurn {
    let real: Tensor
    let noise: Tensor
    let fake: Tensor
    let realOutput: Tensor
    let fakeOutput: Tensor
    let loss: Tensor
    let gradients: Gradients
    let gradientNorm: Double
}

/// One turn of the generator.
struct GeneratorTurn {
    let noise: Tensor
    let fake: Tensor
    let fakeOutput: Tensor
    let loss: Tensor
    let gradients: Gradients
    let gradientNorm: Double
}

extension GAN {
    /// The discriminator's turn. The generator makes its samples without a graph and nothing of it changes.
    func discriminatorTurn(on real: Tensor, step: Int, _ random: RandomStream) throws -> DiscriminatorTurn {
        let z = try random.normal([real.shape[0], noise])
        let fake = try withoutGradients { try generator.run([z], .otherTurn(random)) }
        try checkSameSamples(real, fake)
        let own = Pass.ownTurn(random)
        let realOutput = try discriminator.run([real], own)
        let fakeOutput = try discriminator.run([fake], own)
        var total = try loss.discriminator(realOutput, fakeOutput)
        for penalty in loss.penalties {
            // The penalty looks at more points, but only the real and fake ones count for running statistics.
            let probing = Pass(mode: .training, learns: true, writesStatistics: false, random: random)
            total =
                try total
                + penalty.value(real: real, fake: fake, random: random) {
                    try discriminator.run([$0], probing)
                }
        }
        let gradients = try Gradients(of: total, for: discriminator)
        let norm = gradients.norm
        try checkFinite(total, gradients, norm, outputs: [realOutput, fakeOutput], of: discriminator, step)
        try discriminatorOptimizer.step(gradients)
        if let clip = loss.clip { try discriminatorOptimizer.clipParameters(clip) }
        return DiscriminatorTurn(
            real: real, noise: z, fake: fake, realOutput: realOutput, fakeOutput: fakeOutput, loss: total,
            gradients: gradients, gradientNorm: norm)
    }

    /// The generator's turn. The gradient flows through the discriminator, of which nothing changes.
    func generatorTurn(
        batch: Int, real: Tensor?, step: Int, _ random: RandomStream
    ) throws -> GeneratorTurn {
        let z = try random.normal([batch, noise])
        let fake = try generator.run([z], .ownTurn(random))
        let watching = Pass.otherTurn(random)
        let output = try discriminator.run([fake], watching)
        let realOutput: Tensor? =
            try loss.generatorNeedsReal ? real.map { try discriminator.run([$0], watching) } : nil
        let total = try loss.generator(output, real: realOutput)
        let gradients = try Gradients(of: total, for: generator)
        let norm = gradients.norm
        try checkFinite(total, gradients, norm, outputs: [fake, output], of: generator, step)
        try generatorOptimizer.step(gradients)
        try average?.update()
        return GeneratorTurn(
            noise: z, fake: fake, fakeOutput: output, loss: total, gradients: gradients, gradientNorm: norm)
    }

    private func checkSameSamples(_ real: Tensor, _ fake: Tensor) throws {
        guard real.shape.dimensions.dropFirst() != fake.shape.dimensions.dropFirst() else { return }
        throw TensorError(
            construct: "train", problem: "real and generated samples have different shapes",
            note: "the data give \(real.shape) and \(generator.name) makes \(fake.shape)")
    }
}
