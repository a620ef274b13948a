import Foundation
import TestSupport
import Testing

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

    @Test func aLineTypedDuringATrainingComesAfterIt() throws {
        let terminal = try prompt()
        terminal.enter("let G = Sequential(Dense(2, 8), relu, Dense(8, 2)); let D = Sequential(Dense(2, 1))")
        terminal.enter("let h = train(GAN(G, D, noise: 2), on: ring(modes: 8), steps: 2000, batch: 64)")
        #expect(terminal.waits(for: "space pauses"))
        terminal.enter("print(\"typed\", 6 * 7)")
        #expect(terminal.waits(for: "[3]> "))
        #expect(terminal.waits(for: "typed 42\n"))
    }

    @Test func exitLeaves() throws {
        let terminal = try prompt()
        terminal.enter("exit")
        #expect(terminal.exitStatus() == 0)
    }
}
