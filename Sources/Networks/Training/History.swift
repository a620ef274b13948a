/// What a training noted at every step. All lists have an entry a step; what belongs to a network that has not had
/// its first turn yet is NaN.
public final class History {
    /// How a training came to its end.
    public enum Ending: Equatable, Sendable {
        /// All steps were made.
        case finished
        /// The observer asked to stop.
        case stopped
        /// The person interrupted it; everything so far is kept.
        case interrupted
    }

    /// Whether the discriminator classifies, so that accuracy means something.
    public let classifies: Bool
    /// The discriminator's loss, with its penalties; of its last step where it makes several.
    public internal(set) var discriminatorLoss: [Double] = []
    /// The generator's loss, of its last step where it makes several.
    public internal(set) var generatorLoss: [Double] = []
    /// The value of the game: E[log D(x)] + E[log(1 − D(G(z)))] where D classifies, E[D(x)] − E[D(G(z))] where it
    /// scores.
    public internal(set) var value: [Double] = []
    /// E[D(x)] − E[D(G(z))], of probabilities where D classifies.
    public internal(set) var gap: [Double] = []
    /// The share of real samples taken for real; nil for critics, which have no threshold.
    public internal(set) var accuracyOnReal: [Double]?
    /// The share of fake samples taken for fake; nil for critics.
    public internal(set) var accuracyOnFake: [Double]?
    /// The length of the discriminator's gradient.
    public internal(set) var discriminatorGradientNorm: [Double] = []
    /// The length of the generator's gradient.
    public internal(set) var generatorGradientNorm: [Double] = []
    /// How the training came to its end.
    public internal(set) var ending = Ending.finished

    /// An empty history.
    public init(classifies: Bool) {
        self.classifies = classifies
        if classifies {
            accuracyOnReal = []
            accuracyOnFake = []
        }
    }

    /// How many steps were made.
    public var count: Int { generatorLoss.count }

    /// The mean of both accuracies at every step; nil for critics.
    public var accuracy: [Double]? {
        guard let accuracyOnReal, let accuracyOnFake else { return nil }
        return zip(accuracyOnReal, accuracyOnFake).map { ($0 + $1) / 2 }
    }

    func append(_ record: StepRecord) {
        discriminatorLoss.append(record.discriminatorLoss)
        generatorLoss.append(record.generatorLoss)
        value.append(record.value)
        gap.append(record.gap)
        if let onReal = record.accuracyOnReal { accuracyOnReal?.append(onReal) }
        if let onFake = record.accuracyOnFake { accuracyOnFake?.append(onFake) }
        discriminatorGradientNorm.append(record.discriminatorGradientNorm)
        generatorGradientNorm.append(record.generatorGradientNorm)
    }
}

/// What one step noted.
public struct StepRecord: Sendable, Equatable {
    /// See ``History`` for each.
    public internal(set) var discriminatorLoss = Double.nan
    /// The generator's loss.
    public internal(set) var generatorLoss = Double.nan
    /// The value of the game.
    public internal(set) var value = Double.nan
    /// The gap between real and fake.
    public internal(set) var gap = Double.nan
    /// The share of real samples taken for real, nil for critics.
    public internal(set) var accuracyOnReal: Double?
    /// The share of fake samples taken for fake, nil for critics.
    public internal(set) var accuracyOnFake: Double?
    /// The length of the discriminator's gradient.
    public internal(set) var discriminatorGradientNorm = Double.nan
    /// The length of the generator's gradient.
    public internal(set) var generatorGradientNorm = Double.nan

    init() {}
}

extension History {
    /// What the latest step noted, if there was one.
    public var latest: StepRecord? {
        guard count > 0 else { return nil }
        var record = StepRecord()
        record.discriminatorLoss = discriminatorLoss[count - 1]
        record.generatorLoss = generatorLoss[count - 1]
        record.value = value[count - 1]
        record.gap = gap[count - 1]
        record.accuracyOnReal = accuracyOnReal?.last
        record.accuracyOnFake = accuracyOnFake?.last
        record.discriminatorGradientNorm = discriminatorGradientNorm[count - 1]
        record.generatorGradientNorm = generatorGradientNorm[count - 1]
        return record
    }
}
