/// What a marking process is given on its standard input: everything it needs, so that it opens no file.
struct MarkingJob: Codable {
    /// The submission's name for messages, and its text.
    var submission: String
    var script: String
    /// The cells of a session that are run before the script; a file that was handed in has none.
    var sessionCells: [MarkingCell]
    /// The columns of the window that messages are set for; nil: they are not.
    var window: Int?
    /// The name of the checks file and its text.
    var checksName: String
    var checks: String
    /// The seed of every random stream.
    var seed: UInt64
    /// Where the data sets are, for `mnist()` and its like.
    var home: String?
}
