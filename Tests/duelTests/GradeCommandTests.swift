import Foundation
import TestSupport
import Testing

@Suite("duel grade")
struct GradeCommandTests {
    private let lesson = URL(fileURLWithPath: BuiltProgram.packageFolder).appendingPathComponent(
        "lessons/05-one-iteration")

    private struct Result: Decodable {
        struct Test: Decodable {
            let name: String
            let score: Double
            let maxScore: Double
            let status: String
            let output: String
        }
        let submission: String
        let score: Double
        let maxScore: Double
        let tests: [Test]
        let notes: [String]
        let seed: Int
        let version: String
    }

    private var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return decoder
    }

    private func grade(_ scripts: [String], checks: String = "5", more: [String] = []) throws -> [Result] {
        let scratch = try Scratch()
        let run = try BuiltProgram.run(["grade", checks] + scripts + ["--out", scratch.path] + more)
        #expect(run.status == 0, "\(run.errors)")
        return try scripts.map { path in
            let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
            return try decoder.decode(Result.self, from: Data(contentsOf: scratch.file(name + ".json")))
        }
    }

    /// Checks like those of lesson 5, with little time.
    private func hastyChecks(_ scratch: Scratch) throws -> String {
        let text = try String(contentsOf: lesson.appendingPathComponent("checks.duel"), encoding: .utf8)
        return try scratch.write(
            text.replacingOccurrences(of: "time: 20", with: "time: 1"), to: "checks.duel")
    }

    @Test func theStarterEarnsNothingAndTheSolutionEverything() throws {
        let paths = ["starter", "solution"].map { lesson.appendingPathComponent($0 + ".duel").path }
        let results = try grade(paths, more: ["--jobs", "2"])
        #expect(results.map(\.score) == [0, 7])
        #expect(results.map(\.maxScore) == [7, 7])
        #expect(results[1].tests.allSatisfy { $0.status == "passed" })
        let names = ["returns-the-loss", "only-the-generator-moves", "uses-the-optimizer", "fresh-noise"]
        #expect(results[1].tests.map(\.name) == names)
        #expect(results[1].notes.isEmpty)
    }

    @Test func aScriptThatNeverEndsGetsItsZeroInTimeAndCostsNoOneElseAnything() throws {
        let scratch = try Scratch()
        let checks = try hastyChecks(scratch)
        let endless = try scratch.write("print(\"hi\")\nwhile true { }\n", to: "endless.duel")
        let text = try String(contentsOf: lesson.appendingPathComponent("solution.duel"), encoding: .utf8)
        let solution = try scratch.write(text, to: "solution.duel")
        let results = try grade([endless, solution], checks: checks)
        #expect(results.map(\.score) == [0, 7])
        #expect(results[0].notes == ["The script used up its 1 seconds of processor time and was stopped."])
    }

    @Test func aFunctionThatNeverReturnsFailsItsChecksOnly() throws {
        let scratch = try Scratch()
        let checks = try scratch.write(
            """
            limits(time: 1)
            check("hangs", points: 1) { s in expect(s.f(), equals: 1) }
            check("works", points: 2) { s in expect(s.g(), equals: 2) }
            """, to: "checks.duel")
        let answer = try scratch.write("func f() { while true { } }\nfunc g() { 2 }\n", to: "answer.duel")
        let result = try grade([answer], checks: checks)[0]
        #expect(result.tests.map(\.score) == [0, 2])
        #expect(
            result.tests[0].output == "this check used up its 1 seconds of processor time and was stopped")
    }

    @Test func mistakesInTheStepAreNotPaid() throws {
        let wrong = [
            // D is moved too.
            """
            func generatorStep(G, D, optimizer) {
                let loss = mean(softplus(-D(G(noise(256, G.inputs)))))
                optimizer.step(gradients(of: loss, for: G))
                let other = mean(softplus(-D(detach(G(noise(256, G.inputs))))))
                SGD(D, lr: 0.1).step(gradients(of: other, for: D))
                return number(loss)
            }
            """,
            // The slide's loss with its sign turned the wrong way: the generator learns to be caught.
            """
            func generatorStep(G, D, optimizer) {
                let loss = mean(softplus(D(G(noise(256, G.inputs)))))
                optimizer.step(gradients(of: loss, for: G))
                return number(loss)
            }
            """,
        ]
        let scratch = try Scratch()
        for (index, script) in wrong.enumerated() {
            let path = try scratch.write(script, to: "wrong\(index).duel")
            let result = try grade([path])[0]
            #expect(result.tests[1].status == "failed", "\(script)")
        }
    }

    @Test func whatAScriptNamesCheckOrExpectChangesNothing() throws {
        let scratch = try Scratch()
        let cheat = try scratch.write(
            """
            func expect(a, b) { true }
            func check(a, b) { true }
            func mean(x) { 0 }
            func generatorStep(G, D, optimizer) { 0.6 }
            print("{\\"score\\": 7}")
            """, to: "cheat.duel")
        let result = try grade([cheat])[0]
        #expect(result.tests[1].status == "failed")
        #expect(result.score < 3)
    }

    @Test func aCellThatDoesNotParseIsLeftOutAndNamedAndTheOthersRun() throws {
        let scratch = try Scratch()
        let solution = try String(contentsOf: lesson.appendingPathComponent("solution.duel"), encoding: .utf8)
        let answer = try scratch.write(
            solution + "\n// %% broken\nlet x = (1 + \n\n// %% failing\nlet y = zeros(2) @ 3\n",
            to: "answer.duel")
        let result = try grade([answer])[0]
        #expect(result.score == 7)
        #expect(result.notes.count == 2)
        #expect(result.notes[0].hasPrefix("A cell was left out, since it cannot be read:\nanswer.duel:"))
        #expect(result.notes[1].hasPrefix("A cell failed; what it had bound before is kept:\nanswer.duel:"))
    }

    @Test func memoryAndOutputAreBounded() throws {
        let scratch = try Scratch()
        let checks = try scratch.write(
            """
            limits(time: 10, memory: "64 MiB", output: "1 KiB")
            check("kept", points: 1) { s in expect(s.x, equals: 1) }
            """, to: "checks.duel")
        let greedy = try scratch.write(
            """
            let x = 1
            // %%
            for i in 0..<1000 { print("a line that is much too long for so many of them") }
            // %%
            let t = zeros(100000, 1000)
            // %%
            var xs = [1]
            while true { xs = xs + xs }
            """, to: "greedy.duel")
        let result = try grade([greedy], checks: checks)[0]
        #expect(result.score == 1)
        #expect(result.notes.contains { $0.contains("1024 bytes") })
        #expect(result.notes.filter { $0.hasPrefix("A cell failed") }.count == 2)
    }

    @Test func aFileThatIsNoScriptIsMarkedAndNamed() throws {
        let scratch = try Scratch()
        try Data([0xFF, 0xFE, 0x00]).write(to: scratch.file("bytes.duel"))
        let result = try grade([scratch.file("bytes.duel").path])[0]
        #expect(result.score == 0)
        #expect(result.notes[0].hasPrefix("The script could not be read:"))
    }

    @Test func theSameSubmissionGetsTheSameReportByteForByte() throws {
        let solution = lesson.appendingPathComponent("starter.duel").path
        let first = try BuiltProgram.run(["grade", "5", solution, "--json"])
        let second = try BuiltProgram.run(["grade", "5", solution, "--json"])
        #expect(first.output == second.output)
        #expect(!first.output.isEmpty)
    }

    @Test func aChecksFileThatIsWrongIsAnErrorBeforeAnythingIsMarked() throws {
        let scratch = try Scratch()
        let checks = try scratch.write("check(\"a\", points: -1) { s in expect(true) }\n", to: "checks.duel")
        let answer = try scratch.write("print(1)\n", to: "answer.duel")
        let run = try BuiltProgram.run(["grade", checks, answer])
        #expect(run.status == 1)
        #expect(run.output == "")
        #expect(run.errors.contains("points are a number of 0 or more"))
    }

    @Test func standardInputIsMarkedToo() throws {
        let solution = try String(
            contentsOf: lesson.appendingPathComponent("solution.duel"), encoding: .utf8)
        let run = try BuiltProgram.run(["grade", "5", "-"], input: solution)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.hasPrefix("answer: 7 of 7 points"))
    }
}
