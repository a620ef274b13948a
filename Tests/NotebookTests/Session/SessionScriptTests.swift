import Prelude
import Testing

@testable import Notebook

@Suite struct SessionScriptTests {
    private let session = Session { PreludeContext() }

    @Test func whatRanOfACellThatFailedIsInTheScriptAndTheRestIsAComment() {
        let document = CellDocument(
            "// %% three\nlet a = 1; let b = a + 1\n// Now it fails.\nfail(\"no\")\nlet c = 3\n")
        session.run(CellSource(document.cells[0], of: "lab.duel"))
        #expect(session.cells[0].hasRun)
        session.interpreter.stop(onceBound: "d")
        session.run(typed: "let d = 4\nwhile true { }")
        session.run(typed: "fail(\"no\")")
        #expect(
            SessionScript.text(session).hasSuffix(
                """
                // %% three (failed in part)
                let a = 1; let b = a + 1
                // Now it fails.
                // What follows failed.
                // fail("no")
                // let c = 3

                // %% stopped
                let d = 4
                // Ctrl-C stopped this cell; what follows was not run to its end.
                // while true { }

                // %% failed
                // fail("no")

                """))
        let again = Session { PreludeContext() }
        for cell in CellDocument(SessionScript.text(session)).codeCells { again.run(typed: cell.text) }
        #expect(again.cells.allSatisfy { $0.isDone })
        #expect(again.interpreter.globals.map(\.name) == ["a", "b", "d"])
    }

    @Test func theSessionAsAScript() {
        session.run(typed: "let x = 1")
        session.run(typed: "fail(\"no\")\nlet y = 2")
        let page = CellDocument("// %% the value\nx").cells[0]
        session.run(CellSource(page, of: "lesson.duel", prose: "# One\n\nis one"))
        #expect(
            SessionScript.text(session) == """
                // %% the session's seed
                seed(0)

                // %%
                let x = 1

                // %% failed
                // fail("no")
                // let y = 2

                // %% [markdown]
                // # One
                //
                // is one

                // %% the value
                x

                """)
    }

    @Test func aSavedSessionStartsWithItsSeed() {
        let session = Session { PreludeContext(seed: 7) }
        session.run(typed: "seed(9)")
        #expect(SessionScript.text(session).hasPrefix("// %% the session's seed\nseed(7)\n"))
    }

    @Test func aSavedSessionShowsTheFiguresThatThePromptDrew() {
        session.run(typed: "scatter([[0, 1], [1, 0]])   // two points")
        session.run(typed: "let curve = line([1, 4])\ncurve")
        session.run(typed: "show(curve)")
        let text = SessionScript.text(session)
        #expect(text.contains("\nshow(scatter([[0, 1], [1, 0]]))   // two points\n"))
        #expect(text.contains("\nlet curve = line([1, 4])\nshow(curve)\n"))
        #expect(text.hasSuffix("// %%\nshow(curve)\n"))
    }

    @Test func theAnswerIsWhatWasTypedAndRan() {
        session.run(
            CellSource(DocumentCell(text: "let lesson = 1"), of: "05/lesson.duel", streamName: "05/1"))
        session.run(typed: "func mine(x) { x }")
        session.run(typed: "nobody")
        session.run(typed: "let half = 1\nnobody")
        #expect(session.answer.map(\.source.text) == ["func mine(x) { x }", "let half = 1\nnobody"])
    }
}
