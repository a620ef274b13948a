import Prelude
import Testing

@testable import Notebook
@testable import Script

@Suite struct SessionTests {
    private let session = Session { PreludeContext() }

    @Test func cellsAreNumberedFromOne() {
        #expect(session.run(typed: "1").number == 1)
        #expect(session.run(typed: "2").number == 2)
        #expect(session.cells.map(\.source.text) == ["1", "2"])
    }

    @Test func theLastExpressionIsTheResult() throws {
        let cell = session.run(typed: "let x = 20\nx + 1")
        #expect(try session.interpreter.text(try #require(cell.result)) == "21")
        #expect(session.run(typed: "let y = 1").result == nil)
        #expect(session.run(typed: "print(1)").result == nil)
    }

    @Test func underscoreIsTheLastResult() throws {
        session.run(typed: "20 + 1")
        session.run(typed: "let quiet = 1")
        let cell = session.run(typed: "_ * 2")
        #expect(try session.interpreter.text(try #require(cell.result)) == "42")
    }

    @Test func aFailingStatementLeavesWhatWasBoundBefore() {
        session.run(typed: "let x = 1")
        let cell = session.run(typed: "let y = 2\nlet x = fail(\"on purpose\")\nlet z = 3")
        #expect(!cell.isDone)
        #expect(session.interpreter.globals.map(\.name) == ["x", "y"])
        #expect(session.run(typed: "x + y").isDone)
    }

    @Test func aCellThatDoesNotParseRunsNothing() {
        let cell = session.run(typed: "let x = 1\nlet = 2")
        #expect(!cell.isDone)
        #expect(session.interpreter.globals.isEmpty)
    }

    @Test func errorsNameTheCellAndItsLine() {
        session.run(typed: "1")
        let cell = session.run(typed: "let y = 2\nfail(\"on purpose\")")
        guard case .failed(let error as Diagnostic) = cell.outcome else {
            Issue.record("the cell should have failed with a diagnostic")
            return
        }
        #expect(error.rendered().hasPrefix("In[2]:2:1: call of fail: on purpose"))
    }

    @Test func cellsOfAFileKeepItsLineNumbers() {
        let document = CellDocument("// %% one\n1\n\n// %% two\n\nfail(\"on purpose\")\n")
        let cell = session.run(CellSource(document.cells[1], of: "lab.duel"))
        guard case .failed(let error as Diagnostic) = cell.outcome else {
            Issue.record("the cell should have failed with a diagnostic")
            return
        }
        #expect(error.rendered().hasPrefix("lab.duel:6:1:"))
    }

    @Test func whatIsPrintedIsWrittenAtOnceAndKept() {
        var written = ""
        let session = Session(write: { written += $0 }, makeContext: { PreludeContext() })
        let cell = session.run(typed: "print(1)\nprint(2)")
        #expect(written == "1\n2\n")
        #expect(cell.output == "1\n2\n")
    }

    @Test func printingWithoutEndKeepsAMegabyte() {
        let cell = session.run(
            typed: "for i in 0..<30000 { print(\"0123456789012345678901234567890123456789012345\") }")
        #expect(cell.output.utf8.count < 1_100_000)
    }

    @Test func aStoppedCellIsNeitherDoneNorFailed() {
        session.interpreter.stop(onceBound: "x")
        let cell = session.run(typed: "let x = 1\nwhile true { }")
        guard case .interrupted = cell.outcome else {
            Issue.record("the cell should have been stopped")
            return
        }
        #expect(session.interpreter.globals.map(\.name) == ["x"])
    }

    @Test func resetForgetsEverything() {
        session.run(typed: "let x = 1")
        session.reset()
        #expect(session.cells.isEmpty)
        #expect(session.interpreter.globals.isEmpty)
        #expect(session.run(typed: "1").number == 1)
    }

    @Test(arguments: [
        ("func f(x) {", true), ("func f(x) {\n    x\n}", false), ("let x = [1,", true),
        ("print(\"\"\"", true),
        ("1 + 1", false), ("let x = )", false),
    ])
    func onlyWhatBreaksOffIsIncomplete(_ source: String, _ isIncomplete: Bool) {
        #expect(session.read(typed: source).isIncomplete == isIncomplete)
    }

    @Test func aCellIsCheckedAsAWholeBeforeItsFirstStatementRuns() {
        let cell = session.run(typed: "let a = 1\nbreak")
        #expect(!cell.isDone && !cell.hasRun)
        #expect(session.interpreter.globals.isEmpty)
    }

    @Test func aCellsLastResultIsThatOfTheLastCell() throws {
        session.run(typed: "20")
        let result = try #require(session.run(typed: "1; _ + 1").result)
        #expect(try session.interpreter.text(result) == "21")
    }

    @Test func aTypedLineIsReadOnceAndCompiledOnce() throws {
        let talk = Talk()
        let interpreter = talk.conversation.session.interpreter
        let (reads, compilations) = (interpreter.programsRead, interpreter.programsCompiled)
        let input = talk.conversation.read("[1, 2].map { x in x + 40 }; 42")
        #expect(!input.isIncomplete)
        talk.conversation.answer(input)
        #expect(talk.written == "42\n")
        #expect(interpreter.programsRead == reads + 1)
        #expect(interpreter.programsCompiled == compilations + 1)
    }
}
