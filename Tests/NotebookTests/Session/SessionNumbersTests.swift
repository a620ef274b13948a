import Prelude
import Script
import Testing
import Text

@testable import Notebook

@Suite struct SessionNumbersTests {
    private func session(seed: UInt64 = 0) -> Session {
        Session { PreludeContext(seed: seed) }
    }

    /// A cell of a lesson with random numbers of its own.
    private func page(_ text: String, _ streamName: String) -> CellSource {
        CellSource(DocumentCell(text: text), of: "lesson.duel", streamName: streamName)
    }

    private func text(_ cell: SessionCell, _ session: Session) throws -> String {
        try session.interpreter.text(try #require(cell.result))
    }

    @Test func typingInBetweenMovesNoNumberOfALesson() throws {
        let (quiet, busy) = (session(), session())
        quiet.run(page("randn(3)", "05/1"))
        let plain = try text(quiet.run(page("randn(3)", "05/2")), quiet)
        busy.run(page("randn(3)", "05/1"))
        busy.run(typed: "randn(1000)")
        #expect(try text(busy.run(page("randn(3)", "05/2")), busy) == plain)
    }

    @Test func aLessonMovesNoNumberOfTheStudents() throws {
        let (alone, guided) = (session(), session())
        alone.run(typed: "randn(2)")
        let plain = try text(alone.run(typed: "randn(3)"), alone)
        guided.run(typed: "randn(2)")
        guided.run(page("randn(50)", "05/1"))
        guided.run(page("randn(50)", "05/2"))
        #expect(try text(guided.run(typed: "randn(3)"), guided) == plain)
    }

    @Test func resetBeginsTheNumbersAnew() throws {
        let session = session()
        let first = try text(session.run(typed: "randn(3)"), session)
        session.reset()
        #expect(try text(session.run(typed: "randn(3)"), session) == first)
    }

    @Test func aCellThatFailsMovesNoNumber() throws {
        let (plain, stumbling) = (session(), session())
        plain.run(typed: "randn(2)")
        stumbling.run(typed: "randn(2)")
        stumbling.run(typed: "randn(5); nobody")
        #expect(
            try text(stumbling.run(typed: "randn(3)"), stumbling) == text(plain.run(typed: "randn(3)"), plain)
        )
    }

    @Test func aSavedSessionRunsToTheSameNumbers() throws {
        let session = session(seed: 3)
        session.run(typed: "let a = randn(3)")
        session.run(page("let b = randn(3)", "05/1"))
        session.run(typed: "randn(9); nobody")
        session.run(page("let c = randn(3)", "05/2"))
        session.run(typed: "let g = randn(3)\nrandn(7); nobody")
        session.run(typed: "let d = randn(3)")
        session.run(typed: "let h = randn(2)\nnobody")
        session.run(typed: "let i = randn(2)\nrandn(9)\nnobody")
        session.run(typed: "seed(9)")
        session.run(page("let e = randn(3)", "05/3"))
        session.run(typed: "stream(\"mine\")")
        session.run(typed: "let f = randn(3)")
        let again = self.session()
        for cell in CellDocument(SessionScript.text(session)).codeCells { again.run(typed: cell.text) }
        for name in ["a", "b", "c", "d", "e", "f", "g", "h", "i"] {
            #expect(
                try text(again.run(typed: name), again) == text(session.run(typed: name), session), "\(name)")
        }
    }
}
