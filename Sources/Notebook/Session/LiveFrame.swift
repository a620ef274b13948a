import Plots
import Prelude

/// The picture of a training as lines of a terminal.
public enum LiveFrame {
    /// A frame's title, figure and numbers, no wider and no higher than the terminal, so that it can be drawn again
    /// in its place.
    public static func lines(_ frame: TrainingFrame, _ appearance: Appearance) -> [String] {
        let width = max(20, min(appearance.width - 1, 120))
        let height = max(6, min(appearance.height - 4 - frame.lines.count, 26))
        let figure = frame.figure.text(width: width, height: height, style: appearance.plotStyle)
        let numbers = frame.lines.map { String($0.prefix(width)) }
        let all =
            [String(frame.title.prefix(width))]
            + figure.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) + numbers
        return Array(all.suffix(max(1, appearance.height - 1)))
    }

    /// The text that puts lines in the place of those drawn before.
    ///
    /// - Parameter drawn: how many lines the last frame had; 0 for the first.
    public static func redraw(_ lines: [String], over drawn: Int) -> String {
        var text = drawn > 0 ? "\u{1B}[\(drawn)A\r" : ""
        for line in lines { text += line + "\u{1B}[K\n" }
        // A frame with fewer lines leaves none of the old ones behind.
        if drawn > lines.count { text += "\u{1B}[J" }
        return text
    }
}
