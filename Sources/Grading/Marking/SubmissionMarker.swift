import Prelude
import Text

/// Turns what a marking process sent into the mark of one submission.
///
/// It trusts nothing: it compares again, bounds every number, and takes whatever is missing, malformed or out
/// of order for an error of that check, never for points.
struct SubmissionMarker {
    private let checks: [CheckDescription]
    private var records: [Record]
    private var notes: [String] = []
    private var scriptHasEnded = false
    private var isFinished = false
    private var current: Int?

    private struct Record {
        var began = false
        var failure: String?
        var comparisons = 0
        var awards: [(points: Double, why: String)] = []
        var ending: CheckEnding?
        var complaint: String?
    }

    init(checks: [CheckDescription]) {
        self.checks = checks
        records = checks.map { _ in Record() }
    }

    /// Takes one line from the marking process.
    mutating func receive(_ line: ArraySlice<UInt8>) {
        guard let message = Message(line: line) else {
            complain("the marking process sent something that is no message")
            return
        }
        switch message {
        case .note(let text): if notes.count < 100 { notes.append(text) }
        case .scriptEnded: scriptHasEnded = true
        case .finished: isFinished = true
        case .began(let check):
            guard records.indices.contains(check), !records[check].began else {
                return complain("a check began twice")
            }
            records[check].began = true
            current = check
        case .expectation(let check, let expectation):
            guard isOpen(check) else { return complain("a comparison outside its check") }
            records[check].comparisons += 1
            if records[check].failure == nil { records[check].failure = expectation.failure }
        case .award(let check, let points, let why):
            guard isOpen(check), points.isFinite else { return complain("an award outside its check") }
            records[check].awards.append((points, why))
        case .ended(let check, let ending):
            guard isOpen(check) else { return complain("a check ended that had not begun") }
            records[check].ending = ending
            current = nil
        }
    }

    /// The mark, once the marking process has ended.
    func result(submission: String, ending: ProcessExit, seed: UInt64, version: String) -> SubmissionResult {
        var tests: [MarkedCheck] = []
        for (index, check) in checks.enumerated() {
            let prerequisite = check.after.flatMap { name in tests.first { $0.name == name } }
            tests.append(mark(check, records[index], prerequisite: prerequisite, ending: ending))
        }
        return SubmissionResult(
            submission: submission, score: tests.reduce(0) { $0 + $1.score },
            maxScore: tests.reduce(0) { $0 + $1.maxScore }, tests: tests,
            notes: notes + explanation(of: ending), seed: seed, version: version)
    }

    private func isOpen(_ check: Int) -> Bool {
        current == check && records.indices.contains(check) && records[check].ending == nil
    }

    private mutating func complain(_ what: String) {
        if let current { records[current].complaint = what }
    }

    private func mark(
        _ check: CheckDescription, _ record: Record, prerequisite: MarkedCheck?, ending: ProcessExit
    ) -> MarkedCheck {
        var marked = MarkedCheck(
            name: check.name, score: 0, maxScore: check.points, status: .failed, output: "",
            isHidden: check.isHidden)
        if let prerequisite, prerequisite.status != .passed {
            marked.status = .skipped
            marked.output = "it builds on \(prerequisite.name), which did not pass"
            return marked
        }
        if let complaint = record.complaint {
            marked.status = .error
            marked.output = "its result cannot be trusted: \(complaint)"
            return marked
        }
        switch record.ending {
        case nil:
            marked.output = unfinished(record, ending)
        case .skipped:
            marked.status = .error
            marked.output = "it was skipped, though what it builds on passed"
        case .studentError(let text), .limit(let text):
            // The fault says itself where to look; the hint is for an answer that runs and is wrong.
            marked.output = text
        case .checkError(let text):
            marked.status = .error
            marked.output = "the check itself went wrong; tell your teacher.\n" + text
        case .completed:
            if let failure = record.failure {
                marked.output = failure
                addHint(of: check, to: &marked)
            } else if record.comparisons == 0 && record.awards.isEmpty {
                marked.status = .error
                marked.output = "the check compared nothing; tell your teacher"
            } else {
                markAwards(record, &marked)
            }
        }
        return marked
    }

    /// All the points when nothing was awarded in parts; otherwise their sum, within what is to be had.
    private func markAwards(_ record: Record, _ marked: inout MarkedCheck) {
        guard !record.awards.isEmpty else {
            marked.status = .passed
            marked.score = marked.maxScore
            return
        }
        let sum = record.awards.reduce(0) { $0 + $1.points }
        marked.score = min(max(sum, 0), marked.maxScore)
        marked.status = marked.score == marked.maxScore ? .passed : .failed
        let parts = record.awards.map { "\(NumberText.plain($0.points)): \(escaped($0.why, for: .line))" }
        marked.output = parts.joined(separator: "\n")
    }

    private func addHint(of check: CheckDescription, to marked: inout MarkedCheck) {
        guard let hint = check.hint, !check.isHidden else { return }
        marked.output += "\nhint: " + hint
    }

    private func unfinished(_ record: Record, _ ending: ProcessExit) -> String {
        let what = record.began ? "it was running when" : "it did not run:"
        switch ending {
        case .outOfTime: return "\(what) the time was up"
        case .talkedTooMuch: return "\(what) too much had been compared"
        case .signaled, .exited: return "\(what) the process that ran the script came to an end"
        }
    }

    private func explanation(of ending: ProcessExit) -> [String] {
        let phase = scriptHasEnded ? "a check was running" : "the script was running"
        switch ending {
        case .exited where isFinished: return []
        case .outOfTime:
            return ["The clock on the wall ran out while \(phase). Only a clock decided this."]
        case .talkedTooMuch: return ["Too much was sent while \(phase)."]
        case .signaled(let signal):
            return [
                "The process was ended by signal \(signal) while \(phase): it reached a limit on time or memory."
            ]
        case .exited(let status): return ["The process ended early, with status \(status), while \(phase)."]
        }
    }
}
