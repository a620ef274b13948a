import Script

/// A session as a script that runs: the seed first, then the cells; those that failed are comments.
public enum SessionScript {
    /// The script's text.
    public static func text(_ session: Session) -> String {
        var cells: [Cell] = []
        var isInStream = false
        if let seed = session.seedStatement {
            cells.append(Cell(title: "the session's seed", text: seed))
        }
        for cell in session.cells {
            if !cell.prose.isEmpty { cells.append(Cell(.markdown, text: Comment.lines(cell.prose))) }
            if cell.isDone {
                // A lesson's cells have random numbers of their own, in the script as in the session.
                var lines = [text(of: cell, session)]
                if cell.streamName != nil || isInStream,
                    let statement = session.engine.streamStatement(cell.streamName)
                {
                    lines.insert(statement, at: 0)
                }
                isInStream = cell.streamName != nil
                cells.append(Cell(title: cell.title, text: lines.joined(separator: "\n")))
            } else {
                let title = cell.title.isEmpty ? "failed" : "\(cell.title) (failed)"
                cells.append(Cell(title: title, text: Comment.lines(cell.source.trimmed)))
            }
        }
        return CellDocument(cells: cells).text
    }

    /// The cell's text; where it drew a figure by naming it, the script draws that too.
    private static func text(of cell: SessionCell, _ session: Session) -> String {
        let text = cell.source.trimmed
        guard let result = cell.result, session.engine.figure(result) != nil else { return text }
        let program = session.interpreter.parse(SourceFile(name: "cell", text: text)).program
        guard let last = program.statementSpans.last else { return text }
        let bytes = Array(text.utf8)
        let parts = [bytes[..<last.start], bytes[last.start..<last.end], bytes[last.end...]]
        let (before, figure, after) = (parts[0], parts[1], parts[2])
        return String(decoding: before + "show(".utf8 + figure + ")".utf8 + after, as: UTF8.self)
    }
}
