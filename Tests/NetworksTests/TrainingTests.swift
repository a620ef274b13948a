import Budget
import Foundation
import Networks
import Tensors
import Testing
import Text

// One after the other: the interruption flag belongs to the whole process.
@Suite("Training", .serialized)
struct TrainingTests {
    private let ring: GaussianMixture
    init() throws { ring = try .ring() }

    private func options(_ steps: Int, batch: Int = 32) -> TrainingOptions {
        TrainingOptions(length: .steps(steps), batch: batch)
    }

    @Test("while the discriminator trains the generator stays, bit for bit, running statistics included")
    func discriminatorTurnLeavesGenerator() throws {
        let gan = try smallGAN()
        let (generator, discriminator) = (gan.generator.snapshot(), gan.discriminator.snapshot())
        var options = options(5)
        options.generatorSteps = 0
        try train(gan, on: ring, options: options, random: RandomStream(seed: 3))
        #expect(gan.generator.snapshot() == generator)
        #expect(gan.discriminator.snapshot() != discriminator)
    }

    @Test("while the generator trains the discriminator stays, bit for bit, running statistics included")
    func generatorTurnLeavesDiscriminator() throws {
        let gan = try smallGAN()
        let (generator, discriminator) = (gan.generator.snapshot(), gan.discriminator.snapshot())
        var options = options(5)
        options.discriminatorSteps = 0
        try train(gan, on: ring, options: options, random: RandomStream(seed: 3))
        #expect(gan.discriminator.snapshot() == discriminator)
        #expect(gan.generator.snapshot() != generator)
        #expect(gan.generator.statistics[0].value.floats.contains { $0 != 0 })
    }

    @Test(
        "the same seed gives the same bits, whatever is watched in between",
        arguments: [
            "nonSaturating", "minimax", "wasserstein", "penalty", "hinge", "leastSquares", "relativistic",
            "r1",
        ])
    func sameSeedSameBits(name: String) throws {
        let loss: GANLoss
        switch name {
        case "minimax": loss = try .minimax()
        case "wasserstein": loss = try .wasserstein(clip: 0.05)
        case "penalty": loss = try .wasserstein(penalty: 10)
        case "hinge": loss = .hinge()
        case "leastSquares": loss = .leastSquares()
        case "relativistic": loss = .relativistic()
        case "r1": loss = try .nonSaturating().adding(.r1(weight: 0.1))
        default: loss = try .nonSaturating()
        }
        // A penalty differentiates twice, which BatchNorm allows, but a critic has none by custom.
        let hasState = loss.penalties.isEmpty
        let (first, second) = (
            try smallGAN(loss: loss, withState: hasState), try smallGAN(loss: loss, withState: hasState)
        )
        let a = try train(first, on: ring, options: options(6), random: RandomStream(seed: 3))
        let watching = RandomStream(seed: 99)
        let b = try train(second, on: ring, options: options(6), random: RandomStream(seed: 3)) { state in
            _ = try state.gan.sample(10, watching)
            _ = try state.gan.verdict(on: state.gan.sample(10, watching), watching)
            return .goOn
        }
        #expect(a[.generatorLoss] == b[.generatorLoss])
        #expect(a[.discriminatorLoss] == b[.discriminatorLoss])
        #expect(first.generator.isSame(as: second.generator))
        #expect(first.discriminator.isSame(as: second.discriminator))
        #expect(try #require(a[.generatorLoss]).allSatisfy { $0.isFinite })
        #expect((a[.accuracyOnReal] != nil) == loss.classifies)
    }

    @Test("clipping keeps every weight of the critic within its bound")
    func criticIsClipped() throws {
        let gan = try smallGAN(loss: .wasserstein(clip: 0.01), withState: false, learningRate: 0.01)
        try train(gan, on: ring, options: options(3), random: RandomStream(seed: 3))
        #expect(gan.discriminator.parameters.allSatisfy { $0.value.floats.allSatisfy { abs($0) <= 0.01 } })
    }

    @Test("the history has an entry a step, and numbers that fit together")
    func historyFitsTogether() throws {
        let gan = try smallGAN()
        let history = try train(gan, on: ring, options: options(7), random: RandomStream(seed: 3))
        #expect(history.count == 7)
        #expect(history.ending == .finished)
        #expect(gan.history === history)
        for measure in Measure.allCases where measure.absence == nil {
            #expect(history[measure]?.count == 7, "\(measure)")
            #expect(history.latest?[measure] == history[measure]?.last, "\(measure)")
        }
        // Without smoothing the discriminator's loss is minus the value of the game.
        for (loss, value) in zip(try #require(history[.discriminatorLoss]), try #require(history[.value])) {
            #expect(abs(loss + value) < 1e-5)
        }
        let onReal = try #require(history[.accuracyOnReal])
        let accuracy = try #require(history[.accuracy])
        #expect(onReal.count == 7 && accuracy.allSatisfy { (0...1).contains($0) })
        #expect(gan.generator.mode == .evaluating && gan.discriminator.mode == .evaluating)
    }

    @Test("the observer sees each step and may stop")
    func observerStops() throws {
        let gan = try smallGAN()
        var seen: [Int] = []
        let history = try train(gan, on: ring, options: options(10), random: RandomStream(seed: 3)) { state in
            seen.append(state.step)
            #expect(state.steps == 10 && state.history.count == state.step)
            return state.step == 4 ? .stop : .goOn
        }
        #expect(seen == [1, 2, 3, 4])
        #expect(history.count == 4 && history.ending == .stopped)
    }

    @Test("an interruption stops after the step and keeps everything")
    func interruption() async {
        // In a process of its own: everything that computes looks at the flag.
        await #expect(processExitsWith: .success) {
            let test = try TrainingTests()
            let gan = try smallGAN()
            let before = gan.generator.snapshot()
            let history = try train(
                gan, on: test.ring, options: test.options(10), random: RandomStream(seed: 3)
            ) { state in
                if state.step == 3 { Interruption.requested.store(true, ordering: .relaxed) }
                return .goOn
            }
            #expect(history.ending == .interrupted)
            #expect(history.count == 3)
            #expect(gan.generator.snapshot() != before)
            let isStillAsked = Interruption.requested.load(ordering: .relaxed)
            #expect(!isStillAsked)
        }
    }

    @Test("a training that runs out of time has no history to give")
    func timeIsUp() async {
        await #expect(processExitsWith: .success) {
            let test = try TrainingTests()
            let gan = try smallGAN()
            #expect(throws: Interrupted.self) {
                try train(gan, on: test.ring, options: test.options(10), random: RandomStream(seed: 3)) {
                    state in
                    if state.step == 3 { Interruption.endTime() }
                    return .goOn
                }
            }
            #expect(gan.history?.count == 3)
            // The request stands until whoever gave the time takes it back.
            #expect(throws: Interrupted.self) { try Interruption.check() }
            Interruption.reset()
            #expect(throws: Never.self) { try Interruption.check() }
        }
    }

    @Test("a number that is no number is found at its step, with the parameter's name")
    func divergence() throws {
        let gan = try smallGAN(withState: false)
        let error = mistake {
            try train(gan, on: ring, options: options(10), random: RandomStream(seed: 3)) { state in
                if state.step == 4 { try state.gan.generator.parameters[2].update { $0[0] = .nan } }
                return .goOn
            }
        }
        let found = try #require(error)
        #expect(found.problem == "the numbers ran away at step 5")
        #expect(gan.history?.count == 4)
        #expect(gan.discriminator.parameters.allSatisfy { $0.value.floats.allSatisfy { $0.isFinite } })
    }

    @Test("a wild learning rate ends in an explanation that names the network")
    func wildRate() throws {
        let gan = try smallGAN(loss: .leastSquares(), withState: false, learningRate: 1e18)
        let error = try #require(
            mistake {
                try train(gan, on: ring, options: options(50), random: RandomStream(seed: 3))
            })
        #expect(error.problem.hasPrefix("the numbers ran away at step "))
        #expect(error.note.contains("a smaller learning rate"))
    }

    @Test("an epoch goes through a finite set once, with the short batch at its end")
    func rounds() throws {
        let gan = try smallGAN()
        let set = try FiniteData(points: ring.sample(50, RandomStream(seed: 5)))
        var options = TrainingOptions(
            length: .rounds(2, discriminatorEpochs: 2, generatorEpochs: 1), batch: 16)
        options.schedule = .linear(after: 0.5)
        var rounds: [Int] = []
        let history = try train(gan, on: set, options: options, random: RandomStream(seed: 3)) { state in
            rounds.append(state.round ?? 0)
            return .goOn
        }
        // 50 points in batches of 16 are 4 batches; 2 + 1 epochs in each of 2 rounds.
        #expect(history.count == 24)
        #expect(rounds == Array(repeating: 1, count: 12) + Array(repeating: 2, count: 12))
        #expect(
            mistake { try train(gan, on: ring, options: options, random: RandomStream(seed: 3)) }?.problem
                == "an epoch needs a finite set")
    }

    @Test("the running average lies between where the weights were and where they are")
    func averaging() throws {
        let gan = try smallGAN(withState: false)
        let first = gan.generator.parameters[0].value.floats[0]
        var options = options(20)
        options.averaging = 0.9
        try train(gan, on: ring, options: options, random: RandomStream(seed: 3))
        let average = try #require(gan.average).network
        #expect(!average.isSame(as: gan.generator))
        #expect(gan.shownGenerator === average)
        let (now, mean) = (gan.generator.parameters[0].value.floats[0], average.parameters[0].value.floats[0])
        #expect(abs(mean - now) < abs(first - now))
    }

    @Test(
        "the weights of a step count the decay times as much as those of the next",
        arguments: [0, 0.5, 0.9, 0.999])
    func averageIsTheFormulas(decay: Float) throws {
        let network = try Network(Dense(1, 1, random: RandomStream(seed: 1)), name: "G")
        let average = try WeightAverage(of: network, decay: decay)
        let values: [Float] = [3, -1, 4, 1, 5]
        for value in values {
            try network.parameters[0].assign(full([1, 1], value))
            try average.update()
        }
        let counts = values.indices.map { pow(Double(decay), Double(values.count - 1 - $0)) }
        let expected = zip(values, counts).reduce(0) { $0 + Double($1.0) * $1.1 } / counts.reduce(0, +)
        #expect(abs(Double(average.network.parameters[0].value.item) - expected) < 1e-5)
    }

    @Test("what belongs to a network that had no turn is NaN, and the latest turn of each is told")
    func turnsThatDidNotHappen() throws {
        let set = try FiniteData(points: ring.sample(32, RandomStream(seed: 5)))
        let options = TrainingOptions(
            length: .rounds(2, discriminatorEpochs: 1, generatorEpochs: 2), batch: 16)
        let history = try train(smallGAN(), on: set, options: options, random: RandomStream(seed: 3))
        let isDiscriminators = (0..<12).map { $0 % 6 < 2 }
        let ofGenerator: Set = [Measure.generatorLoss, .generatorGradientNorm]
        for measure in Measure.allCases {
            guard let notes = history[measure] else { continue }
            let isNoted = isDiscriminators.map { $0 != ofGenerator.contains(measure) }
            #expect(notes.map { !$0.isNaN } == isNoted, "\(measure)")
        }
        let latest = try #require(history.latest)
        #expect(latest[.discriminatorLoss] == history[.discriminatorLoss]?[7])
        #expect(latest[.generatorLoss] == history[.generatorLoss]?[11])
    }

    @Test("an optimizer tells the rate that a schedule gives it")
    func scheduledRate() throws {
        let gan = try smallGAN(learningRate: 0.5)
        var options = options(4)
        options.schedule = .steps(every: 1, factor: 0.5)
        var rates: [Float] = []
        try train(gan, on: ring, options: options, random: RandomStream(seed: 3)) { state in
            rates.append(state.gan.generatorOptimizer.currentRate)
            return .goOn
        }
        #expect(rates == [0.5, 0.25, 0.125, 0.0625])
        #expect(gan.generatorOptimizer.currentRate == 0.5)
    }

    @Test("real and generated samples of different shapes are named")
    func differentShapes() throws {
        let gan = try smallGAN()
        let line = try GaussianMixture.gaussian()
        #expect(
            mistake { try train(gan, on: line, options: options(1), random: RandomStream(seed: 3)) }?.note
                == "the data give [32, 1] and G makes [32, 2]")
    }

    @Test("a GAN of networks that do not fit is refused")
    func badGANs() throws {
        let random = RandomStream(seed: 1)
        let (G, D) = (
            try Network(Dense(4, 2, random: random), name: "G"),
            try Network(Dense(2, 1, random: random), name: "D")
        )
        #expect(
            mistake { _ = try GAN(generator: G, discriminator: D, noise: 5) }?.note
                == "noise is 5 and G takes [n, 4]")
        #expect(
            mistake { _ = try GAN(generator: G, discriminator: G, noise: 4) }?.problem
                == "the two networks share parameters")
        #expect(
            mistake {
                _ = try GAN(
                    generator: G, discriminator: D, noise: 4, generatorOptimizer: Optimizer(Adam(), of: D))
            }?.note == "it was made for D")
    }

    @Test("explain makes the same step and tells its six parts")
    func explanation() throws {
        let (told, silent) = (try smallGAN(), try smallGAN())
        let explanation = try explain(told, on: ring, batch: 32, random: RandomStream(seed: 3))
        let record = try step(silent, on: ring, batch: 32, random: RandomStream(seed: 3))
        #expect(told.generator.isSame(as: silent.generator))
        #expect(explanation.record == record)
        #expect(explanation.steps.count == 6)
        #expect(explanation.text.contains("1  sample random noise\n   z is [32, 4]"))
        #expect(explanation.text.contains("D is the same as before, bit for bit."))
        #expect(explanation.text.contains("G is the same as before, bit for bit."))
    }

    @Test("one thread and two give the same bits")
    func threads() throws {
        let before = Machine.threads
        defer { Machine.threads = before }
        func run(threads: Int) throws -> (GAN, History) {
            Machine.threads = threads
            let gan = try smallGAN()
            return (
                gan, try train(gan, on: ring, options: options(5, batch: 300), random: RandomStream(seed: 3))
            )
        }
        let (one, two) = (try run(threads: 1), try run(threads: 2))
        #expect(one.0.generator.isSame(as: two.0.generator))
        #expect(one.1[.generatorLoss] == two.1[.generatorLoss])
    }
}
