import Notebook

/// A cell of a student's work, as it is run to be marked.
struct MarkingCell: Codable, Sendable {
    /// Its text and where it comes from. What a lesson's cell prints is not the student's.
    var source: CellSource
    /// Whether the student knows already that it fails, and need not be told again.
    var hasFailed: Bool

    /// A cell that was run in a session.
    init(_ cell: SessionCell) {
        source = cell.source
        hasFailed = !cell.isDone
    }

    /// A cell of a script.
    init(_ cell: DocumentCell, of script: String) {
        source = CellSource(cell, of: script)
        hasFailed = false
    }
}
