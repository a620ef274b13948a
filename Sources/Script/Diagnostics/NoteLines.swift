import Text

/// A note cut into lines for a window: beside the carets where there is room, else below them.
struct NoteLines {
    /// What stands beside the carets; empty if the note begins below.
    let first: String
    /// The lines below, each with its own indentation.
    let rest: [String]

    /// Columns without which a note beside the carets would be a column of single words.
    private static let leastRoom = 32

    /// - Parameters:
    ///   - note: the text, perhaps of several lines.
    ///   - column: where the first line would begin.
    ///   - width: the columns there are; nil: as many as it takes.
    init(_ note: String, at column: Int, width: Int?) {
        let paragraphs = note.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let indent = String(repeating: " ", count: column)
        let fits = width.map { width in paragraphs.allSatisfy { column + displayWidth($0) <= width } } ?? true
        guard let width, !fits else {
            first = paragraphs[0]
            rest = paragraphs.dropFirst().map { indent + $0 }
            return
        }
        if width - column >= Self.leastRoom {
            let lines = paragraphs.flatMap { Self.filled($0, width - column) }
            first = lines[0]
            rest = lines.dropFirst().map { indent + $0 }
        } else {
            first = ""
            rest = paragraphs.flatMap { Self.filled($0, max(width, 12)) }
        }
    }

    /// A text broken at its spaces. The first line stands after `opening` columns of something else.
    static func filled(_ text: String, _ width: Int, after opening: Int = 0) -> [String] {
        var filler = LineFiller(room: width, opening: opening)
        var lines = [""]
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            if filler.beginsLine(displayWidth(word), gap: 1) {
                lines.append(String(word))
            } else {
                lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
            }
        }
        return lines
    }
}
