import Prelude
import Script
import Testing
import Text

@testable import Notebook

@Suite struct PreludeEngineTests {
    private func session(seed: UInt64 = 0) -> Session {
        Session(engine: .prelude { PreludeContext(seed: seed) })
    }

    private func text(_ cell: SessionCell, _ session: Session) throws -> String {
        try session.interpreter.text(try #require(cell.result))
    }

    @Test func typingInBetweenMovesNoNumberOfALesson() throws {
        let (quiet, busy) = (session(), session())
        quiet.run("randn(3)", streamName: "05/1")
        let plain = try text(quiet.run("randn(3)", streamName: "05/2"), quiet)
        busy.run("randn(3)", streamName: "05/1")
        busy.run("randn(1000)")
        #expect(try text(busy.run("randn(3)", streamName: "05/2"), busy) == plain)
    }

    @Test func aLessonMovesNoNumberOfTheStudents() throws {
        let (alone, guided) = (session(), session())
        alone.run("randn(2)")
        let plain = try text(alone.run("randn(3)"), alone)
        guided.run("randn(2)")
        guided.run("randn(50)", streamName: "05/1")
        guided.run("randn(50)", streamName: "05/2")
        #expect(try text(guided.run("randn(3)"), guided) == plain)
    }

    @Test func resetBeginsTheNumbersAnew() throws {
        let session = session()
        let first = try text(session.run("randn(3)"), session)
        session.reset()
        #expect(try text(session.run("randn(3)"), session) == first)
    }

    @Test func aSavedSessionStartsWithItsSeed() {
        let session = session(seed: 7)
        session.run("1")
        #expect(SessionScript.text(session).hasPrefix("// %% the session's seed\nseed(7)\n"))
    }

    @Test func figuresAreDrawnAndTopicsListed() throws {
        let engine = Engine.prelude { PreludeContext() }
        let session = Session(engine: engine)
        let cell = session.run("scatter([[0, 1], [1, 0]])")
        #expect(cell.result.flatMap(engine.figure) != nil)
        #expect(engine.names.contains("scatter"))
        #expect(engine.help("scatter", Appearance())?.contains("scatter(") == true)
        #expect(engine.help("nonsense", Appearance()) == nil)
    }

    @Test func aSavedSessionShowsTheFiguresThatThePromptDrew() {
        let session = session()
        session.run("scatter([[0, 1], [1, 0]])   // two points")
        session.run("let curve = line([1, 4])\ncurve")
        session.run("show(curve)")
        let text = SessionScript.text(session)
        #expect(text.contains("\nshow(scatter([[0, 1], [1, 0]]))   // two points\n"))
        #expect(text.contains("\nlet curve = line([1, 4])\nshow(curve)\n"))
        #expect(text.hasSuffix("// %%\nshow(curve)\n"))
    }

    @Test func theAnswerIsWhatWasTypedAndRan() {
        let session = session()
        session.run("let lesson = 1", name: "05/lesson.duel", streamName: "05/1")
        session.run("func mine(x) { x }")
        session.run("nobody")
        session.run("let half = 1\nnobody")
        #expect(session.answer.map(\.source) == ["func mine(x) { x }", "let half = 1\nnobody"])
    }

    @Test func aCellThatFailsMovesNoNumber() throws {
        let (plain, stumbling) = (session(), session())
        plain.run("randn(2)")
        stumbling.run("randn(2)")
        stumbling.run("randn(5); nobody")
        #expect(
            try text(stumbling.run("randn(3)"), stumbling) == text(plain.run("randn(3)"), plain))
    }

    @Test func aSavedSessionRunsToTheSameNumbers() throws {
        let session = session(seed: 3)
        session.run("let a = randn(3)")
        session.run("let b = randn(3)", name: "05/lesson.duel", streamName: "05/1")
        session.run("randn(9); nobody")
        session.run("let c = randn(3)", name: "05/lesson.duel", streamName: "05/2")
        session.run("let g = randn(3)\nrandn(7); nobody")
        session.run("let d = randn(3)")
        session.run("let h = randn(2)\nnobody")
        session.run("let i = randn(2)\nrandn(9)\nnobody")
        session.run("seed(9)")
        session.run("let e = randn(3)", name: "05/lesson.duel", streamName: "05/3")
        session.run("stream(\"mine\")")
        session.run("let f = randn(3)")
        let again = self.session()
        for cell in CellDocument(SessionScript.text(session)).codeCells { again.run(cell.text) }
        for name in ["a", "b", "c", "d", "e", "f", "g", "h", "i"] {
            #expect(try text(again.run(name), again) == text(session.run(name), session), "\(name)")
        }
    }

    @Test func aListOfImagesIsShownAsPictures() throws {
        let session = session()
        for (code, isPicture) in [
            ("[rand(1, 8, 8), rand(1, 8, 8)]", true), ("[rand(3, 8, 8)]", true),
            ("[rand(1, 8, 8), rand(1, 6, 8)]", false), ("[rand(2, 3), rand(2, 3)]", false),
            ("[[1, 2], [3, 4]]", false), ("[]", false), ("scatter(rand(3, 2))", true),
        ] {
            let result = try #require(session.run(code).result)
            #expect((session.engine.figure(result) != nil) == isPicture, "\(code)")
        }
    }

    @Test func aBatchOfImagesSaysHowToSeeIt() throws {
        let session = session()
        let texts = ResultText(engine: session.engine, appearance: Appearance())
        for (code, isBatch) in [
            ("rand(2, 1, 8, 8)", true), ("rand(2, 3, 8, 8)", true), ("rand(2, 8, 8, 8)", false),
        ] {
            let result = try #require(session.run(code).result)
            let text = texts.result(result, session.interpreter)
            #expect(text.hasSuffix("\n`images(_)` draws them") == isBatch, "\(code)")
        }
    }

    @Test func theListOfTopicsFitsASmallWindow() {
        let page = HelpPage.topics(session().engine, Appearance(width: 80, height: 24))
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 22, "\(lines.count) lines")
        #expect(lines.allSatisfy { displayWidth($0) <= 80 })
        #expect(page.contains("Layers (") && page.contains("scatter"))
    }

    @Test func everyTopicIsFoundByItsFirstWordAndFitsASmallWindow() throws {
        let engine = session().engine
        for (title, names) in engine.topics where !names.isEmpty {
            let word = String(title.prefix { $0.isLetter })
            let page = HelpPage.topic(word, isWhole: false, engine, Appearance(width: 80, height: 24))
            let lines = try #require(page, "\(title)").split(separator: "\n")
            #expect(lines.count <= 22, "\(title) has \(lines.count) lines")
            #expect(lines.allSatisfy { displayWidth($0) <= 80 }, "\(title)")
        }
    }

    @Test func whatIsNamedForAStartIsThere() {
        let engine = session().engine
        for name in engine.everydayNames { #expect(engine.names.contains(name), "\(name)") }
    }

    @Test func behindATensorsDotTheFirstNamesComeAndTheRestIsCounted() throws {
        let session = session()
        session.run("let x = tensor([[1, 2]])")
        let completer = Completer(
            session: session, commands: .standard, curriculum: Curriculum(folder: "/nowhere"))
        let first = completer.complete("x.")
        #expect(first.candidates.count <= 48, "\(first.candidates.count)")
        for name in ["shape", "T", "sum", "mean", "reshape"] {
            #expect(first.candidates.contains(name), "\(name)")
        }
        #expect(first.note?.contains("more: type a letter") == true)
        #expect(!first.candidates.contains("gelu") && completer.complete("x.ge").candidates.contains("gelu"))
        #expect(completer.complete("x.so").note == nil)
    }
}
