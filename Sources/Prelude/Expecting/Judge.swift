import Script
import Text

/// Who is told what `expect` and `expectError` found: a script stops, a marking reports.
package protocol Judge: AnyObject {
    /// Takes a claim, which may hold or not.
    func take(_ claim: Expectation) throws

    /// Takes the error that ended the block of `expectError`; nil if none came. One that is not of the kind
    /// that was expected goes on.
    ///
    /// - Parameter text: what the error's text must hold.
    func take(error: (any Error)?, containing text: String?) throws
}

/// Stops a script whose claim does not hold.
final class ScriptJudge: Judge {
    func take(_ claim: Expectation) throws {
        guard let failure = claim.failure else { return }
        throw Mistake(
            construct: "expect", problem: "this does not hold", note: failure, place: .argument(0))
    }

    func take(error: (any Error)?, containing text: String?) throws {
        guard let error else {
            throw Mistake(construct: "expectError", problem: "an error was expected, and none came")
        }
        guard let diagnostic = error as? Diagnostic else { throw error }
        guard let text, !diagnostic.rendered().containsText(text) else { return }
        throw Mistake(
            construct: "expectError", problem: "the error says something else",
            note: "expected it to contain \"\(text)\"; it is: \(diagnostic.problem): \(diagnostic.note)")
    }
}

/// Who takes what a checks file says beside the prelude.
package protocol Examiner: Judge {
    /// Bounds what a submission may use up; what is nil stays as it is.
    func limit(seconds: Double?, memory: Int?, output: Int?, steps: Int?)
    /// Declares a check.
    func declare(
        _ name: String, points: Double, title: String, hint: String?, after: String?, isHidden: Bool,
        body: Value) throws
    /// Gives part of a check's points.
    func award(_ points: Double, why: String) throws
}

/// A student's script as a check sees it.
package protocol StudentScript: AnyObject {
    /// What it printed.
    var output: String { get }
}

extension ObjectKind where Object == any StudentScript {
    static var session: Self { Self(kind: .session) }
}
