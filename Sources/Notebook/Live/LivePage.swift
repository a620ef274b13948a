import Plots
import Prelude
import Text

/// The lines of a live view's frame.
enum LivePage {
    /// The frame as lines that fit the window, so that they can be drawn over.
    static func lines(
        _ frame: TrainingFrame, _ appearance: Appearance, isPaused: Bool, canPause: Bool
    ) -> [TerminalText] {
        let width = max(appearance.width - 1, 10)
        // One line each for title and keys, and one that the cursor stands on.
        let numbers = frame.lines.flatMap { folded(escaped($0, for: .line), width: width) }
        let room = max(appearance.height - numbers.count - 3, 4)
        let figure = frame.figure.painted(
            width: min(width, 160), height: min(room, 36), style: appearance.plotStyle)
        var lines = [TerminalText(title(frame, width: width))] + figure.lines.prefix(room)
        lines += numbers.map { TerminalText($0) }
        let keys = isPaused ? "paused: space goes on, s goes one step" : "space pauses, Ctrl-C stops"
        if canPause { lines.append(Ink.faint.paint(keys.shortened(to: width), appearance.colors)) }
        return lines
    }

    /// A row of numbers in as many lines as a narrow window needs, two at most; it breaks between numbers.
    private static func folded(_ row: String, width: Int) -> [String] {
        var filler = LineFiller(room: width)
        var lines = [""]
        for part in row.split(separator: "  ") {
            let begins = filler.beginsLine(displayWidth(part), gap: 2)
            if begins, lines.count == 1 {
                lines.append(String(part))
            } else {
                lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : "  ") + part
            }
        }
        return lines.map { $0.shortened(to: width) }
    }

    /// The title and how far the training is.
    private static func title(_ frame: TrainingFrame, width: Int) -> String {
        let share = frame.steps > 0 ? Double(frame.step) / Double(frame.steps) : 0
        return "\(escaped(frame.title, for: .line))  \(Int(share * 100))%".shortened(to: width)
    }
}
