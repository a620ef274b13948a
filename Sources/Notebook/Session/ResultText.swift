import Plots
import Prelude
import Script
import Text

/// What a prompt shows of a cell: its result, its error, its warnings.
public struct ResultText {
    private let appearance: Appearance

    /// Lines of a result beyond which it is cut.
    private static let mostLines = 48

    /// Texts for one appearance.
    public init(appearance: Appearance) {
        self.appearance = appearance
    }

    /// The result as it is shown for reading: a figure drawn, anything else as text, long text cut.
    public func result(_ value: Value, _ interpreter: Interpreter) -> TerminalText {
        if let figure = value.picture { return self.figure(figure) }
        let text = escaped((try? interpreter.text(value, .result)) ?? value.phrase, for: .terminal)
        if case .string = value { return cut(text) }
        let shown = cut(unbrokenWords(text, width: appearance.width))
        return value.advice.map { "\(shown)\n\(faint($0))" } ?? shown
    }

    /// The text as it is if it is short, else its beginning and how to see the rest. A line that is wider than the
    /// window counts as all the rows that it takes there.
    private func cut(_ text: String) -> TerminalText {
        let width = max(appearance.width, 1)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let rows = lines.map { max(1, (displayWidth($0) + width - 1) / width) }
        let total = rows.reduce(0, +)
        guard total > Self.mostLines else { return TerminalText(text) }
        var room = Self.mostLines - 8
        var head: [String] = []
        for (line, count) in zip(lines, rows) where room > 0 {
            head.append(count <= room ? String(line) : line.shortened(to: room * width))
            room -= count
        }
        let left = total - (Self.mostLines - 8)
        return "\(head.joined(separator: "\n"))\n\(faint("… \(left) more lines; `print(_)` shows them all"))"
    }

    /// A figure as large as the window allows, and no larger than can be taken in at one glance.
    public func figure(_ figure: Figure) -> TerminalText {
        let height = max(8, min(appearance.height - 4, 30))
        var lines = figure.painted(
            width: min(appearance.width, 120), height: height, style: appearance.plotStyle
        ).lines
        // Bars and images may need fewer lines than there are.
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    /// An error as it is shown: the line, the caret, and what is wrong.
    public func error(_ error: any Error) -> TerminalText {
        switch error {
        case let diagnostic as Diagnostic:
            diagnostic.rendered(
                appearance.colors, width: max(20, appearance.width - 8), window: appearance.width)
        default: "\(error)"
        }
    }

    /// A warning, as an error is shown.
    public func warning(_ diagnostic: Diagnostic) -> TerminalText { error(diagnostic) }

    /// Text that stands back, wrapped.
    public func faint(_ text: String) -> TerminalText {
        Ink.faint.paint(
            reflowed(escaped(text, for: .terminal), width: min(appearance.width, 92)), appearance.colors)
    }
}

extension Appearance {
    /// The same means in the words of `Plots`.
    public var plotStyle: Plots.TextStyle { Plots.TextStyle(hasUnicode ? .unicode : .ascii, colors: colors) }
}
