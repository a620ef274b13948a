import Testing

@testable import Notebook

@Suite struct HistoryFileTests {
    private let sandbox = Sandbox()
    private var history: HistoryFile { HistoryFile(StateFolder(path: sandbox.path + "/state/duel")) }

    @Test func entriesOfSeveralLinesComeBackWhole() throws {
        let entry = "func f(x) {\n    print(\"a\\n\\\\b\")\n}"
        try history.append("let x = 1")
        try history.append(entry)
        #expect(history.load() == ["let x = 1", entry])
    }

    @Test func twoSessionsAppendToOneFile() throws {
        let (first, second) = (history, history)
        try first.append("a")
        try second.append("b")
        try first.append("c")
        #expect(history.load() == ["a", "b", "c"])
    }

    @Test func withoutAFileThereAreNoEntries() {
        #expect(history.load().isEmpty)
    }

    @Test func aFolderThatCannotBeMadeIsAProblem() {
        let history = HistoryFile(StateFolder(path: "/proc/nowhere"))
        #expect(throws: FileProblem.self) { try history.append("x") }
    }

    @Test func aLongHistoryIsCut() throws {
        let lines = (0..<4_100).map { "\($0)\n" }.joined()
        try sandbox.write(lines, to: "state/duel/history")
        #expect(history.load().count == 2_000)
        #expect(history.load().last == "4099")
        #expect(try TextFile.read(history.path).split(separator: "\n").count == 2_000)
    }

    @Test(
        arguments: [
            (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/duel"), (["HOME": "/h"], "/h/.local/state/duel"),
            (["XDG_STATE_HOME": "relative", "HOME": "/h"], "/h/.local/state/duel"), ([:], nil),
        ] as [([String: String], String?)])
    func theFolderFollowsTheEnvironment(_ environment: [String: String], _ path: String?) {
        #expect(StateFolder.find { environment[$0] }?.path == path)
    }
}
