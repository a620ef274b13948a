import Networks
import Tensors
import Testing

@Suite("Class-conditional GANs")
struct ConditioningTests {
    private let leaky = ActivationLayer(.leakyRelu(slope: 0.2))
    private let random = RandomStream(seed: 1)

    /// Three heaps, each a class.
    private func heaps() throws -> GaussianMixture {
        try GaussianMixture([[-2, 0], [2, 0], [0, 2]], sigmas: [0.1])
    }

    private func generator() throws -> Network {
        try Network(Dense(7, 48, random: random), leaky, Dense(48, 2, random: random), name: "G")
    }

    /// Names the class beside its verdict.
    private func naming(_ outputs: Int = 4) throws -> Network {
        try Network(Dense(2, 48, random: random), leaky, Dense(48, outputs, random: random), name: "D")
    }

    /// Judges a sample together with its class.
    private func joint() throws -> Network {
        let body = try Sequential([Dense(5, 48, random: random), leaky, Dense(48, 1, random: random)])
        return Network(
            FunctionLayer([body], inputCount: 2) { inputs, layers, pass in
                try layers[0](concatenate(inputs, axis: 1), pass)
            }, name: "D")
    }

    private func gan(_ judge: Network, loss: GANLoss? = nil) throws -> GAN {
        let generator = try generator()
        return try GAN(
            generator: generator, discriminator: judge, noise: 4, classes: 3, loss: loss,
            generatorOptimizer: Optimizer(Adam(beta1: 0.5), of: generator, learningRate: 0.005),
            discriminatorOptimizer: Optimizer(Adam(beta1: 0.5), of: judge, learningRate: 0.005))
    }

    @Test(
        "the generator makes the class that it is asked for, however the judge learns of it",
        arguments: [0, 1])
    func asked(kind: Int) throws {
        let gan = try gan(kind == 0 ? naming() : joint())
        var options = TrainingOptions(length: .steps(600), batch: 64)
        options.schedule = .linear(after: 0.5)
        options.averaging = 0.99
        let history = try train(gan, on: heaps(), options: options, random: RandomStream(seed: 2))
        // Only a discriminator that names classes can tell whether the generator obeys.
        #expect((history[.classAccuracy] != nil) == (kind == 0))
        #expect((history.latest?[.classAccuracy] ?? 1) > 0.9)
        for (label, center) in [[-2, 0], [2, 0], [0, 2]].enumerated() as EnumeratedSequence<[[Float]]> {
            let samples = try gan.sample(200, labels: [Int](repeating: label, count: 200), random)
            let middle = try mean(samples, axis: 0).floats
            #expect(abs(middle[0] - center[0]) < 0.3 && abs(middle[1] - center[1]) < 0.3)
        }
    }

    @Test("the auxiliary loss is the cross entropy of the classes, on real and fake alike")
    func auxiliaryLoss() throws {
        let judge = try naming()
        let parameters = judge.parameters
        // Outputs that depend on nothing: a verdict of 0 and the logits 1, 2, 3.
        for parameter in parameters { try parameter.assign(zeros(parameter.shape)) }
        try parameters[3].assign(Tensor([0, 1, 2, 3], [4]))
        let gan = try gan(judge)
        let history = try train(
            gan, on: mixtureOfOneClass(2), options: TrainingOptions(length: .steps(1), batch: 50),
            random: RandomStream(seed: 4))
        // −log softmax([1, 2, 3]) is 2.4076, 1.4076, 0.4076: the real ones are of class 2, the fake ones of any.
        let classLoss = try #require(history[.discriminatorLoss])[0] - 2 * 0.6931472
        #expect(classLoss > 2 * 0.4076 - 1e-3 && classLoss < 0.4076 + 2.4076)
        // With 50 fake samples the mean of 0, 1 and 2 steps more is a multiple of one fiftieth.
        let steps = (classLoss - 2 * 0.4076059) * 50
        #expect(abs(steps - steps.rounded()) < 1e-3 && steps > 10 && steps < 90)
        // Class 2 is found in every sample, so those obey that were to be of class 2: the rest of the 50 are one or
        // two steps away.
        let obeying = try #require(history[.classAccuracy])[0] * 50
        #expect(abs(obeying - obeying.rounded()) < 1e-9)
        #expect(50 - obeying <= steps && steps <= 2 * (50 - obeying))
    }

    /// Three classes of which only one has any weight.
    private func mixtureOfOneClass(_ label: Int) throws -> GaussianMixture {
        try GaussianMixture(
            [[-2, 0], [2, 0], [0, 2]], sigmas: [0.1], weights: (0..<3).map { $0 == label ? 1 : 0 })
    }

    @Test("a penalty looks at the verdict only")
    func penalty() throws {
        for judge in [try naming(), try joint()] {
            let gan = try gan(judge, loss: .nonSaturating().adding(.r1(weight: 0.1)))
            let history = try train(
                gan, on: heaps(), options: TrainingOptions(length: .steps(3), batch: 16),
                random: RandomStream(seed: 3))
            let isFinite = try #require(history[.discriminatorLoss]).allSatisfy { $0.isFinite }
            #expect(isFinite)
        }
    }

    @Test("networks and data that know nothing of the classes are told apart")
    func mistakes() throws {
        let options = TrainingOptions(length: .steps(1))
        let deaf = try gan(naming(1))
        #expect(
            mistake { _ = try train(deaf, on: heaps(), options: options, random: random) }?.problem
                == "the discriminator does not learn of the classes")
        let sighted = try gan(naming())
        #expect(
            mistake {
                _ = try train(
                    sighted, on: FiniteData(points: zeros([9, 2])), options: options, random: random)
            }?.problem == "these data have no labels")
        #expect(
            mistake { _ = try train(sighted, on: GaussianMixture.ring(), options: options, random: random) }?
                .note == "the GAN knows 3, counted from 0")
        #expect(
            mistake { _ = try sighted.sample(2, labels: [0], random) }?.note
                == "there are 2 samples and 1 labels")
        #expect(
            mistake { _ = try gan(joint()).verdict(on: zeros([2, 2]), random) }?.problem
                == "D judges a sample together with its class")
        #expect(
            mistake { _ = try smallGAN().sample(2, labels: [0, 1], random) }?.problem
                == "this GAN knows no classes")
        let small = try Network(Dense(4, 2, random: random), name: "G")
        #expect(
            mistake {
                _ = try GAN(generator: small, discriminator: naming(), noise: 4, classes: 3)
            }?.note == "noise and classes are 4 + 3 numbers and G takes [n, 4]")
    }
}
