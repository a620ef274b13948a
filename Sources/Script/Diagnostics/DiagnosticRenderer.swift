import Text

extension Diagnostic {
    /// The diagnostic as plain text, for a report.
    public func rendered(width: Int = 100, window: Int? = nil) -> String {
        rendered(.none, width: width, window: window).string
    }

    /// The diagnostic as it is shown: the place, the construct, the problem; the source line with a caret
    /// under the expression and the note beside it; the calls that led there.
    ///
    ///     ring.duel:12:9: matrix product: the inner sizes differ
    ///       12 | let h = x @ w
    ///          |         ^^^^^  x is [256, 2] and w is [3, 128]: axis 1 of x (2) must equal axis 0 of w (3)
    ///
    /// - Parameters:
    ///   - colors: the colors that mark the parts.
    ///   - width: the widest source line that is shown whole; a longer one is cut around the caret.
    ///   - window: the columns of a window, into which the note is wrapped; nil: it is not.
    public func rendered(_ colors: ColorDepth, width: Int = 100, window: Int? = nil) -> TerminalText {
        let accent: Ink = severity == .error ? .error : .warning
        let position = span.position
        let place = escaped("\(span.source.name):\(position.line):\(position.column):", for: .line)
        let warning = severity == .warning ? "warning: " : ""
        let construct = escaped(construct, for: .line)
        let problemLines = NoteLines.filled(
            escaped(problem, for: .terminal), window ?? Int.max,
            after: displayWidth("\(place) \(warning)\(construct): "))
        let title: TerminalText = "\(accent.paint(warning, colors))\(accent.paint(construct, colors))"
        var lines: [TerminalText] = ["\(Ink.bold.paint(place, colors)) \(title): \(problemLines[0])"]
        lines += problemLines.dropFirst().map { TerminalText($0) }

        let number = String(position.line)
        func line(_ number: String, _ text: TerminalText) -> TerminalText {
            let gutter: TerminalText = "  \(Ink.faint.paint("\(number) |", colors))"
            return text.isEmpty ? gutter : "\(gutter) \(text)"
        }
        let excerpt = Excerpt(span, width: max(width, 20))
        lines.append(line(number, TerminalText(excerpt.text.withoutTrailingSpaces)))
        let note = NoteLines(
            escaped(fullNote, for: .terminal), at: excerpt.caretColumn + excerpt.caretWidth + 2,
            width: window.map { $0 - number.count - 5 })
        let carets = accent.paint(String(repeating: "^", count: excerpt.caretWidth), colors)
        let first = note.first.withoutTrailingSpaces
        lines.append(
            line(
                spaces(number.count),
                "\(spaces(excerpt.caretColumn))\(carets)\(first.isEmpty ? "" : "  " + first)"))
        lines += note.rest.map { line(spaces(number.count), TerminalText($0.withoutTrailingSpaces)) }

        lines += trailLines.map { "  \(Ink.faint.paint($0, colors))" }
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
    fileprivate var line: String {
        escaped("in \(function), called at \(span.location): \(shortSource(span.text))", for: .line)
    }
}
