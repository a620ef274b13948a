import Prelude
import Script

/// A session as a script that runs: the seed first, then the cells. Of a cell that failed or was stopped the
/// statements that ran are there, since what they bound is, and the others are comments.
public enum SessionScript {
    /// Where a cell's random numbers come from.
    private enum Stream: Equatable {
        /// From the session's own, which go on from cell to cell.
        case sessions
        /// From a copy of the session's own, which does not move them.
        case copied
        /// From a stream of this name.
        case named(String)

        /// The statement with which a script changes to it.
        var statement: String {
            switch self {
            case .sessions: "stream()"
            case .copied: "stream(copied: true)"
            case .named(let name): "stream(\"\(name)\")"
            }
        }
    }

    /// The script's text.
    public static func text(_ session: Session) -> String {
        var cells = [DocumentCell(title: "the session's seed", text: "seed(\(session.firstSeed))")]
        var isInStream = false
        for cell in session.cells {
            let prose = cell.source.prose
            if !prose.isEmpty { cells.append(DocumentCell(.markdown, text: Comment.lines(prose))) }
            guard cell.hasRun else {
                cells.append(DocumentCell(title: title(cell), text: Comment.lines(cell.source.text.trimmed)))
                continue
            }
            // A lesson's cells have random numbers of their own, in the script as in the session. Those that a cell
            // drew in vain come again after it.
            let stream: Stream =
                cell.source.streamName.map { .named($0) } ?? (cell.drewInVain ? .copied : .sessions)
            var lines = [cell.isDone ? text(of: cell) : effectAndRest(of: cell)]
            if stream != .sessions || isInStream {
                let goesBack = isInStream && stream == .copied
                lines = (goesBack ? [Stream.sessions.statement] : []) + [stream.statement] + lines
            }
            isInStream = stream != .sessions
            cells.append(DocumentCell(title: title(cell), text: lines.joined(separator: "\n")))
        }
        return CellDocument(cells: cells).text
    }

    /// The cell's title, and how it ended unless it is done.
    private static func title(_ cell: SessionCell) -> String {
        let title = cell.source.title
        let end: String
        switch cell.outcome {
        case .done: return title
        case .failed: end = cell.hasRun ? "failed in part" : "failed"
        case .interrupted: end = "stopped"
        }
        return title.isEmpty ? end : "\(title) (\(end))"
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
    private static func text(of cell: SessionCell) -> String {
        guard cell.result?.picture != nil, let last = cell.program.statementSpans.last else {
            return cell.source.text.trimmed
        }
        let bytes = Array(cell.source.text.utf8)
        let (before, figure, after) = (bytes[..<last.start], bytes[last.start..<last.end], bytes[last.end...])
        return String(decoding: before + "show(".utf8 + figure + ")".utf8 + after, as: UTF8.self).trimmed
    }
}
