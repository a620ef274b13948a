import Text

extension Diagnostic {
    /// The diagnostic as it is shown: the place, the construct, the problem; the source line with a caret
    /// under the expression and the note beside it; the calls that led there.
    ///
    ///     ring.duel:12:9: matrix product: the inner sizes differ
    ///       12 | let h = x @ w
    ///          |         ^^^^^  x is [256, 2] and w is [3, 128]: axis 1 of x (2) must equal axis 0 of w (3)
    ///
    /// - Parameters:
    ///   - color: whether to mark the parts with a terminal's colors.
    ///   - width: the widest source line that is shown whole; a longer one is cut around the caret.
    ///   - window: the columns of a window, into which the note is wrapped; nil: it is not.
    public func rendered(color: Bool = false, width: Int = 100, window: Int? = nil) -> String {
        let ink = Ink(isColored: color, accent: severity == .error ? "31" : "33")
        let position = span.position
        let warning = severity == .warning ? ink.accent("warning: ") : ""
        let place = "\(span.source.name):\(position.line):\(position.column):"
        let opening = place + (severity == .warning ? " warning: " : " ") + construct + ": "
        let problemLines = NoteLines.filled(problem, window ?? Int.max, after: displayWidth(opening))
        var lines = ["\(ink.strong(place)) \(warning)\(ink.accent(construct)): \(problemLines[0])"]
        lines += problemLines.dropFirst()

        let excerpt = Excerpt(span, width: max(width, 20))
        let number = String(position.line)
        let blank = String(repeating: " ", count: number.count)
        lines.append("  \(ink.faint("\(number) |")) \(excerpt.text)".withoutTrailingSpaces)
        let margin = String(repeating: " ", count: excerpt.caretColumn)
        let carets = String(repeating: "^", count: excerpt.caretWidth)
        let gutter = "  \(ink.faint("\(blank) |")) "
        let note = NoteLines(
            fullNote, at: excerpt.caretColumn + excerpt.caretWidth + 2,
            width: window.map { $0 - number.count - 5 })
        lines.append("\(gutter)\(margin)\(ink.accent(carets))  \(note.first)".withoutTrailingSpaces)
        lines += note.rest.map { "\(gutter)\($0)".withoutTrailingSpaces }

        lines += trailLines.map { "  \(ink.faint($0))" }
        return lines.joined(separator: "\n")
    }

    /// One line for each call, the innermost first; of a long trail the two ends.
    private var trailLines: [String] {
        let shown = 6
        let lines = trail.prefix(shown).map(\.line)
        guard trail.count > 2 * shown else { return lines + trail.dropFirst(shown).map(\.line) }
        let left = trail.count - 2 * shown
        return lines + ["… and \(left) calls more …"] + trail.suffix(shown).map(\.line)
    }
}

extension CallSite {
    fileprivate var line: String { "in \(function), called at \(span.location): \(shortSource(span.text))" }
}

/// The colors of a diagnostic, or none.
private struct Ink {
    let isColored: Bool
    let accent: String

    func strong(_ text: String) -> String { marked(text, "1") }
    func faint(_ text: String) -> String { marked(text, "2") }
    func accent(_ text: String) -> String { marked(text, "1;\(accent)") }

    private func marked(_ text: String, _ code: String) -> String {
        isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
