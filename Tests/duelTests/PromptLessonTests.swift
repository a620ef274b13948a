import TestSupport
import Testing

private let controlD = "\u{4}"

/// A lesson in a terminal: pages by Enter, checks, hints, and coming back.
@Suite(.serialized)
struct PromptLessonTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test func enterPressedWhileALessonsCellRunsTurnsNoPage() throws {
        try scratch.write(
            "// %% one\nprint(\"be\" + \"gun\")\nlet numbers = points(\"gate.csv\")\n\n// %% two\nprint(\"second\")\n",
            to: "home/lessons/03-slow/lesson.duel")
        let gate = try Gate(scratch.path + "/gate.csv")
        let terminal = try scratch.prompt(
            ["lesson", "3"], environment: ["DUEL_HOME": scratch.path + "/home"])
        #expect(terminal.waits(for: "lesson 3 [1]> "))
        terminal.type("\r")
        #expect(terminal.waits(for: "begun"))
        terminal.type("\r\r6 * 7\r")
        #expect(terminal.waits(until: gate.opens))
        #expect(terminal.waits(for: "42\n"))
        #expect(terminal.waits(for: "lesson 3 [3]> "))
        #expect(!terminal.text.contains("second"))
        terminal.type("\r")
        #expect(terminal.waits(for: "second\n"))
    }

    @Test func inALessonEnterShowsAndRunsTheNextPage() throws {
        try scratch.write(
            "// %% [markdown]\n// # Rings\n\n// %% one\nlet x = 41\n\n// %% two\nx + 1\n",
            to: "home/lessons/02-rings/lesson.duel")
        let home = ["DUEL_HOME": scratch.path + "/home"]
        let terminal = try scratch.prompt(["lesson", "2"], environment: home)
        #expect(terminal.waits(for: "lesson 2 [1]> "))
        terminal.type("\r")
        #expect(terminal.waits(for: "let x = 41"))
        #expect(terminal.waits(for: "lesson 2 [2]> "))
        terminal.type("\r")
        #expect(terminal.waits(for: "42\n"))
        #expect(terminal.waits(for: "lesson 2 [3]> "))
        terminal.type(controlD)
        #expect(terminal.exitStatus() == 0)
    }

    @Test func checkMarksWhatWasTyped() throws {
        try scratch.write("// %%\nlet x = 1\n", to: "home/lessons/07-sums/lesson.duel")
        try scratch.write(
            "check(\"adds\", points: 2, \"the sum\", hint: \"what does + do?\") { s in expect(s.add(20, 22), equals: 42) }\n",
            to: "home/lessons/07-sums/checks.duel")
        let terminal = try scratch.prompt(
            ["lesson", "7"], environment: ["DUEL_HOME": scratch.path + "/home"])
        #expect(terminal.waits(for: "lesson 7 [1]> "))
        terminal.enter(":check")
        #expect(terminal.waits(for: "you have typed nothing yet"))
        terminal.enter("func add(a, b) { a - b }")
        terminal.enter(":check")
        #expect(terminal.waits(for: "0 of 2 points"))
        #expect(terminal.waits(for: "]> "))
        terminal.type("\r")
        terminal.enter(":hint")
        #expect(terminal.waits(for: "what does + do?"))
        terminal.enter("func add(a, b) { a + b }")
        terminal.enter(":check")
        #expect(terminal.waits(for: "2 of 2 points"))
    }

    @Test func aLessonIsLeftAndFoundAgain() throws {
        try scratch.write(
            "// %% one\nlet x = 41\n\n// %% two\nx + 1\n\n// %% three\nx + 2\n",
            to: "home/lessons/04-steps/lesson.duel")
        let home = ["DUEL_HOME": scratch.path + "/home"]
        let first = try scratch.prompt(["lesson", "4"], environment: home)
        #expect(first.waits(for: "lesson 4 [1]> "))
        first.type("\r")
        #expect(first.waits(for: "lesson 4 [2]> "))
        first.type(controlD)
        #expect(first.exitStatus() == 0)

        let second = try scratch.prompt(["lesson", "4"], environment: home)
        #expect(second.waits(for: "You have seen 1 of 3 pages"))
        #expect(second.waits(for: "lesson 4 [2]> "))
        second.enter(":skip")
        #expect(second.waits(for: "Left out page 2: two"))
        second.enter(":back")
        #expect(second.waits(for: "x + 1"))
        #expect(second.waits(for: "lesson 4 [2]> "))
        second.type("\r")
        #expect(second.waits(for: "42\n"))
    }

    @Test func checkKnowsWhatTheLessonBound() throws {
        try scratch.write("// %%\nlet forty = 40\n", to: "home/lessons/07-sums/lesson.duel")
        try scratch.write(
            "check(\"two\", points: 2, \"the sum\") { s in expect(s.answer(), equals: 42) }\n",
            to: "home/lessons/07-sums/checks.duel")
        let terminal = try scratch.prompt(
            ["lesson", "7"], environment: ["DUEL_HOME": scratch.path + "/home"])
        #expect(terminal.waits(for: "lesson 7 [1]> "))
        terminal.type("\r")
        #expect(terminal.waits(for: "lesson 7 [2]> "))
        terminal.enter("let base = forty")
        terminal.enter("func answer() { base + 2 }")
        terminal.enter(":check")
        #expect(terminal.waits(for: "So far: 2 of 2 points"))
        #expect(terminal.waits(for: "Your cells build on names that the lesson bound."))
        #expect(terminal.waits(for: "0 of 2"))
        // What stands alone is marked alone, and no word is said of it.
        terminal.enter("func answer() { 42 }")
        terminal.enter(":check")
        #expect(terminal.waits(for: "So far: 2 of 2 points"))
        #expect(terminal.waits(for: "lesson 7 [5]> "))
    }

    @Test func aLessonsBrokenCellIsSaidAndTheLessonGoesOn() throws {
        try scratch.write(
            "// %% one\nlet x = 41\n\n// %% two\nlet y = x +* 2\n\n// %% three\nx + 1\n",
            to: "home/lessons/03-broken/lesson.duel")
        let terminal = try scratch.prompt(
            ["lesson", "3"], environment: ["DUEL_HOME": scratch.path + "/home"])
        #expect(terminal.waits(for: "lesson 3 [1]> "))
        terminal.type("\r")
        #expect(terminal.waits(for: "lesson 3 [2]> "))
        terminal.type("\r")
        #expect(terminal.waits(for: "03-broken/lesson.duel:5:"))
        #expect(terminal.waits(for: "]> "))
        terminal.type("\r")
        #expect(terminal.waits(for: "42\n"))
    }
}
