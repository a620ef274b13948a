import Prelude
import Script
import Testing

@testable import Grading

/// Runs the examples of the words of checks against a student's script.
@Suite("Words of checks")
struct CheckWordsTests {
    private static let words = Library.entries.filter {
        $0.section == .topic(.checks) || $0.section == .members(of: .session)
    }

    @Test("Each example is a checks file whose checks a good script passes", arguments: words.map(\.title))
    func example(_ title: String) throws {
        let entry = try #require(Self.words.first { $0.title == title })
        let noted = NotingReporter()
        let book = try CheckBook.read(
            entry.example, name: "checks", seed: 0, home: nil, reporter: noted)
        #expect(!book.book.checks.isEmpty)
        let job = MarkingJob(
            submission: "answer.duel", script: "let loss = 0.5\nprint(\"loss\", loss)\n",
            sessionCells: [], window: nil, checksName: "checks", checks: entry.example, seed: 0, home: nil)
        let student = StudentRun(job, limits: book.book.limits)
        #expect(student.run().isEmpty)
        for check in book.book.checks {
            _ = try book.interpreter.call(check.body, [.object(StudentSession(student))])
        }
        #expect(noted.claims.allSatisfy { $0.failure == nil })
        #expect(!noted.claims.isEmpty)
        #expect(noted.awards == (title == "award" ? [1] : []))
    }

    @Test("`limits` reaches the book, by numbers and by texts")
    func limits() throws {
        let source = "limits(time: 5, memory: \"256 MiB\", output: 100, steps: 1000)"
        let open = try CheckBook.read(source, name: "checks", seed: 0, home: nil, reporter: NoReporter())
        #expect(open.book.limits == MarkingLimits(seconds: 5, memory: 256 << 20, output: 100, steps: 1000))
    }

    @Test("The words are known in a checks file only")
    func onlyInChecks() throws {
        let interpreter = Library.interpreter(context: PreludeContext()) { _ in }
        #expect(!interpreter.globals.contains { $0.name == "award" })
    }
}

/// Keeps what a check compares.
private final class NotingReporter: CheckReporter {
    private(set) var claims: [Prelude.Expectation] = []
    private(set) var awards: [Double] = []

    func compare(_ expectation: Prelude.Expectation) throws { claims.append(expectation) }
    func award(_ points: Double, why: String) throws { awards.append(points) }
}
