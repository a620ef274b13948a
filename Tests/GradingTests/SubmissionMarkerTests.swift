import Prelude
import Testing

@testable import Grading

@Suite("The grader decides from what was sent, and trusts nothing")
struct SubmissionMarkerTests {
    private func check(_ name: String, points: Double = 2, after: String? = nil, hidden: Bool = false)
        -> CheckDescription
    {
        CheckDescription(
            name: name, points: points, title: "", hint: "look again", after: after, isHidden: hidden)
    }

    private func result(_ checks: [CheckDescription], _ messages: [Message], ending: ProcessExit = .exited(0))
        throws
        -> SubmissionResult
    {
        var marker = SubmissionMarker(checks: checks)
        for message in messages { marker.receive(try message.line().dropLast()) }
        return marker.result(submission: "ada", ending: ending, seed: 0, version: "test")
    }

    private let holds = Prelude.Expectation(.int(2), .equals, .int(2), source: "x")
    private let fails = Prelude.Expectation(.int(3), .equals, .int(2), source: "x")

    @Test func comparisonsThatHoldEarnThePoints() throws {
        let mark = try result(
            [check("a")],
            [
                .scriptEnded, .began(check: 0), .expectation(check: 0, holds), .ended(check: 0, .completed),
                .finished,
            ])
        #expect(mark.score == 2)
        #expect(mark.tests[0].status == .passed)
        #expect(mark.notes.isEmpty)
    }

    @Test func aComparisonThatDoesNotHoldEarnsNothingWhateverTheEndingSays() throws {
        let mark = try result(
            [check("a")],
            [
                .scriptEnded, .began(check: 0), .expectation(check: 0, fails), .expectation(check: 0, holds),
                .ended(check: 0, .completed), .finished,
            ])
        #expect(mark.score == 0)
        #expect(mark.tests[0].output == "expected `x` to equal 2; it is 3\nhint: look again")
    }

    @Test func aCheckThatComparesNothingIsAnError() throws {
        let mark = try result([check("a")], [.began(check: 0), .ended(check: 0, .completed), .finished])
        #expect(mark.tests[0].status == .error)
        #expect(mark.score == 0)
    }

    @Test func aCheckThatNeverEndedEarnsNothing() throws {
        let mark = try result(
            [check("a"), check("b")],
            [
                .scriptEnded, .began(check: 0), .expectation(check: 0, holds), .ended(check: 0, .completed),
                .began(check: 1), .expectation(check: 1, holds),
            ], ending: .outOfTime)
        #expect(mark.tests.map(\.score) == [2, 0])
        #expect(mark.tests[1].output == "it was running when the time was up")
        #expect(
            mark.notes == [
                "The clock on the wall ran out while a check was running. Only a clock decided this."
            ])
    }

    @Test func awardsAddUpWithinThePoints() throws {
        func awarded(_ points: [Double]) throws -> MarkedCheck {
            let messages = points.map { Message.award(check: 0, points: $0, why: "half") }
            return try result(
                [check("a")], [.began(check: 0)] + messages + [.ended(check: 0, .completed), .finished]
            ).tests[0]
        }
        #expect(try awarded([0.5, 1]).score == 1.5)
        #expect(try awarded([0.5, 1]).status == .failed)
        #expect(try awarded([5]).score == 2)
        #expect(try awarded([-5]).score == 0)
        #expect(try awarded([.nan]).status == .error)
    }

    @Test func whatBuildsOnAFailedCheckIsSkippedEvenIfItWasSentAsPassed() throws {
        let mark = try result(
            [check("a"), check("b", after: "a")],
            [
                .began(check: 0), .expectation(check: 0, fails), .ended(check: 0, .completed),
                .began(check: 1), .expectation(check: 1, holds), .ended(check: 1, .completed), .finished,
            ])
        #expect(mark.tests[1].status == .skipped)
        #expect(mark.score == 0)
    }

    @Test func messagesOutOfOrderSpoilTheirCheckOnly() throws {
        let mark = try result(
            [check("a"), check("b")],
            [
                .began(check: 0), .expectation(check: 1, holds), .ended(check: 0, .completed),
                .began(check: 1), .expectation(check: 1, holds), .ended(check: 1, .completed), .finished,
            ])
        #expect(mark.tests.map(\.status) == [.error, .passed])
    }

    @Test func aLineThatIsNoMessageIsNeverFullMarks() {
        var marker = SubmissionMarker(checks: [check("a")])
        marker.receive(Array("{\"score\": 100}".utf8)[...])
        marker.receive(Array("nonsense".utf8)[...])
        let mark = marker.result(submission: "ada", ending: .exited(0), seed: 0, version: "test")
        #expect(mark.score == 0)
        #expect(mark.tests[0].status == .failed)
    }

    @Test func numbersThatAreNotFiniteTravel() throws {
        let message = Message.expectation(
            check: 0,
            Expectation(
                .double(.nan), .near(within: 0.1), .tensor(shape: [2], values: [.infinity, 1]), source: "x"))
        let line = try message.line().dropLast()
        let back = try #require(Message(line: line))
        #expect("\(back)" == "\(message)")
    }

    @Test func aFaultOfTheirOwnCodeIsToldOnceAndWithoutAHint() throws {
        let fault = CheckEnding.studentError("your `f` failed")
        let mark = try result(
            [check("a"), check("b")],
            [
                .began(check: 0), .ended(check: 0, fault), .began(check: 1), .ended(check: 1, fault),
                .finished,
            ])
        #expect(
            mark.textReport(title: "So far") == """
                So far: 0 of 4 points

                failed  a  0/2
                    your `f` failed
                failed  b  0/2
                    for the same reason as a

                """)
    }

    @Test func theReportBreaksBetweenWords() throws {
        let mark = try result(
            [check("a")],
            [
                .note("The clock on the wall ran out while the script was running."),
                .began(check: 0), .expectation(check: 0, fails), .ended(check: 0, .completed), .finished,
            ])
        let lines = mark.textReport(title: "So far", width: 30).split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 30 })
        #expect(lines.contains("    expected `x` to equal 2;"))
    }

    @Test func theStudentsReportTellsNothingOfHiddenChecks() throws {
        let mark = try result(
            [check("open"), check("secret", hidden: true)],
            [
                .began(check: 0), .expectation(check: 0, holds), .ended(check: 0, .completed),
                .began(check: 1), .expectation(check: 1, fails), .ended(check: 1, .completed), .finished,
            ])
        #expect(
            mark.textReport == """
                ada: 2 of 4 points

                passed  open  2/2

                There are 1 hidden check as well, worth 2 points.

                """)
    }
}
