import Tensors
import Text

/// One iteration in slow motion: the six steps of the lecture, in words and numbers.
public struct Explanation: Sendable, Equatable {
    /// One of the six steps.
    public struct Step: Sendable, Equatable {
        /// What is done: "sample random noise".
        public let title: String
        /// What came of it.
        public let lines: [String]
    }

    /// What the discriminator did in its turn, before the generator's six steps.
    public let before: [String]
    /// The six steps of the generator's turn.
    public let steps: [Step]
    /// What the iteration noted.
    public let record: StepRecord

    /// All of it as text.
    public var text: String {
        var lines = ["First the discriminator has its turn, while the generator's weights are constant:"]
        lines += before.map { "   \($0)" }
        lines.append("Then the generator, in six steps:")
        for (index, step) in steps.enumerated() {
            lines.append("\(index + 1)  \(step.title)")
            lines += step.lines.map { "   \($0)" }
        }
        return lines.joined(separator: "\n")
    }
}

/// Makes one iteration and tells what happens in it. The networks are trained by it as by ``step(_:on:batch:random:)``.
public func explain(
    _ gan: GAN, on data: any DataSource, batch: Int = 64, random: RandomStream
) throws -> Explanation {
    let options = TrainingOptions(length: .steps(1), batch: batch)
    try options.validate()
    defer {
        gan.generator.mode = .evaluating
        gan.discriminator.mode = .evaluating
    }
    let (G, D, loss) = (gan.generator.name, gan.discriminator.name, gan.loss)
    let generatorAtFirst = gan.generator.snapshot()

    var trainer = Trainer(gan, data, options, random)
    var before: [String] = []
    let real = try trainer.discriminatorTurns(at: 0) { turn in
        if before.isEmpty, let onReal = turn.onReal {
            before += [
                "\(turn.fake.shape) real samples and \(turn.fake.shape) of \(G)'s are judged;",
                "\(D) gives the real ones \(judgment(onReal.score, loss)) on average, the fake ones "
                    + "\(judgment(turn.onFake.score, loss));",
            ]
        }
        before.append(
            "its loss is \(NumberText.short(turn.loss.item)), its gradient has the length "
                + "\(NumberText.short(turn.gradientNorm)), \(D) is changed by \(gan.discriminatorOptimizer.rule.name)."
        )
    }
    let generatorStayed = gan.generator.snapshot() == generatorAtFirst
    before.append(
        generatorStayed
            ? "\(G) is the same as before, bit for bit." : "\(G) has changed, which must not happen.")

    let discriminatorAtFirst = gan.discriminator.snapshot()
    let weightsBefore = gan.generator.parameters.map { $0.value.floats }
    var steps: [Explanation.Step] = []
    try trainer.generatorTurns(at: 0, real: real) { turn in
        steps = generatorSteps(of: turn, in: gan, weightsBefore, discriminatorAtFirst)
    }
    return Explanation(before: before, steps: steps, record: trainer.record)
}

/// The generator's turn in the six steps of the lecture.
private func generatorSteps(
    of turn: Turn, in gan: GAN, _ weightsBefore: [[Float]], _ discriminatorAtFirst: NetworkSnapshot
) -> [Explanation.Step] {
    let (G, D, loss) = (gan.generator.name, gan.discriminator.name, gan.loss)
    let moved = zip(weightsBefore, gan.generator.parameters).reduce(0.0) { total, pair in
        total
            + zip(pair.0, pair.1.value.floats).reduce(0.0) { $0 + Double($1.0 - $1.1) * Double($1.0 - $1.1) }
    }.squareRoot()
    let layers = zip(turn.gradients.parameters, turn.gradients.tensors).map { parameter, gradient in
        "\(parameter.name) \(parameter.shape): \(NumberText.short(gradient.sumOfSquares.squareRoot()))"
    }
    let discriminatorStayed = gan.discriminator.snapshot() == discriminatorAtFirst
    return [
        Explanation.Step(
            title: "sample random noise",
            lines: [
                "z is \(turn.latent.noise.shape): a row for each sample, \(rangeText(turn.latent.noise))"
                    + (turn.latent.labels == nil ? "." : "; each is to become a sample of a class.")
            ]),
        Explanation.Step(
            title: "produce the generator's output",
            lines: ["\(G)(z) is \(turn.fake.shape), \(rangeText(turn.fake))."]),
        Explanation.Step(
            title: "\"real\" or \"fake\" for that output",
            lines: [
                "\(D)(\(G)(z)) is \(turn.onFake.score.shape), \(rangeText(turn.onFake.score)): "
                    + "\(judgment(turn.onFake.score, loss)) on average."
            ]),
        Explanation.Step(
            title: "the loss from the classification",
            lines: ["\(loss.signature) makes one number of it: \(NumberText.short(turn.loss.item))."]),
        Explanation.Step(
            title: "backpropagate through both, \(D) included",
            lines: [
                "The gradient for \(G) has the length \(NumberText.short(turn.gradientNorm)); by parameter:"
            ]
                + layers),
        Explanation.Step(
            title: "change only the generator's weights",
            lines: [
                "\(gan.generatorOptimizer.signature) moves \(G) by \(NumberText.short(moved)) in all.",
                discriminatorStayed
                    ? "\(D) is the same as before, bit for bit." : "\(D) has changed, which must not happen.",
            ]),
    ]
}

private func judgment(_ output: Tensor, _ loss: GANLoss) -> String {
    let statistics = OutputStatistics(real: output, fake: output, classifies: loss.classifies)
    guard loss.classifies else {
        let mean = output.withFloats { $0.reduce(0, +) / Float(max($0.count, 1)) }
        return "a score of \(NumberText.short(mean))"
    }
    let mean = output.withFloats { outputs in
        outputs.reduce(0.0) { $0 + sigmoidOf(Double($1)) } / Double(max(outputs.count, 1))
    }
    return "a probability of \(NumberText.short(mean)) to be real, and takes "
        + "\(Int(((statistics.accuracyOnReal ?? 0) * 100).rounded()))% of them for real"
}

private func rangeText(_ tensor: Tensor) -> String {
    tensor.withFloats { floats in
        guard let low = floats.min(), let high = floats.max() else { return "with nothing in it" }
        return "from \(NumberText.short(low)) to \(NumberText.short(high))"
    }
}
