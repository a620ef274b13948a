import Script
import Testing

@testable import Notebook

@Suite struct SessionTests {
    private let session = Session(engine: .small())

    @Test func cellsAreNumberedFromOne() {
        #expect(session.run("1").number == 1)
        #expect(session.run("2").number == 2)
        #expect(session.cells.map(\.source) == ["1", "2"])
    }

    @Test func theLastExpressionIsTheResult() throws {
        let cell = session.run("let x = 20\nx + 1")
        #expect(try session.interpreter.text(try #require(cell.result)) == "21")
        #expect(session.run("let y = 1").result == nil)
        #expect(session.run("print(1)").result == nil)
    }

    @Test func underscoreIsTheLastResult() throws {
        session.run("20 + 1")
        session.run("let quiet = 1")
        let cell = session.run("_ * 2")
        #expect(try session.interpreter.text(try #require(cell.result)) == "42")
    }

    @Test func aFailingStatementLeavesWhatWasBoundBefore() {
        session.run("let x = 1")
        let cell = session.run("let y = 2\nlet x = fail()\nlet z = 3")
        #expect(!cell.isDone)
        #expect(session.interpreter.globals.map(\.name) == ["x", "y"])
        #expect(session.run("x + y").isDone)
    }

    @Test func aCellThatDoesNotParseRunsNothing() {
        let cell = session.run("let x = 1\nlet = 2")
        #expect(!cell.isDone)
        #expect(session.interpreter.globals.isEmpty)
    }

    @Test func errorsNameTheCellAndItsLine() {
        session.run("1")
        let cell = session.run("let y = 2\nfail()")
        guard case .failed(let error as Diagnostic) = cell.outcome else {
            Issue.record("the cell should have failed with a diagnostic")
            return
        }
        #expect(error.rendered().hasPrefix("In[2]:2:1: fail: it was asked to fail"))
    }

    @Test func cellsOfAFileKeepItsLineNumbers() {
        let cell = session.run("fail()", name: "lab.duel", firstLine: 12)
        guard case .failed(let error as Diagnostic) = cell.outcome else {
            Issue.record("the cell should have failed with a diagnostic")
            return
        }
        #expect(error.rendered().hasPrefix("lab.duel:12:1:"))
    }

    @Test func whatIsPrintedIsWrittenAtOnceAndKept() {
        var written = ""
        session.write = { written += $0 }
        let cell = session.run("print(1)\nprint(2)")
        #expect(written == "1\n2\n")
        #expect(cell.output == "1\n2\n")
    }

    @Test func printingWithoutEndKeepsAMegabyte() {
        let cell = session.run(
            "for i in 0..<30000 { print(\"0123456789012345678901234567890123456789012345\") }")
        #expect(cell.output.utf8.count < 1_100_000)
    }

    @Test func aStoppedCellIsNeitherDoneNorFailed() {
        let cell = session.run("let x = 1\nstop()")
        guard case .interrupted = cell.outcome else {
            Issue.record("the cell should have been stopped")
            return
        }
        #expect(session.interpreter.globals.map(\.name) == ["x"])
    }

    @Test func resetForgetsEverything() {
        session.run("let x = 1")
        session.reset()
        #expect(session.cells.isEmpty)
        #expect(session.interpreter.globals.isEmpty)
        #expect(session.run("1").number == 1)
    }

    @Test(arguments: [
        ("func f(x) {", true), ("func f(x) {\n    x\n}", false), ("let x = [1,", true),
        ("print(\"\"\"", true),
        ("1 + 1", false), ("let x = )", false),
    ])
    func onlyWhatBreaksOffIsIncomplete(_ source: String, _ isIncomplete: Bool) {
        #expect(session.isIncomplete(source) == isIncomplete)
    }

    @Test func streamsBeginWithTheirCell() {
        var names: [String?] = []
        let session = Session(engine: .small { names.append($0) })
        session.run("1")
        session.run("2", streamName: "05/1")
        #expect(names == [nil, "05/1"])
    }

    @Test func whatRanOfACellThatFailedIsInTheScriptAndTheRestIsAComment() {
        let session = Session(engine: .small())
        session.run("let a = 1; let b = a + 1\n// Now it fails.\nfail()\nlet c = 3", title: "three")
        #expect(session.cells[0].hasEffect)
        session.run("let d = 4\nstop()")
        session.run("fail()")
        #expect(
            SessionScript.text(session).hasSuffix(
                """
                // %% three (failed in part)
                let a = 1; let b = a + 1
                // Now it fails.
                // What follows failed.
                // fail()
                // let c = 3

                // %% stopped
                let d = 4
                // Ctrl-C stopped this cell; what follows was not run to its end.
                // stop()

                // %% failed
                // fail()

                """))
        let again = Session(engine: .small())
        for cell in CellDocument(SessionScript.text(session)).codeCells { again.run(cell.text) }
        #expect(again.cells.allSatisfy { $0.isDone })
        #expect(again.interpreter.globals.map(\.name) == ["a", "b", "d"])
    }

    @Test func aCellIsCheckedAsAWholeBeforeItsFirstStatementRuns() {
        let session = Session(engine: .small())
        let cell = session.run("let a = 1\nbreak")
        #expect(!cell.isDone && !cell.hasEffect)
        #expect(session.interpreter.globals.isEmpty)
    }

    @Test func aCellsLastResultIsThatOfTheLastCell() throws {
        let session = Session(engine: .small())
        session.run("20")
        let result = try #require(session.run("1; _ + 1").result)
        #expect(try session.interpreter.text(result) == "21")
    }

    @Test func theSessionAsAScript() {
        session.run("let x = 1")
        session.run("fail()\nlet y = 2")
        session.run("x", title: "the value", prose: "# One\n\nis one")
        #expect(
            SessionScript.text(session) == """
                // %% the session's seed
                // seed(0)

                // %%
                let x = 1

                // %% failed
                // fail()
                // let y = 2

                // %% [markdown]
                // # One
                //
                // is one

                // %% the value
                x

                """)
    }
}
