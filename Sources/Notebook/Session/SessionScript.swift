import Script

/// A session as a script that runs: the seed first, then the cells. Of a cell that failed or was stopped the
/// statements that ran are there, since what they bound is, and the others are comments.
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
            guard cell.isDone || cell.hasEffect else {
                cells.append(Cell(title: title(cell), text: Comment.lines(cell.source.trimmed)))
                continue
            }
            // A lesson's cells have random numbers of their own, in the script as in the session. Those that a cell
            // drew in vain come again after it.
            let stream: Engine.Stream =
                cell.streamName.map { .named($0) } ?? (cell.drewInVain ? .copied : .sessions)
            var lines = [cell.isDone ? text(of: cell, session) : effectAndRest(of: cell)]
            if stream != .sessions || isInStream, let statement = session.engine.streamStatement(stream) {
                if isInStream, stream == .copied, let back = session.engine.streamStatement(.sessions) {
                    lines.insert(back, at: 0)
                }
                lines.insert(statement, at: lines.count - 1)
            }
            isInStream = stream != .sessions
            cells.append(Cell(title: title(cell), text: lines.joined(separator: "\n")))
        }
        return CellDocument(cells: cells).text
    }

    /// The cell's title, and how it ended unless it is done.
    private static func title(_ cell: SessionCell) -> String {
        let end: String
        switch cell.outcome {
        case .done: return cell.title
        case .failed: end = cell.hasEffect ? "failed in part" : "failed"
        case .interrupted: end = "stopped"
        }
        return cell.title.isEmpty ? end : "\(cell.title) (\(end))"
    }

    private static func effectAndRest(of cell: SessionCell) -> String {
        let (effect, rest) = cell.effectAndRest
        guard !rest.isEmpty else { return effect + "\n// Ctrl-C stopped this cell before its end." }
        let comment: String
        if case .interrupted = cell.outcome {
            comment = "Ctrl-C stopped this cell; what follows was not run to its end."
        } else {
            comment = "What follows failed."
        }
        return effect + "\n" + Comment.lines(comment + "\n" + rest)
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
