import Text

/// A stretch of text with its marks.
typealias Run = MarkedText<Ink>

extension Run {
    init(_ text: String, _ ink: Ink = []) { self.init(text: text, mark: ink) }

    var ink: Ink { mark }
}

/// Breaks runs of text into lines of at most `width` columns.
func wrapped(_ runs: [Run], width: Int) -> [StyledLine] {
    wrapped(runs, width: width).map { (line: [Run]) in StyledLine(line) }
}

/// One line of a page.
struct StyledLine: Equatable {
    var runs: [Run] = []

    init(_ runs: [Run] = []) {
        self.runs = runs
    }

    init(_ text: String, _ ink: Ink = []) {
        runs = text.isEmpty ? [] : [Run(text, ink)]
    }

    var width: Int { runs.reduce(0) { $0 + displayWidth($1.text) } }

    /// The line with a run before it.
    func prefixed(_ run: Run) -> StyledLine { StyledLine([run] + runs) }

    /// The line with spaces on its right up to a width.
    func padded(to width: Int) -> StyledLine {
        let room = width - self.width
        return room > 0 ? StyledLine(runs + [Run(spaces(room))]) : self
    }

    /// The line as a terminal takes it. Spaces at its end are left out.
    func text(_ colors: ColorDepth) -> TerminalText {
        var runs = runs
        while let last = runs.last, !last.ink.contains(.underlined) {
            let text = last.text.withoutTrailingSpaces
            runs.removeLast()
            if !text.isEmpty {
                runs.append(Run(text, last.ink))
                break
            }
        }
        return runs.map { $0.ink.paint($0.text, colors) }.joined()
    }
}
