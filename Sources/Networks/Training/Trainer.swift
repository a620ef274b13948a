import Tensors
import Text

/// Trains a GAN and tells the observer after each step.
///
/// While the discriminator has its turn nothing of the generator changes, and the other way round: parameters,
/// running statistics, bit for bit. Afterwards both networks are in evaluation.
///
/// - Parameters:
///   - random: Noise, batches and masks are drawn from it; nothing else that happens in between draws from it.
///   - observer: Called after each step; its answer decides whether to go on.
/// - Returns: The history. `gan.history` is the same, and keeps what there was when an error is thrown.
/// - Throws: ``Mistake`` when the numbers run away: at the first step with a number that is not finite.
@discardableResult
public func train(
    _ gan: GAN, on data: any DataSource, options: TrainingOptions, random: RandomStream,
    observer: ((TrainingState) throws -> Verdict)? = nil
) throws -> History {
    try options.validate()
    var trainer = try Trainer(gan, data, options, random, observer)
    defer { trainer.leave() }
    do {
        switch options.length {
        case .steps(let steps): try trainer.trainBySteps(steps)
        case .rounds(let rounds, let discriminatorEpochs, let generatorEpochs):
            try trainer.trainByRounds(rounds, discriminatorEpochs, generatorEpochs)
        }
    } catch is Interrupted {
        trainer.history.ending = .interrupted
    }
    return trainer.history
}

/// One step of a training: the discriminator's turn, then the generator's.
@discardableResult
public func step(
    _ gan: GAN, on data: any DataSource, batch: Int = 64, random: RandomStream
) throws -> StepRecord {
    let history = try train(
        gan, on: data, options: TrainingOptions(length: .steps(1), batch: batch), random: random)
    guard let record = history.latest else { throw Interrupted() }
    return record
}

private struct Trainer {
    let gan: GAN
    let data: any DataSource
    let options: TrainingOptions
    let random: RandomStream
    let observer: ((TrainingState) throws -> Verdict)?
    let history: History
    let discriminatorSteps: Int
    private var record = StepRecord()

    init(
        _ gan: GAN, _ data: any DataSource, _ options: TrainingOptions, _ random: RandomStream,
        _ observer: ((TrainingState) throws -> Verdict)?
    ) throws {
        self.gan = gan
        self.data = data
        self.options = options
        self.random = random
        self.observer = observer
        history = History(classifies: gan.loss.classifies)
        discriminatorSteps = options.discriminatorSteps ?? gan.loss.usualDiscriminatorSteps
        gan.history = history
        gan.generator.mode = .training
        gan.discriminator.mode = .training
        if let decay = options.averaging {
            if gan.average?.decay != decay {
                gan.average = try WeightAverage(of: gan.generator, decay: decay)
            }
        } else {
            gan.average = nil
        }
    }

    /// What a training leaves behind, however it ended.
    func leave() {
        gan.generator.mode = .evaluating
        gan.discriminator.mode = .evaluating
        gan.average?.network.mode = .evaluating
        gan.generatorOptimizer.rateFactor = 1
        gan.discriminatorOptimizer.rateFactor = 1
    }

    mutating func trainBySteps(_ steps: Int) throws {
        for step in 0..<steps {
            setRates(step, of: steps)
            var real: Batches.Batch?
            for _ in 0..<discriminatorSteps {
                let batch = try gan.realBatch(from: data, options.batch, random)
                real = batch
                note(try gan.discriminatorTurn(on: batch, step: step, random))
            }
            for _ in 0..<options.generatorSteps {
                if gan.loss.generatorNeedsReal, real == nil {
                    real = try gan.realBatch(from: data, options.batch, random)
                }
                note(try gan.generatorTurn(batch: options.batch, real: real, step: step, random))
            }
            if try finishStep(step, of: steps, round: nil) == .stop { return }
        }
    }

    mutating func trainByRounds(_ rounds: Int, _ discriminatorEpochs: Int, _ generatorEpochs: Int) throws {
        guard let set = data.finite else {
            throw Mistake(
                construct: "train", problem: "an epoch needs a finite set",
                note:
                    "\(data.name) can be drawn from without end; points(data.sample(2000)) makes a set of it, or "
                    + "give steps: instead of rounds:")
        }
        let batches = (set.count + options.batch - 1) / options.batch
        let steps = rounds * (discriminatorEpochs + generatorEpochs) * batches
        var step = 0
        for round in 1...rounds {
            for isDiscriminator in [true, false] {
                for _ in 0..<(isDiscriminator ? discriminatorEpochs : generatorEpochs) {
                    let epoch = try Batches(set, size: options.batch, random)
                    for index in 0..<epoch.count {
                        setRates(step, of: steps)
                        if isDiscriminator {
                            let real = try gan.checked(epoch.batch(index))
                            note(try gan.discriminatorTurn(on: real, step: step, random))
                        } else {
                            let size = epoch.rows[index].count
                            let real = gan.loss.generatorNeedsReal ? try gan.checked(epoch.batch(index)) : nil
                            note(try gan.generatorTurn(batch: size, real: real, step: step, random))
                        }
                        if try finishStep(step, of: steps, round: round) == .stop { return }
                        step += 1
                    }
                }
            }
        }
    }

    private func setRates(_ step: Int, of steps: Int) {
        let factor = Float(options.schedule.factor(step: step, of: steps))
        gan.generatorOptimizer.rateFactor = factor
        gan.discriminatorOptimizer.rateFactor = factor
    }

    private mutating func note(_ turn: DiscriminatorTurn) {
        let verdicts = Verdicts(
            real: turn.realOutput, fake: turn.fakeOutput, classifies: gan.loss.classifies)
        record.discriminatorLoss = Double(turn.loss.item)
        record.value = verdicts.value
        record.gap = verdicts.gap
        record.accuracyOnReal = verdicts.accuracyOnReal
        record.accuracyOnFake = verdicts.accuracyOnFake
        record.discriminatorGradientNorm = turn.gradientNorm
    }

    private mutating func note(_ turn: GeneratorTurn) {
        record.generatorLoss = Double(turn.loss.item)
        record.generatorGradientNorm = turn.gradientNorm
    }

    /// Writes the step down, asks the observer, and looks whether the person wants to stop.
    private func finishStep(_ step: Int, of steps: Int, round: Int?) throws -> Verdict {
        history.append(record)
        if let observer {
            let state = TrainingState(
                step: step + 1, steps: steps, round: round, record: record, history: history, gan: gan,
                data: data)
            if try observer(state) == .stop {
                history.ending = step + 1 == steps ? .finished : .stopped
                return .stop
            }
        }
        try Interruption.check()
        return .goOn
    }
}
