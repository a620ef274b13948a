import Tensors
import Text

/// How long to train and in which rhythm.
public struct TrainingOptions: Sendable {
    /// What a training counts.
    public enum Length: Sendable, Equatable {
        /// Steps; in each the discriminator makes its steps, then the generator.
        case steps(Int)
        /// Rounds over a finite set; in each the discriminator trains for some epochs, then the generator.
        case rounds(Int, discriminatorEpochs: Int, generatorEpochs: Int)
    }

    /// How long.
    public var length: Length
    /// How many samples a batch has.
    public var batch: Int
    /// How many steps the discriminator makes in each step; the loss's usual number if nil.
    public var discriminatorSteps: Int?
    /// How many steps the generator makes in each step.
    public var generatorSteps: Int
    /// How both learning rates change.
    public var schedule: Schedule
    /// Keep a running average of the generator's weights with this decay.
    public var averaging: Float?

    /// Describes a training.
    public init(
        length: Length, batch: Int = 64, discriminatorSteps: Int? = nil, generatorSteps: Int = 1,
        schedule: Schedule = .constant, averaging: Float? = nil
    ) {
        self.length = length
        self.batch = batch
        self.discriminatorSteps = discriminatorSteps
        self.generatorSteps = generatorSteps
        self.schedule = schedule
        self.averaging = averaging
    }

    func validate() throws {
        func require(_ value: Int, atLeast least: Int = 1, _ label: String) throws {
            guard value >= least else {
                throw Mistake(
                    construct: "train", problem: "\(label) must be at least \(least)", note: "got \(value)")
            }
        }
        switch length {
        case .steps(let steps): try require(steps, "steps")
        case .rounds(let rounds, let discriminatorEpochs, let generatorEpochs):
            try require(rounds, "rounds")
            try require(discriminatorEpochs, atLeast: 0, "discriminatorEpochs")
            try require(generatorEpochs, atLeast: 0, "generatorEpochs")
            if discriminatorEpochs == 0, generatorEpochs == 0 {
                throw Mistake(
                    construct: "train", problem: "nobody trains",
                    note: "discriminatorEpochs and generatorEpochs are both 0")
            }
        }
        try require(batch, "batch")
        if let discriminatorSteps { try require(discriminatorSteps, atLeast: 0, "discriminatorSteps") }
        try require(generatorSteps, atLeast: 0, "generatorSteps")
        if generatorSteps == 0, discriminatorSteps == 0 {
            throw Mistake(
                construct: "train", problem: "nobody trains",
                note: "discriminatorSteps and generatorSteps are both 0")
        }
    }
}

/// What a training tells its observer after each step.
public struct TrainingState {
    /// The step just made, counted from 1. In rounds, each batch of either network is a step.
    public let step: Int
    /// How many steps there will be.
    public let steps: Int
    /// The round, counted from 1, where the training goes by rounds.
    public let round: Int?
    /// What the step noted.
    public let record: StepRecord
    /// Everything noted so far, this step included.
    public let history: History
    /// The networks as they are now.
    public let gan: GAN
    /// The data that are trained on.
    public let data: any DataSource
}

/// An observer's answer.
public enum Decision: Sendable {
    /// Go on training.
    case goOn
    /// Stop after this step and keep everything.
    case stop
}
