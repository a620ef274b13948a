import Notebook
import Prelude

/// The live view of `train` in a terminal: each frame in the place of the one before.
final class TerminalDisplay: Display {
    private let appearance: () -> Appearance
    private var drawn = 0
    private var width = 0

    /// A display in the terminal that standard output goes to.
    init(appearance: @escaping () -> Appearance) { self.appearance = appearance }

    var wantsFrames: Bool { true }
    var wantsLines: Bool { false }

    func show(_ frame: TrainingFrame) {
        let appearance = appearance()
        // After a resize the old lines may have been wrapped, so they stay and a new picture begins below.
        if appearance.width != width { drawn = 0 }
        width = appearance.width
        let lines = LiveFrame.lines(frame, appearance)
        StandardOutput.write(LiveFrame.redraw(lines, over: drawn))
        drawn = lines.count
    }

    func show(line: String) {}

    func finish() { drawn = 0 }
}

/// Where there is no terminal to draw in: a line on standard error now and then.
final class LineDisplay: Display {
    var wantsFrames: Bool { false }
    var wantsLines: Bool { true }

    func show(_ frame: TrainingFrame) {}
    func show(line: String) { StandardError.write(line + "\n") }
    func finish() {}
}
