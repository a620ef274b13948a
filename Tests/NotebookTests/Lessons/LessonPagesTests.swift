import Testing

@testable import Notebook

private let lesson = """
    // ---
    // title: Rings
    // goal: draw a ring
    // ---

    // %% [markdown]
    // # Rings
    // A ring has *modes*.

    // %% a number
    let x = 20
    print(x)

    // %% [markdown] hint
    // Twenty and one.

    // %% [markdown]
    // Now one more.

    // %% one more
    x + 1

    // %% [markdown]
    // The end.
    """

@Suite struct LessonPagesTests {
    private let sandbox = Sandbox()
    private let curriculum: Curriculum
    private let state: StateFolder

    init() throws {
        try sandbox.write(lesson, to: "lessons/02-rings/lesson.duel")
        try sandbox.write(
            "// %% [markdown]\n// Write it.\n\n// %% exercise: a\nfunc twice(x) {\n}\n",
            to: "lessons/02-rings/starter.duel")
        try sandbox.write(
            "// %%\nlet y = fail(\"no\")\n// %%\nlet z = 1\n", to: "lessons/03-broken/lesson.duel")
        curriculum = Curriculum(folder: sandbox.path + "/lessons")
        state = StateFolder(path: sandbox.path + "/state")
    }

    private func talk() -> Talk { Talk(curriculum: curriculum, state: state) }

    @Test func lessonsAreListed() {
        #expect(talk().say(":lesson") == "  2  Rings\n  3  broken\n")
    }

    @Test func openingShowsTitleGoalAndWhatToDo() {
        let talk = talk()
        let answer = talk.say(":lesson 2")
        #expect(answer.contains("Lesson 2: Rings"))
        #expect(answer.contains("You will be able to draw a ring."))
        #expect(answer.contains("3 pages. Enter shows the next one"))
        #expect(talk.conversation.prompt == "lesson 2 [1]> ")
    }

    @Test func enterShowsProseAndCodeAndRunsIt() {
        let talk = talk()
        _ = talk.say(":lesson rings")
        let page = talk.say("")
        #expect(page.contains("A ring has *modes*."))
        #expect(page.contains("── 1/3 · a number ──"))
        #expect(page.contains("let x = 20\nprint(x)\n\n20\n"))
        #expect(!page.contains("one more"))
        let next = talk.say(":next")
        #expect(next.contains("Now one more."))
        #expect(next.hasSuffix("x + 1\n\n21\n"))
        #expect(!next.contains("Twenty"))
    }

    @Test func theLastPageIsFollowedByWhatComesNext() {
        let talk = talk()
        _ = talk.say(":lesson 2")
        for _ in 0..<3 { _ = talk.say("") }
        let end = talk.say("")
        #expect(end.contains("That was the last page"))
        #expect(end.contains("\nWrite it.\n") && end.contains("\nfunc twice(x) {\n}\n"))
        #expect(end.contains("duel exercise 2"))
        #expect(end.contains(":lesson 3"))
    }

    @Test func aNameTakenFromTheLessonIsNamedWhenItsCellFails() {
        let talk = talk()
        _ = talk.say(":lesson 2")
        _ = talk.say("")
        _ = talk.say("let x = \"mine\"")
        let failed = talk.say("").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(failed.contains("This cell wants the lesson's `x`, which is yours since cell 2."))
        #expect(failed.contains("`:lesson 2` runs the lesson's cells so far again"))
        // The page comes again, and with the lesson's own name it runs.
        #expect(talk.say("").contains("2/3 · one more"))
        _ = talk.say(":lesson 2")
        #expect(talk.say("").hasSuffix("x + 1\n\n21\n"))
    }

    @Test func aPageThatWasLeftOutIsNamedWhenALaterOneWantsIt() {
        let talk = talk()
        _ = talk.say(":lesson 2")
        _ = talk.say(":skip")
        let failed = talk.say("").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(failed.contains("This cell wants `x`, which page 1 binds, and that page has not run."))
        #expect(talk.say(":back").contains("1/3 · a number"))
        #expect(talk.say("").hasSuffix("20\n"))
        #expect(talk.say("").hasSuffix("21\n"))
    }

    @Test func aCellThatFailsAfterOtherOwnCodeSaysHowToGoOn() {
        let talk = talk()
        _ = talk.say(":lesson 3")
        _ = talk.say("let mine = 1")
        #expect(talk.say("").contains("What you typed in between may have changed"))
        _ = talk.say(":skip")
        _ = talk.say("")
        #expect(talk.say("z") == "1\n")
    }

    @Test func ownCodeRunsInBetween() {
        let talk = talk()
        _ = talk.say(":lesson 2")
        _ = talk.say("")
        _ = talk.say("let x = 100")
        #expect(talk.say("").hasSuffix("101\n"))
    }

    @Test func backShowsThePageAgainWithoutRunningIt() {
        let talk = talk()
        _ = talk.say(":lesson 2")
        #expect(talk.say(":back") == "this is the lesson's first page\n")
        _ = talk.say("")
        let page = talk.say(":back")
        #expect(page.contains("let x = 20"))
        #expect(!page.contains("\n20\n"))
        #expect(talk.say("").contains("\n20\n"))
    }

    @Test func backFromTheProseAtTheEndShowsTheCellBeforeIt() {
        let talk = talk()
        _ = talk.say(":lesson 2")
        for _ in 0..<4 { _ = talk.say("") }
        let page = talk.say(":back")
        #expect(page.contains("2/3"))
        #expect(page.contains("Enter runs this page's cell."))
        #expect(talk.say("").hasSuffix("21\n"))
    }

    @Test func skipLeavesAPageOut() {
        let talk = talk()
        _ = talk.say(":lesson 2")
        #expect(talk.say(":skip") == "Left out page 1: a number.\n")
        #expect(talk.conversation.session.cells.isEmpty)
    }

    @Test func hintsAreGivenWhenAskedFor() {
        let talk = talk()
        #expect(talk.say(":hint").contains("no lesson is open"))
        _ = talk.say(":lesson 2")
        #expect(talk.say(":hint") == "there is no hint for this page\n")
        _ = talk.say("")
        #expect(talk.say(":hint") == "Twenty and one.\n")
        #expect(talk.say(":hint") == "Twenty and one.\n")
    }

    @Test func comingBackRunsTheEarlierCellsQuietly() {
        let first = talk()
        _ = first.say(":lesson 2")
        _ = first.say("")
        let second = talk()
        let answer = second.say(":lesson 2")
        #expect(answer.contains("You have seen 1 of 3 pages."))
        #expect(answer.contains("\n1 \n"), "each page's number shows that something happens")
        #expect(!answer.contains("\n20\n"))
        #expect(second.say("").hasSuffix("21\n"))
    }

    @Test func resetBeginsTheLessonAnew() {
        let talk = talk()
        _ = talk.say(":lesson 2")
        _ = talk.say("")
        #expect(talk.say(":reset").contains("3 pages."))
        #expect(talk.say("").contains("1/3"))
    }

    @Test func aBrokenCellIsAMessageAndTheLessonGoesOn() {
        let talk = talk()
        _ = talk.say(":lesson 3")
        #expect(talk.say("").contains("03-broken/lesson.duel:2:9: call of fail: no"))
        _ = talk.say("")
        #expect(talk.say("z") == "1\n")
    }

    @Test func runThroughShowsEveryPageAndStopsAtAFailure() throws {
        let talk = talk()
        #expect(try talk.conversation.runThrough(curriculum.lessons[0]))
        #expect(talk.written.contains("21\n"))
        #expect(talk.written.hasSuffix("The end.\n"))
        let broken = self.talk()
        #expect(try !broken.conversation.runThrough(curriculum.lessons[1]))
    }

    @Test func aPlaceThatCannotBeRememberedIsAMessage() {
        let talk = Talk(curriculum: curriculum, state: StateFolder(path: "/proc/nowhere"))
        _ = talk.say(":lesson 2")
        #expect(talk.say("").contains("your place in the lesson cannot be remembered"))
        #expect(talk.say("").hasSuffix("21\n") || talk.written.contains("21\n"))
    }

    @Test func unknownLessonsAreAMessage() {
        #expect(talk().say(":lesson 9").hasPrefix("no lesson 9; there are lessons 2 to 3"))
    }
}
