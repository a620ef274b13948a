import Plots
import Prelude

/// The lines of a live view's frame.
enum LivePage {
    /// The frame as lines that fit the window, so that they can be drawn over.
    static func lines(
        _ frame: TrainingFrame, _ appearance: Appearance, isPaused: Bool, canPause: Bool
    ) -> [String] {
        let width = max(appearance.width - 1, 10)
        // One line each for title and keys, and one that the cursor stands on.
        let room = max(appearance.height - frame.lines.count - 3, 4)
        var lines = [title(frame, width: width)]
        let figure = frame.figure.text(
            width: min(width, 160), height: min(room, 36), style: appearance.plotStyle)
        lines += figure.split(separator: "\n", omittingEmptySubsequences: false).prefix(room).map(String.init)
        lines += frame.lines.map { $0.shortened(to: width) }
        let keys = isPaused ? "paused: space goes on, s goes one step" : "space pauses, Ctrl-C stops"
        if canPause {
            let shown = keys.shortened(to: width)
            lines.append(appearance.hasColors ? Ink.faint.paint(shown) : shown)
        }
        return lines
    }

    /// The title and how far the training is.
    private static func title(_ frame: TrainingFrame, width: Int) -> String {
        let share = frame.steps > 0 ? Double(frame.step) / Double(frame.steps) : 0
        return "\(frame.title)  \(Int(share * 100))%".shortened(to: width)
    }
}
