import Foundation
import TestSupport
import Testing

private let controlD = "\u{4}"

/// The commands of a session as a person types them in a terminal.
@Suite(.serialized)
struct PromptCommandTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func prompt() throws -> PseudoTerminal {
        let terminal = try scratch.prompt()
        #expect(terminal.waits(for: "[1]> "), "the prompt should come")
        return terminal
    }

    @Test func exportWritesEachFormat() throws {
        let terminal = try prompt()
        terminal.enter("6 * 7")
        for name in ["lab.ipynb", "lab.html", "lab.md"] {
            terminal.enter(":export \(name)")
            #expect(terminal.waits(for: "wrote \(name)"))
            #expect(try scratch.read(name).contains("42"))
        }
    }

    @Test func aQuestionMarkExplains() throws {
        let terminal = try prompt()
        terminal.enter("?relu")
        #expect(terminal.waits(for: "relu(x: Tensor)"))
        terminal.enter("help(Dense)")
        #expect(terminal.waits(for: "Dense(inputs: Int"))
    }

    @Test func runRunsACellAgain() throws {
        let terminal = try prompt()
        terminal.enter("var n = 40")
        terminal.enter("n += 1")
        terminal.enter(":run 2")
        terminal.enter("n")
        #expect(terminal.waits(for: "42\n"))
    }

    @Test func namesAndCellsAreListed() throws {
        let terminal = try prompt()
        terminal.enter("let radius = 2")
        terminal.enter("nobody")
        terminal.enter(":vars")
        #expect(terminal.waits(for: "radius  "))
        terminal.enter(":cells")
        #expect(terminal.waits(for: "2 ✗ nobody"))
    }

    @Test func resetForgets() throws {
        let terminal = try prompt()
        terminal.enter("let x = 1")
        terminal.enter(":reset")
        #expect(terminal.waits(for: "a new session"))
        terminal.enter("x")
        #expect(terminal.waits(for: "`x` is not known"))
    }

    @Test func longOutputIsCutAndSaysHowToSeeTheRest() throws {
        let terminal = try prompt()
        terminal.enter("(0..<3000).map { i in i * 10 }")
        #expect(terminal.waits(for: "more lines; `print(_)` shows them all"))
        #expect(!terminal.text.contains("29990"))
        terminal.enter("print(_)")
        #expect(terminal.waits(for: "29990]"))
    }

    @Test func aListOfImagesIsDrawn() throws {
        let terminal = try prompt()
        terminal.enter("[ones(1, 8, 8), zeros(1, 8, 8)]")
        #expect(terminal.waits(for: "[2]> "))
        #expect(!terminal.text.contains("[[["))
    }

    @Test func aLessonIsLeftAndFoundAgain() throws {
        try scratch.write(
            "// %% one\nlet x = 41\n\n// %% two\nx + 1\n\n// %% three\nx + 2\n",
            to: "home/lessons/04-steps/lesson.duel")
        let home = ["DUEL_HOME": scratch.path + "/home"]
        let first = try scratch.prompt(["lesson", "4"], environment: home)
        #expect(first.waits(for: "lesson 4 [1]> "))
        first.type("\r")
        #expect(first.waits(for: "lesson 4 [2]> "))
        first.type(controlD)
        #expect(first.exitStatus() == 0)

        let second = try scratch.prompt(["lesson", "4"], environment: home)
        #expect(second.waits(for: "You have seen 1 of 3 pages"))
        #expect(second.waits(for: "lesson 4 [2]> "))
        second.enter(":skip")
        #expect(second.waits(for: "Left out page 2: two"))
        second.enter(":back")
        #expect(second.waits(for: "x + 1"))
        second.type("\r")
        #expect(second.waits(for: "42\n"))
    }
}
