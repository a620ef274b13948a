import Prelude
import Script
import Text

/// Takes what a checks file says: checks and limits go to the book, what a running check finds to the reporter.
final class CheckDesk: Examiner {
    private let book: CheckBook
    private let reporter: any CheckReporter

    init(_ book: CheckBook, _ reporter: any CheckReporter) {
        self.book = book
        self.reporter = reporter
    }

    func limit(seconds: Double?, memory: Int?, output: Int?, steps: Int?) {
        if let seconds { book.limits.seconds = seconds }
        if let memory { book.limits.memory = memory }
        if let output { book.limits.output = output }
        if let steps { book.limits.steps = steps }
    }

    func declare(
        _ name: String, points: Double, title: String, hint: String?, after: String?, isHidden: Bool,
        body: Value
    ) throws {
        let description = CheckDescription(
            name: name, points: points, title: title, hint: hint, after: after, isHidden: isHidden)
        try book.declare(CheckBook.Check(description: description, body: body))
    }

    func award(_ points: Double, why: String) throws { try reporter.award(points, why: why) }

    func take(_ claim: Expectation) throws { try reporter.compare(claim) }

    /// Only an error on the student's side is one that a check can expect; the check's own goes on.
    func take(error: (any Error)?, containing text: String?) throws {
        guard let error else {
            return try reporter.compare(
                Expectation(
                    .bool(false), .isTrue, .bool(true), message: "an error was expected, and none came",
                    source: "an error"))
        }
        guard let fault = error as? StudentFault else { throw error }
        try reporter.compare(
            Expectation(
                .string(fault.text), .contains, .string(text ?? ""), source: "the error's message"))
    }
}

/// Where a running check's comparisons go.
protocol CheckReporter: AnyObject {
    /// Takes a comparison; throws when it does not hold, which ends the check.
    func compare(_ expectation: Expectation) throws
    /// Gives part of the points.
    func award(_ points: Double, why: String) throws
}

/// Ends a check whose expectation did not hold; the comparison itself has been reported.
struct CheckFailed: ControlSignal {}
