import Foundation
import TestSupport
import Testing

private let controlC = "\u{3}"
private let controlD = "\u{4}"
private let up = "\u{1B}[A"

/// What goes wrong around a session: full disks, broken lessons, narrow windows, second thoughts. A message comes
/// and nothing is lost.
@Suite(.serialized)
struct PromptFailureTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func prompt(columns: Int = 80, environment: [String: String] = [:]) throws -> PseudoTerminal {
        let terminal = try scratch.prompt(columns: columns, environment: environment)
        #expect(terminal.waits(for: "[1]> "), "the prompt should come")
        return terminal
    }

    /// A name in the folder behind which there is never any room.
    private func makeFullDisk(_ name: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/" + name, withDestinationPath: "/dev/full")
    }

    @Test func aFullDiskWhileSavingLosesNothing() throws {
        try makeFullDisk("full.duel")
        let terminal = try prompt()
        terminal.enter("let kept = 41")
        terminal.enter(":save full.duel")
        #expect(terminal.waits(for: "full.duel: the disk is full"))
        terminal.enter("kept + 1")
        #expect(terminal.waits(for: "42\n"))
        terminal.enter(":save elsewhere.duel")
        #expect(terminal.waits(for: "saved 2 cells"))
    }

    @Test func aFullDiskWhileExportingLosesNothing() throws {
        try makeFullDisk("full.md")
        let terminal = try prompt()
        terminal.enter("6 * 7")
        terminal.enter(":export full.md")
        #expect(terminal.waits(for: "full.md: the disk is full"))
        terminal.enter("_ + 1")
        #expect(terminal.waits(for: "43\n"))
    }

    @Test func aFigureOnAFullDiskIsAnErrorInItsCell() throws {
        try makeFullDisk("full.svg")
        let terminal = try prompt()
        terminal.enter("save(line([1, 2, 3]), \"full.svg\")")
        #expect(terminal.waits(for: "the disk is full"))
        #expect(terminal.waits(for: "[2]> "))
    }

    @Test func aHistoryOnAFullDiskIsSaidOnce() throws {
        try FileManager.default.createDirectory(
            atPath: scratch.path + "/state/duel", withIntermediateDirectories: true)
        try makeFullDisk("state/duel/history")
        let terminal = try prompt()
        terminal.enter("6 * 7")
        #expect(terminal.waits(for: "cannot be remembered"))
        #expect(terminal.waits(for: "42\n"))
    }

    @Test func twoSessionsAtOnceShareTheHistory() throws {
        let first = try prompt()
        let second = try prompt()
        first.enter("let fromFirst = 1")
        #expect(first.waits(for: "[2]> "))
        second.enter("let fromSecond = 2")
        #expect(second.waits(for: "[2]> "))
        first.enter("let firstAgain = 3")
        #expect(first.waits(for: "[3]> "))
        #expect(
            try scratch.read("state/duel/history")
                == "let fromFirst = 1\nlet fromSecond = 2\nlet firstAgain = 3\n")
        let third = try prompt()
        third.type(up + up + "\r")
        #expect(third.waits(for: "[2]> "))
        third.enter("fromSecond + 40")
        #expect(third.waits(for: "42\n"))
    }

    @Test func aTrainingInTwentyColumnsStopsCleanly() throws {
        let terminal = try prompt(columns: 20)
        terminal.enter("let G = Sequential(Dense(2, 2)); let D = Sequential(Dense(2, 1))")
        terminal.enter("let h = train(GAN(G, D, noise: 2), on: ring(), steps: 1000000)")
        #expect(terminal.waits(for: "losses"))
        terminal.type(controlC)
        #expect(terminal.waits(for: "stopped"))
        #expect(terminal.raw.contains("\u{1B}[?25h"))
        terminal.enter("6 * 7")
        #expect(terminal.waits(for: "42\n"))
    }

    @Test func helpFitsTwentyColumns() throws {
        let terminal = try prompt(columns: 20)
        terminal.enter(":help")
        #expect(terminal.waits(for: "lesson 5."))
        let help = terminal.text.components(separatedBy: ":help\n").last ?? ""
        let widths = help.split(separator: "\n").map(\.count)
        #expect(widths.max() ?? 99 <= 20)
    }

    @Test func controlDInAnUnfinishedCellGivesItUp() throws {
        let terminal = try prompt()
        terminal.enter("for i in 0..<3 {")
        #expect(terminal.waits(for: "·     "))
        // The indentation is typed already, and Ctrl-D ends only an empty line.
        terminal.type("\u{15}" + controlD)
        #expect(terminal.waits(for: "[1]> "))
        terminal.enter("6 * 7")
        #expect(terminal.waits(for: "42\n"))
    }

    @Test func twoEmptyLinesEndACellThatWouldGoOn() throws {
        let terminal = try prompt()
        terminal.enter("[1, 2,")
        #expect(terminal.waits(for: "· "))
        terminal.enter("\u{15}")
        #expect(terminal.waits(for: "· "))
        terminal.enter("\u{15}")
        #expect(terminal.waits(for: "In[1]:"))
        #expect(terminal.waits(for: "[2]> "))
    }

    @Test func aPasteWithTabsIsNotCompleted() throws {
        let terminal = try prompt()
        terminal.type("\u{1B}[200~if true {\n\tprint(\"tab\", 6 * 7)\n}\u{1B}[201~\r")
        #expect(terminal.waits(for: "tab 42\n"))
        #expect(terminal.waits(for: "[2]> "))
    }

    @Test func anErrorInAPasteNamesItsLine() throws {
        let terminal = try prompt()
        terminal.type("\u{1B}[200~let a = 1\nlet b = 2\na + nobody\u{1B}[201~\r")
        #expect(terminal.waits(for: "In[1]:3:5"))
        terminal.enter("a + b + 39")
        #expect(terminal.waits(for: "42\n"))
    }

    @Test func withoutAnEditorEditSaysSo() throws {
        let terminal = try prompt(environment: ["EDITOR": "", "VISUAL": "", "PATH": "/nowhere"])
        terminal.enter("6 * 7")
        terminal.enter(":edit 1")
        #expect(terminal.waits(for: "there is no editor: install one"))
    }

    @Test func aMistypedCommandSuggestsTheNearOne() throws {
        let terminal = try prompt()
        terminal.enter(":exprot lab.md")
        #expect(terminal.waits(for: "did you mean `:export`?"))
        #expect(terminal.waits(for: "[1]> "))
    }
}
