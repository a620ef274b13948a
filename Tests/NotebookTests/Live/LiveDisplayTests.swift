import Plots
import Testing
import Text

@testable import Notebook
@testable import Prelude

/// Keys as if someone pressed them, one at each question.
private final class ScriptedKeys: LiveKeyboard {
    var keys: [Character?]
    private(set) var isOpen = false
    var isInterrupted: Bool { keys.isEmpty }

    init(_ keys: [Character?]) { self.keys = keys }

    func begin() { isOpen = true }
    func end() { isOpen = false }
    private(set) var kept = ""
    func keep(_ key: Character) { kept.append(key) }
    func key(within seconds: Double) -> Character? { keys.isEmpty ? nil : keys.removeFirst() }
}

@Suite struct LiveDisplayTests {
    private func frame(step: Int = 50, lines: [String] = ["step 50 of 100  D 1.2"]) throws -> TrainingFrame {
        TrainingFrame(
            title: "G against D on ring", step: step, steps: 100, figure: try Figure.line([[1, 2, 3]]),
            lines: lines)
    }

    private final class Terminal {
        var size = (width: 60, height: 20)
        var written = ""

        func display(_ keys: ScriptedKeys? = nil) -> LiveDisplay {
            LiveDisplay(
                appearance: { [unowned self] in Appearance(width: size.width, height: size.height) },
                keyboard: keys, send: { [unowned self] in written += $0.string })
        }

        /// What was written since the last question.
        func take() -> String {
            defer { written = "" }
            return written
        }
    }

    private let terminal = Terminal()

    @Test func aFrameFitsTheWindow() throws {
        for size in [(20, 10), (60, 20), (200, 50)] {
            let appearance = Appearance(width: size.0, height: size.1)
            let lines = LivePage.lines(
                try frame(lines: [String(repeating: "long ", count: 100)]), appearance, isPaused: false,
                canPause: true
            ).map(\.string)
            #expect(lines.count < size.1)
            #expect(lines.allSatisfy { displayWidth($0) < size.0 })
            #expect(lines[0].hasSuffix("50%") || size.0 == 20)
        }
    }

    @Test func numbersBreakIntoTwoLinesInANarrowWindow() throws {
        let numbers = "step 4342 of 1000000  D 1.134  G 0.861  accuracy 0.73  1170 steps/s  13 min left"
        let lines = LivePage.lines(
            try frame(lines: [numbers]), Appearance(width: 60, height: 20), isPaused: false, canPause: true)
        #expect(
            lines.suffix(3).dropLast() == [
                "step 4342 of 1000000  D 1.134  G 0.861  accuracy 0.73", "1170 steps/s  13 min left",
            ])
        #expect(lines.count < 20)
    }

    @Test func theSecondFrameTakesThePlaceOfTheFirst() throws {
        let display = terminal.display()
        display.show(try frame())
        let first = terminal.take()
        #expect(first.firstMatch(of: /\u{1B}\[\d+A/) == nil)
        let lines = first.split(separator: "\n").count - 1
        display.show(try frame())
        #expect(terminal.take().contains("\u{1B}[\(lines)A"))
    }

    @Test func aFrameWithFewerLinesLeavesNoneBehind() throws {
        terminal.size.height = 60  // high enough for the figure's full height
        let display = terminal.display()
        display.show(try frame(lines: ["a", "b", "c"]))
        display.show(try frame(lines: ["a", "b", "c"]))
        #expect(!terminal.take().contains("\u{1B}[J"))
        display.show(try frame(lines: []))
        #expect(terminal.take().contains("\u{1B}[J"))
    }

    @Test func anotherWindowBeginsOnAnEmptyScreen() throws {
        let display = terminal.display()
        display.show(try frame())
        terminal.size.width = 80
        _ = terminal.take()
        display.show(try frame())
        #expect(terminal.take().contains("\u{1B}[H\u{1B}[2J"))
    }

    @Test func textInBetweenStaysAndTheNextFrameIsDrawnBelow() throws {
        let display = terminal.display()
        display.show(try frame())
        display.makeRoom()
        _ = terminal.take()
        display.show(try frame())
        #expect(terminal.take().firstMatch(of: /\u{1B}\[\d+A/) == nil)
    }

    @Test func finishingShowsTheCursorAndGivesTheKeysBack() throws {
        let keys = ScriptedKeys([nil, nil])
        let display = terminal.display(keys)
        display.show(try frame())
        #expect(keys.isOpen)
        display.finish()
        #expect(!keys.isOpen)
        #expect(terminal.take().hasSuffix("\u{1B}[1A\r\u{1B}[J\u{1B}[?25h"), "the line about keys is gone")
        display.finish()
        #expect(terminal.take() == "")
    }

    @Test func spacePausesAndSpaceGoesOn() throws {
        let keys = ScriptedKeys([" ", nil, "x", " ", nil])
        let display = terminal.display(keys)
        display.show(try frame())
        #expect(!display.isStepping)
        let written = terminal.take()
        #expect(written.contains("paused: space goes on, s goes one step"))
        #expect(keys.keys.count == 1)
    }

    @Test func aLineTypedAheadIsKeptWithItsBlanks() throws {
        let keys = ScriptedKeys(["l", "e", "t", " ", "x", nil])
        let display = terminal.display(keys)
        display.show(try frame())
        #expect(!display.isStepping)
        #expect(keys.kept == "let x")
    }

    @Test func sGoesOneStep() throws {
        let keys = ScriptedKeys([" ", "s", "s", " ", nil])
        let display = terminal.display(keys)
        display.show(try frame(step: 1))
        #expect(display.isStepping)
        display.show(try frame(step: 2))
        #expect(display.isStepping)
        display.show(try frame(step: 3))
        #expect(!display.isStepping)
    }

    @Test func controlCEndsAPause() throws {
        let display = terminal.display(ScriptedKeys([" "]))
        display.show(try frame())
        #expect(!display.isStepping)
    }

    @Test func linesAreForWhereNothingCanBeRedrawn() throws {
        var lines = ""
        let display = LineDisplay { lines += $0.string }
        display.show(line: "step 1")
        display.show(try frame())
        #expect(lines == "step 1\n")
        #expect(display.wantsLines && !display.wantsFrames)
    }
}
