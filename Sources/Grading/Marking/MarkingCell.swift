import Notebook

/// A cell of a student's session, as it is run again to be marked.
struct MarkingCell: Codable, Sendable {
    /// What messages call it, and the number of its first line there.
    var name: String
    var firstLine: Int
    var text: String
    /// The name of its random numbers, if it is a lesson's; what it prints is then not the student's.
    var streamName: String?
    /// Whether the student knows already that it fails, and need not be told again.
    var hasFailed: Bool

    /// A cell that was run in a session.
    init(_ cell: SessionCell) {
        name = cell.file.name
        firstLine = cell.file.firstLine
        text = cell.source
        streamName = cell.streamName
        hasFailed = !cell.isDone
    }

    /// A cell of a script.
    init(_ cell: Cell, of script: String) {
        name = script
        firstLine = cell.firstLine
        text = cell.text
        hasFailed = false
    }
}
