import TestSupport
import Testing

private let controlC = "\u{3}"
private let controlD = "\u{4}"

/// The keys that stop, pause and leave, pressed while the program reads and while it works.
@Suite(.serialized)
struct PromptInterruptTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func prompt() throws -> PseudoTerminal {
        let terminal = try scratch.prompt()
        #expect(terminal.waits(for: "[1]> "), "the prompt should come")
        return terminal
    }

    @Test func controlCClearsTheLine() throws {
        let terminal = try prompt()
        terminal.type("let nonsense = [")
        #expect(terminal.waits(for: "nonsense = ["))
        terminal.type(controlC)
        #expect(terminal.waits(for: "^C"))
        #expect(terminal.waits(for: "[1]> "))
        terminal.enter("6 * 7")
        #expect(terminal.waits(for: "42\n"))
    }

    @Test func controlCClearsAnUnfinishedCell() throws {
        let terminal = try prompt()
        terminal.enter("for i in 0..<3 {")
        #expect(terminal.waits(for: "· "))
        terminal.type(controlC)
        #expect(terminal.waits(for: "[1]> "))
        terminal.enter("6 * 7")
        #expect(terminal.waits(for: "42\n"))
    }

    @Test func controlCStopsAnEndlessLoopAndKeepsTheSession() throws {
        let terminal = try prompt()
        terminal.enter("let kept = 41")
        terminal.enter("print(\"be\" + \"gun\"); while true { }")
        #expect(terminal.waits(for: "begun"))
        terminal.type(controlC)
        #expect(terminal.waits(for: "stopped"))
        terminal.enter("kept + 1")
        #expect(terminal.waits(for: "42\n"))
    }

    @Test func controlCInATrainingBindsItsHistoryAndRunsNothingMore() throws {
        let terminal = try prompt()
        terminal.enter(
            "let G = Sequential(Dense(2, 8), relu, Dense(8, 2)); let D = Sequential(Dense(2, 8), relu, Dense(8, 1))"
        )
        #expect(terminal.waits(for: "[2]> "))
        terminal.enter(
            "let h = train(GAN(G, D, noise: 2), on: ring(modes: 8), steps: 1000000, batch: 64); print(\"more\")"
        )
        #expect(terminal.waits(for: "steps/s"))
        #expect(terminal.waits(for: "Ctrl-C stops"))
        terminal.type(controlC)
        #expect(terminal.waits(for: "stopped"))
        #expect(terminal.waits(for: "[3]> "))
        #expect(!terminal.text.contains("\nmore"))
        terminal.enter("print(h.count > 0, h.ending)")
        #expect(terminal.waits(for: "true interrupted"))
    }

    @Test func aTrainingPausesAndGoesOn() throws {
        let terminal = try prompt()
        terminal.enter(
            "let G = Sequential(Dense(2, 8), relu, Dense(8, 2)); let D = Sequential(Dense(2, 8), relu, Dense(8, 1))"
        )
        terminal.enter("let h = train(GAN(G, D, noise: 2), on: ring(modes: 8), steps: 1000000, batch: 64)")
        #expect(terminal.waits(for: "space pauses"))
        terminal.type(" ")
        #expect(terminal.waits(for: "paused: space goes on"))
        terminal.type("s")
        #expect(terminal.waits(for: "paused: space goes on"))
        terminal.type(" ")
        #expect(terminal.waits(for: "space pauses"))
        terminal.type(controlC)
        #expect(terminal.waits(for: "stopped"))
        #expect(terminal.waits(for: "[3]> "))
        #expect(terminal.raw.contains("\u{1B}[?25h"))
    }

    @Test func framesAreDrawnOverOneAnother() throws {
        let terminal = try prompt()
        terminal.enter(
            "let G = Sequential(Dense(2, 8), relu, Dense(8, 2)); let D = Sequential(Dense(2, 8), relu, Dense(8, 1))"
        )
        terminal.enter("let h = train(GAN(G, D, noise: 2), on: ring(modes: 8), steps: 1000000, batch: 64)")
        #expect(terminal.waits(for: "space pauses"))
        #expect(terminal.waits(for: "space pauses"))
        terminal.resize(columns: 100, rows: 30)
        #expect(terminal.waits(for: "space pauses"))
        #expect(terminal.waits(for: "space pauses"))
        terminal.type(controlC)
        #expect(terminal.waits(for: "stopped"))
        #expect(terminal.raw.firstMatch(of: /\u{1B}\[\d+A/) != nil)
        #expect(terminal.raw.contains("\u{1B}[H\u{1B}[2J"))
    }

    @Test func controlDLeaves() throws {
        let terminal = try prompt()
        terminal.type(controlD)
        #expect(terminal.exitStatus() == 0)
    }

    @Test func controlDTypedWhileACellRunsLeavesOnlyWhenItIsTypedAgain() throws {
        let gate = try Gate(scratch.path + "/gate.csv")
        let terminal = try prompt()
        terminal.enter("print(\"be\" + \"gun\"); let numbers = points(\"gate.csv\")")
        #expect(terminal.waits(for: "begun"))
        terminal.type(controlD)
        #expect(terminal.waits(until: gate.opens))
        #expect(terminal.waits(for: "press it again to leave"))
        #expect(terminal.waits(for: "[2]> "))
        terminal.type(controlD)
        #expect(terminal.exitStatus() == 0)
    }

    @Test func controlDTypedDuringATrainingLeavesOnlyWhenItIsTypedAgain() throws {
        let terminal = try prompt()
        terminal.enter(
            "let G = Sequential(Dense(2, 8), relu, Dense(8, 2)); let D = Sequential(Dense(2, 8), relu, Dense(8, 1))"
        )
        terminal.enter("let h = train(GAN(G, D, noise: 2), on: ring(modes: 8), steps: 1000000, batch: 64)")
        #expect(terminal.waits(for: "space pauses"))
        terminal.type("6 * 7" + controlD)
        #expect(terminal.waits(for: "space pauses"))
        #expect(terminal.waits(for: "space pauses"))
        terminal.type(controlC)
        #expect(terminal.waits(for: "press it again to leave"))
        #expect(terminal.waits(for: "[3]> 6 * 7"), "what was typed is at the prompt")
        terminal.type("\r")
        #expect(terminal.waits(for: "42\n"))
    }

    @Test func quitLeaves() throws {
        let terminal = try prompt()
        terminal.enter(":q")
        #expect(terminal.exitStatus() == 0)
    }
}
