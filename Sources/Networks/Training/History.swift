/// What a training noted at every step: for each measure that its GAN has a list with an entry a step. What belongs
/// to a network that had no turn in a step is NaN there.
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

    /// How the training came to its end.
    public internal(set) var ending = Ending.finished
    /// How many steps were made.
    public private(set) var count = 0
    /// The measures that stand in a line of numbers, with what they are called there.
    public let shown: [(measure: Measure, label: String)]
    private var lists: [Measure: [Double]]

    /// An empty history of a training of this GAN.
    init(of gan: GAN) {
        shown = Measure.allCases.compactMap { measure in measure.label(for: gan).map { (measure, $0) } }
        lists = [:]
        for measure in Measure.allCases where measure.isNoted(for: gan) { lists[measure] = [] }
    }

    /// A measure at every step; nil where the GAN has no such thing.
    public subscript(measure: Measure) -> [Double]? { lists[measure] }

    func append(_ record: StepRecord) {
        count += 1
        for measure in Array(lists.keys) { lists[measure]?.append(record[measure] ?? .nan) }
    }

    /// What each network noted in its latest turn, if there was a step.
    public var latest: StepRecord? {
        guard count > 0 else { return nil }
        var record = StepRecord()
        for (measure, list) in lists { record[measure] = list.last(where: { !$0.isNaN }) ?? .nan }
        return record
    }
}

/// What one step noted.
public struct StepRecord: Sendable, Equatable {
    private var values: [Measure: Double] = [:]

    init() {}

    /// Nothing yet: NaN for each measure that a training of this GAN notes.
    init(of gan: GAN) {
        for measure in Measure.allCases where measure.isNoted(for: gan) { values[measure] = .nan }
    }

    /// What a measure came to; nil where the GAN has no such thing.
    public internal(set) subscript(measure: Measure) -> Double? {
        get { values[measure] }
        set { values[measure] = newValue }
    }

    /// Notes what the discriminator's turn showed.
    mutating func note(discriminator turn: Turn, of gan: GAN) {
        guard let onReal = turn.onReal else { return }
        let outputs = OutputStatistics(
            real: onReal.score, fake: turn.onFake.score, classifies: gan.loss.classifies)
        self[.discriminatorLoss] = Double(turn.loss.item)
        self[.discriminatorGradientNorm] = turn.gradientNorm
        self[.value] = outputs.value
        self[.gap] = outputs.gap
        self[.accuracy] = outputs.accuracy
        self[.accuracyOnReal] = outputs.accuracyOnReal
        self[.accuracyOnFake] = outputs.accuracyOnFake
        self[.classAccuracy] = classAccuracy(turn.onFake, turn.latent.labels)
    }

    /// Notes what the generator's turn showed.
    mutating func note(generator turn: Turn) {
        self[.generatorLoss] = Double(turn.loss.item)
        self[.generatorGradientNorm] = turn.gradientNorm
    }
}
