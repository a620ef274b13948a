import Plots
import Prelude
import Text

/// The lines of a live view's frame.
enum LivePage {
    /// The frame as lines that fit the window, so that they can be drawn over.
    static func lines(
        _ frame: TrainingFrame, _ appearance: Appearance, isPaused: Bool, canPause: Bool
    ) -> [String] {
        let width = max(appearance.width - 1, 10)
        // One line each for title and keys, and one that the cursor stands on.
        let numbers = frame.lines.flatMap { folded($0, width: width) }
        let room = max(appearance.height - numbers.count - 3, 4)
        var lines = [title(frame, width: width)]
        let figure = frame.figure.text(
            width: min(width, 160), height: min(room, 36), style: appearance.plotStyle)
        lines += figure.split(separator: "\n", omittingEmptySubsequences: false).prefix(room).map(String.init)
        lines += numbers
        let keys = isPaused ? "paused: space goes on, s goes one step" : "space pauses, Ctrl-C stops"
        if canPause {
            let shown = keys.shortened(to: width)
            lines.append(Ink.faint.paint(shown, appearance.colors))
        }
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
        return "\(frame.title)  \(Int(share * 100))%".shortened(to: width)
    }
}
