import Foundation
import TestSupport
import Testing

private let controlD = "\u{4}"
private let controlR = "\u{12}"
private let up = "\u{1B}[A"

/// The prompt as a person meets it: keys in, a screen out. One after the other, since each starts a process and
/// the machine may be small.
@Suite(.serialized)
struct PromptTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func prompt(
        _ arguments: [String] = [], columns: Int = 80, environment: [String: String] = [:]
    ) throws -> PseudoTerminal {
        let terminal = try scratch.prompt(arguments, columns: columns, environment: environment)
        #expect(terminal.waits(for: "[1]> "), "the prompt should come")
        return terminal
    }

    @Test func theFirstLinesSayWhatToType() throws {
        let terminal = try prompt()
        #expect(terminal.text.contains(":lesson 1"))
        #expect(terminal.text.contains(":help"))
    }

    @Test func valuesAreShownAndCellsCounted() throws {
        let terminal = try prompt()
        terminal.enter("6 * 7")
        #expect(terminal.waits(for: "42\n"))
        #expect(terminal.waits(for: "[2]> "))
        terminal.enter("_ + 1")
        #expect(terminal.waits(for: "43\n"))
    }

    @Test func anErrorLeavesTheSession() throws {
        let terminal = try prompt()
        terminal.enter("let x = 5")
        terminal.enter("x + nobody")
        #expect(terminal.waits(for: "In[2]:1:5"))
        terminal.enter("x * 100")
        #expect(terminal.waits(for: "500\n"))
    }

    @Test func unfinishedLinesGoOnIndented() throws {
        let terminal = try prompt()
        terminal.enter("func twice(x) {")
        #expect(terminal.waits(for: "·     "))
        terminal.enter("x * 2")
        terminal.enter("}")
        #expect(terminal.waits(for: "[2]> "))
        terminal.enter("twice(21)")
        #expect(terminal.waits(for: "42\n"))
    }

    @Test func tabCompletesNamesLabelsMembersAndCommands() throws {
        let terminal = try prompt()
        terminal.type("let radiance = 7\r")
        #expect(terminal.waits(for: "[2]> "))
        terminal.type("radian\t\r")
        #expect(terminal.waits(for: "7\n"))
        terminal.type("ring(radiu\t1).samp\t(2).sha\t\r")
        #expect(terminal.waits(for: "ring(radius: 1).sample(2).shape"))
        #expect(terminal.waits(for: "[2, 2]"))
        terminal.type(":less\t\r")
        #expect(terminal.waits(for: "Tensors"))
    }

    @Test func tabTwiceListsWhatThereIs() throws {
        let terminal = try prompt()
        terminal.type("leakyR\t\t")
        #expect(terminal.waits(for: "leakyRelu"))
        terminal.type("\u{15}soft\t\t")
        #expect(terminal.waits(for: "softmax"))
        #expect(terminal.waits(for: "softplus"))
    }

    @Test func tabBehindATensorSaysHowToSeeTheRest() throws {
        let terminal = try prompt()
        terminal.enter("let x = zeros(2, 2)")
        #expect(terminal.waits(for: "[2]> "))
        terminal.type("x.\t\t")
        #expect(terminal.waits(for: "more: type a letter"))
        terminal.type("sha\t\r")
        #expect(terminal.waits(for: "[2, 2]"))
    }

    @Test func tabCompletesFilesInStrings() throws {
        try scratch.write("print(\"from the file\")\n", to: "my-lab.duel")
        let terminal = try prompt()
        terminal.type(":run my\t\r")
        #expect(terminal.waits(for: "from the file"))
    }

    @Test func whatWasTypedIsThereAfterARestart() throws {
        let first = try prompt()
        first.enter("let answer = 6 * 7")
        first.enter("func twice(x) {")
        first.enter("x * 2")
        first.enter("}")
        #expect(first.waits(for: "[3]> "))
        first.type(controlD)
        #expect(first.exitStatus() == 0)

        let second = try prompt()
        second.type(up + up)
        #expect(second.waits(for: "let answer = 6 * 7"))
        second.type("\r")
        #expect(second.waits(for: "[2]> "))
        second.type(up + up + "\r")
        #expect(second.waits(for: "[3]> "))
        second.enter("twice(answer)")
        #expect(second.waits(for: "84\n"))
    }

    @Test func controlRSearchesBackwards() throws {
        let terminal = try prompt()
        terminal.enter("let uncommon = 41")
        terminal.enter("let other = 1")
        #expect(terminal.waits(for: "[3]> "))
        terminal.type(controlR + "uncomm")
        #expect(terminal.waits(for: "let uncommon = 41"))
        terminal.type("\r")
        #expect(terminal.waits(for: "[4]> "))
    }

    @Test func aPastedBlockIsOneCell() throws {
        let terminal = try prompt()
        let lines = (1...200).map { "let v\($0) = \($0)" }.joined(separator: "\n")
        terminal.type("\u{1B}[200~" + lines + "\nprint(\"sum\", v1 + v200)\u{1B}[201~")
        #expect(terminal.waits(for: "v1 + v200)"))
        terminal.type("\r")
        #expect(terminal.waits(for: "sum 201"))
        #expect(terminal.waits(for: "[2]> "))
    }

    @Test func afterAResizeTextHasTheNewWidth() throws {
        let terminal = try prompt()
        terminal.resize(columns: 60, rows: 20)
        terminal.enter(":help")
        #expect(terminal.waits(for: "Commands may be shortened"))
        let help = terminal.text.components(separatedBy: ":help\n").last ?? ""
        let widths = help.split(separator: "\n").dropLast().map(\.count)
        #expect(widths.max() ?? 99 <= 60)
    }

    @Test func twentyColumnsAreEnough() throws {
        let terminal = try prompt(columns: 20)
        terminal.enter("6 * 7")
        #expect(terminal.waits(for: "42\n"))
        terminal.enter("scatter(ring(modes: 8).sample(20))")
        #expect(terminal.waits(for: "[3]> "))
        terminal.enter(":help")
        #expect(terminal.waits(for: "[3]> "))
    }

    @Test func withoutColorThereIsNone() throws {
        for environment in [["NO_COLOR": "1"], ["TERM": "dumb"]] {
            let terminal = try prompt(environment: environment)
            terminal.enter("nobody")
            #expect(terminal.waits(for: "In[1]:1:1"))
            #expect(terminal.waits(for: "[2]> "))
            #expect(terminal.raw.firstMatch(of: /\u{1B}\[[0-9;]*m/) == nil)
        }
        let refused = try prompt(["--no-color"])
        refused.enter("nobody")
        #expect(refused.waits(for: "[2]> "))
        #expect(refused.raw.firstMatch(of: /\u{1B}\[[0-9;]*m/) == nil)
    }

    @Test func aDumbTerminalTrainsWithoutFrames() throws {
        let terminal = try prompt(environment: ["TERM": "dumb"])
        terminal.enter(
            "let G = Sequential(Dense(2, 4), relu, Dense(4, 2)); let D = Sequential(Dense(2, 4), relu, Dense(4, 1))"
        )
        terminal.enter("train(GAN(G, D, noise: 2), on: ring(modes: 8), steps: 10, batch: 8).ending")
        #expect(terminal.waits(for: "\"finished\""))
        #expect(!terminal.raw.contains("\u{1B}[?25l"))
    }

    @Test func aHistoryThatCannotBeWrittenIsSaidOnce() throws {
        let terminal = try prompt(environment: ["XDG_STATE_HOME": "/proc/nowhere"])
        terminal.enter("6 * 7")
        #expect(terminal.waits(for: "cannot be remembered"))
        #expect(terminal.waits(for: "42\n"))
        terminal.enter("2 * 4")
        #expect(terminal.waits(for: "8\n"))
        #expect(terminal.text.components(separatedBy: "cannot be remembered").count == 2)
    }

    @Test func theInitialScriptIsRun() throws {
        try scratch.write("let mine = 41\n", to: "config/duel/init.duel")
        let terminal = try scratch.prompt()
        #expect(terminal.waits(for: "> "))
        terminal.enter("mine + 1")
        #expect(terminal.waits(for: "42\n"))
    }

    @Test func aBrokenInitialScriptIsAMessage() throws {
        try scratch.write("nobody\n", to: "config/duel/init.duel")
        let terminal = try scratch.prompt()
        #expect(terminal.waits(for: "init.duel:1:1"))
        #expect(terminal.waits(for: "> "))
        terminal.enter("6 * 7")
        #expect(terminal.waits(for: "42\n"))
    }

    @Test func editOpensTheEditor() throws {
        let editor = try scratch.write("#!/bin/sh\nsed -i 's/6/7/' \"$1\"\n", to: "editor.sh")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: editor)
        let terminal = try prompt(environment: ["EDITOR": editor])
        terminal.enter("6 * 7")
        #expect(terminal.waits(for: "42\n"))
        terminal.enter(":edit 1")
        #expect(terminal.waits(for: "49\n"))
    }

    @Test func aFailingEditorLeavesTheCell() throws {
        let terminal = try prompt(environment: ["EDITOR": "/bin/false"])
        terminal.enter("6 * 7")
        #expect(terminal.waits(for: "42\n"))
        terminal.enter(":edit 1")
        #expect(terminal.waits(for: "the editor `/bin/false` failed; the cell is as it was"))
    }

    @Test func withoutANamedEditorTheUsualOneIsOpened() throws {
        let editor = try scratch.write("#!/bin/sh\nsed -i 's/6/7/' \"$1\"\n", to: "bin/editor")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: editor)
        let path = scratch.path + "/bin:" + (BuiltProgram.plainEnvironment["PATH"] ?? "/usr/bin:/bin")
        let terminal = try prompt(environment: ["PATH": path, "EDITOR": "", "VISUAL": ""])
        terminal.enter("6 * 7")
        #expect(terminal.waits(for: "42\n"))
        terminal.enter(":edit 1")
        #expect(terminal.waits(for: "49\n"))
    }

    @Test func savedSessionsRunToTheSameResults() throws {
        let terminal = try prompt()
        terminal.enter("let x = randn(2)")
        terminal.enter("nobody")
        terminal.enter("print(\"sum\", x.sum())")
        #expect(terminal.waits(for: "\nsum "))
        #expect(terminal.waits(for: "\n"))
        terminal.enter(":save lab.duel")
        #expect(terminal.waits(for: "saved 3 cells"))
        let outcome = try BuiltProgram.run(["run", scratch.path + "/lab.duel"])
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("sum "))
        #expect(terminal.text.contains(outcome.output))
    }
}
