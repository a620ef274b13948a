import Budget
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
/// - Throws: ``Mistake`` when the numbers run away: at the first step with a number that is not finite;
///   `Interrupted` when the time is up that the run was given. Where a person asked to stop, the history is the result.
@discardableResult
public func train(
    _ gan: GAN, on data: any DataSource, options: TrainingOptions, random: RandomStream,
    observer: ((TrainingState) throws -> Decision)? = nil
) throws -> History {
    try options.validate()
    var trainer = Trainer(gan, data, options, random)
    try trainer.begin()
    defer { trainer.leave() }
    do {
        switch options.length {
        case .steps(let steps): try trainer.trainBySteps(steps, observer)
        case .rounds(let rounds, let discriminatorEpochs, let generatorEpochs):
            try trainer.trainByRounds(rounds, discriminatorEpochs, generatorEpochs, observer)
        }
    } catch is Interrupted where !Interruption.timeIsUp.load(ordering: .relaxed) {
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

/// What a training is made of: turns of both networks, and what they note.
struct Trainer {
    /// Is told each step and decides whether to go on.
    typealias Observer = (TrainingState) throws -> Decision

    let gan: GAN
    let data: any DataSource
    let options: TrainingOptions
    let random: RandomStream
    let history: History
    /// What the latest turns noted.
    private(set) var record: StepRecord

    init(_ gan: GAN, _ data: any DataSource, _ options: TrainingOptions, _ random: RandomStream) {
        self.gan = gan
        self.data = data
        self.options = options
        self.random = random
        history = History(of: gan)
        record = StepRecord(of: gan)
    }

    /// Makes the GAN ready for a training.
    func begin() throws {
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

    mutating func trainBySteps(_ steps: Int, _ observer: Observer?) throws {
        for step in 0..<steps {
            beginStep(step, of: steps)
            let real = try discriminatorTurns(at: step)
            try generatorTurns(at: step, real: real)
            if try finishStep(step, of: steps, round: nil, observer) == .stop { return }
        }
    }

    /// The discriminator's turns of one step, each told to `watch`; the last batch it saw.
    mutating func discriminatorTurns(
        at step: Int, _ watch: (Turn) -> Void = { _ in }
    ) throws -> Batches.Batch? {
        var real: Batches.Batch?
        for _ in 0..<(options.discriminatorSteps ?? gan.loss.usualDiscriminatorSteps) {
            let batch = try gan.realBatch(from: data, options.batch, random)
            real = batch
            let turn = try gan.discriminatorTurn(on: batch, step: step, random)
            record.note(discriminator: turn, of: gan)
            watch(turn)
        }
        return real
    }

    /// The generator's turns of one step.
    mutating func generatorTurns(
        at step: Int, real: Batches.Batch?, _ watch: (Turn) -> Void = { _ in }
    ) throws {
        var real = real
        for _ in 0..<options.generatorSteps {
            if gan.loss.generatorNeedsReal, real == nil {
                real = try gan.realBatch(from: data, options.batch, random)
            }
            let turn = try gan.generatorTurn(batch: options.batch, real: real, step: step, random)
            record.note(generator: turn)
            watch(turn)
        }
    }

    mutating func trainByRounds(
        _ rounds: Int, _ discriminatorEpochs: Int, _ generatorEpochs: Int, _ observer: Observer?
    ) throws {
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
                        beginStep(step, of: steps)
                        if isDiscriminator {
                            let real = try gan.checked(epoch.batch(index))
                            let turn = try gan.discriminatorTurn(on: real, step: step, random)
                            record.note(discriminator: turn, of: gan)
                        } else {
                            let size = epoch.rows[index].count
                            let real = gan.loss.generatorNeedsReal ? try gan.checked(epoch.batch(index)) : nil
                            let turn = try gan.generatorTurn(
                                batch: size, real: real, step: step, random)
                            record.note(generator: turn)
                        }
                        if try finishStep(step, of: steps, round: round, observer) == .stop { return }
                        step += 1
                    }
                }
            }
        }
    }

    /// Nothing is noted yet, and the rates are the step's.
    private mutating func beginStep(_ step: Int, of steps: Int) {
        record = StepRecord(of: gan)
        let factor = Float(options.schedule.factor(step: step, of: steps))
        gan.generatorOptimizer.rateFactor = factor
        gan.discriminatorOptimizer.rateFactor = factor
    }

    /// Writes the step down, asks the observer, and looks whether the person wants to stop.
    private func finishStep(
        _ step: Int, of steps: Int, round: Int?, _ observer: Observer?
    ) throws -> Decision {
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
