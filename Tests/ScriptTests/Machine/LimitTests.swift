import Budget
import Testing
import Text

@testable import Script

/// Each limit is an error like any other, at the line that reaches it; what ran before keeps its effect.
struct LimitTests {
    private func limits(_ change: (inout Limits) -> Void) -> Limits {
        var limits = Limits()
        change(&limits)
        return limits
    }

    @Test func aLoopWithoutEndStopsAtTheLimitOfSteps() {
        #expect(
            outcome("print(1)\nwhile true { }", limits: limits { $0.steps = 5_000 }) == """
                1
                cell:2:12: limit: the script takes too many steps
                  2 | while true { }
                    |            ^^^  it may take 5000; is there a loop that does not end?
                """)
    }

    @Test func stepsAreCountedAlikeEachTime() throws {
        let taken = try (0..<2).map { _ in
            try runOnLargeStack {
                let run = ScriptRun()
                run.cell("var n = 0\nwhile n < 3000 { n += 1 }\nmap(0..<10) { $0 }")
                return run.interpreter.stepsTaken
            }
        }
        #expect(taken[0] == taken[1])
        #expect(taken[0] >= 3_000)
    }

    @Test func aScriptGoesOnAfterALimit() {
        let text = outcome(
            "func f(n) { f(n + 1) }\nf(0)", "print(f == nil)", limits: limits { $0.calls = 50 })
        #expect(text.contains("limit: calls are nested too deeply"))
        #expect(text.hasSuffix("\nfalse"))
    }

    @Test func memoryIsBoundedWhereListsGrow() {
        let text = outcome(
            "var xs = []\nwhile true { xs.append([0] * 1000) }",
            limits: limits { $0.memory = MemoryBudget.values + 8 << 20 })
        #expect(text.contains("cell:2:"))
        #expect(text.contains("limit: the script's memory is used up"))
    }

    @Test func memoryIsBoundedWhereStringsGrow() {
        let text = outcome(
            "var s = \"0123456789\"\nwhile true { s += s }",
            limits: limits { $0.memory = MemoryBudget.values + 1 << 20 })
        #expect(text.contains("limit: the script's memory is used up"))
    }

    @Test(arguments: [
        ("var s = \"0123456789\"\nwhile true { s += s }", "limit: the string becomes too long"),
        ("var s = \"0123456789\"\nwhile true { s = \"\\(s)\\(s)\" }", "limit: the string becomes too long"),
        ("let s = \"0123456789\" * 1000000", "limit: the string becomes too long"),
        ("var xs = [1]\nwhile true { xs.append(1) }", "limit: the list becomes too long"),
        ("var xs = [1]\nwhile true { xs += xs }", "limit: the list becomes too long"),
        ("var xs = [1]\nwhile true { xs = xs + xs }", "limit: the list becomes too long"),
        ("let xs = [1] * 100000", "limit: the list becomes too long"),
        ("var xs = []\nwhile true { xs = [xs] }", "limit: lists are nested too deeply"),
        ("var xs = []\nwhile true { xs = (xs, 1) }", "limit: lists are nested too deeply"),
        ("var xs = [:]\nwhile true { xs = [1: xs] }", "limit: lists are nested too deeply"),
        ("var xs = [0]\nwhile true { xs[0] = xs }", "limit: lists are nested too deeply"),
        ("var xs = []\nwhile true { xs.append(xs) }", "limit: lists are nested too deeply"),
    ])
    func growthIsBounded(program: String, problem: String) {
        let small = limits {
            $0.elements = 20_000
            $0.stringBytes = 100_000
            $0.nesting = 100
        }
        #expect(outcome(program, limits: small).contains(problem))
    }

    @Test func interruptionStopsALoopAndLeavesTheInterpreterWhole() throws {
        let text = try runOnLargeStack {
            let run = ScriptRun()
            var looks = 0
            run.interpreter.poll = {
                looks += 1
                if looks == 3 { throw Interrupted() }
            }
            run.cell("var n = 0\nlet held = [1, 2]\nwhile true { n += 1 }")
            run.cell("print(n > 0, held)")
            return run.text
        }
        #expect(text == "Interrupted()\ntrue [1, 2]\n")
    }

    @Test func aPollMayStopWithAMessageOfItsOwn() throws {
        let text = try runOnLargeStack {
            let run = ScriptRun()
            run.interpreter.poll = { throw Mistake(construct: "limit", problem: "the time is used up") }
            run.cell("func f() {\n    while true { }\n}\nf()")
            return run.text
        }
        #expect(text.contains("limit: the time is used up"))
    }
}
