import Prelude
import Text

/// Shows a training in a terminal: each frame in the place of the one before, and the last one stays.
///
/// Space pauses, `s` goes one step.
public final class LiveDisplay: Display {
    private let appearance: () -> Appearance
    private let send: (TerminalText) -> Void
    private let keyboard: (any LiveKeyboard)?

    private var shownLines = 0
    private var shownSize: (width: Int, height: Int)?
    private var isOpen = false
    private var isTypedAhead = false
    /// Whether every step is shown and waits for a key.
    public private(set) var isStepping = false

    /// A display that draws on a terminal.
    ///
    /// - Parameters:
    ///   - appearance: what the terminal can show now; asked for at each frame, since windows change.
    ///   - keyboard: where keys come from; nil: nobody can pause.
    ///   - send: takes text and escape sequences.
    public init(
        appearance: @escaping () -> Appearance, keyboard: (any LiveKeyboard)? = nil,
        send: @escaping (TerminalText) -> Void
    ) {
        self.appearance = appearance
        self.keyboard = keyboard
        self.send = send
    }

    /// Always: it is made for a terminal that can redraw.
    public var wantsFrames: Bool { true }
    /// Never: the frames hold the same numbers.
    public var wantsLines: Bool { false }
    /// Frames hold all there is to say.
    public func show(line: String) {}

    /// Draws the frame over the last one. While the user pauses it does not return.
    public func show(_ frame: TrainingFrame) {
        if !isOpen {
            isOpen = true
            keyboard?.begin()
        }
        draw(frame, isPaused: isStepping)
        if isStepping { return waitForKey(frame) }
        while let key = keyboard?.key(within: 0) {
            // A blank within a line that is typed ahead is part of that line.
            guard key == " ", !isTypedAhead else {
                isTypedAhead = true
                keyboard?.keep(key)
                continue
            }
            isStepping = true
            draw(frame, isPaused: true)
            return waitForKey(frame)
        }
    }

    /// Leaves the last frame where it is, without the line about keys that mean nothing any more.
    public func finish() {
        guard isOpen else { return }
        isOpen = false
        isStepping = false
        isTypedAhead = false
        let hasKeyLine = keyboard != nil && shownLines > 0
        let keyLine = hasKeyLine ? TerminalText.up(1) + .lineStart + .clearBelow : TerminalText()
        makeRoom()
        keyboard?.end()
        send(keyLine + .showCursor)
    }

    /// Other text is about to be written: the frame stays, the next one is drawn below the text.
    public func makeRoom() {
        shownLines = 0
        shownSize = nil
    }

    private func waitForKey(_ frame: TrainingFrame) {
        while let keyboard, !keyboard.isInterrupted {
            switch keyboard.key(within: 0.1) {
            case " ":
                isStepping = false
                return draw(frame, isPaused: false)
            case "s": return
            case let key?: keyboard.keep(key)
            case nil: continue
            }
        }
        isStepping = false
    }

    private func draw(_ frame: TrainingFrame, isPaused: Bool) {
        let appearance = appearance()
        let lines = LivePage.lines(frame, appearance, isPaused: isPaused, canPause: keyboard != nil)
        let size = (appearance.width, appearance.height)
        var text = TerminalText.beginFrame + .hideCursor
        if let shownSize, shownSize != size {
            // The window changed and with it where the old lines stand: begin on an empty screen.
            text += .clearScreen
        } else if shownLines > 0 {
            text += .up(shownLines)
        }
        for line in lines { text += .lineStart + line + .clearRestOfLine + "\n" }
        if lines.count < shownLines { text += .clearBelow }
        send(text + .endFrame)
        shownLines = lines.count
        shownSize = size
    }
}
