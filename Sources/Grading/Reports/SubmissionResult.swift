import Text

/// What became of one check.
public enum CheckStatus: String, Codable, Sendable {
    /// Every comparison held.
    case passed
    /// The student's work did not do what the check asks.
    case failed
    /// A check that this one builds on did not pass, so it was not run.
    case skipped
    /// The check itself went wrong: its author must look.
    case error
}

/// One line of a mark: a check, its points, and what it observed.
public struct MarkedCheck: Codable, Equatable, Sendable {
    /// The check's name, as its author gave it.
    public var name: String
    /// The points earned, between 0 and `maxScore`.
    public var score: Double
    /// The points to be had.
    public var maxScore: Double
    /// What became of it.
    public var status: CheckStatus
    /// What was observed, what was expected, and where to look.
    public var output: String
    /// Whether the student is told nothing but that it exists.
    public var isHidden: Bool

    enum CodingKeys: String, CodingKey {
        case name, score, status, output
        case maxScore = "max_score"
        case isHidden = "hidden"
    }
}

/// The mark of one submission, as it stands in `NAME.json`.
public struct SubmissionResult: Codable, Equatable, Sendable {
    /// The submission's name: its path below the common folder, without the extension.
    public var submission: String
    /// The points earned.
    public var score: Double
    /// The points to be had.
    public var maxScore: Double
    /// One entry a check, in the order of the checks file.
    public var tests: [MarkedCheck]
    /// What has to be said about the script as a whole: cells that were left out or failed, limits reached.
    public var notes: [String]
    /// The seed of every random stream.
    public var seed: UInt64
    /// Duel's version.
    public var version: String

    enum CodingKeys: String, CodingKey {
        case submission, score, tests, notes, seed, version
        case maxScore = "max_score"
    }
}

extension SubmissionResult {
    /// The result as JSON, keys sorted, one a line, so that two runs give the same bytes.
    public var json: String {
        get throws { try JSON(encoding: self).lines + "\n" }
    }
}
