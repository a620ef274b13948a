import Notebook
import Text

extension SubmissionResult {
    /// The report for the student: what each check observed, and nothing of hidden ones but that they exist.
    public var textReport: String { textReport(title: submission) }

    /// The report under a title of its own, in lines of at most `width` columns.
    public func textReport(title: String, width: Int? = nil) -> String {
        var lines = ["\(escaped(title, for: .line)): \(points) points", ""]
        for note in notes { lines += [note, ""] }
        var faults: [String: String] = [:]
        for test in tests where !test.isHidden {
            let points = "\(NumberText.plain(test.score))/\(NumberText.plain(test.maxScore))"
            let name = escaped(test.name, for: .line)
            lines.append("\(mark(of: test.status)) \(name)  \(points)")
            if test.output.isEmpty { continue }
            // One fault fails many checks; it is told once.
            if let first = faults[test.output] {
                lines.append("    for the same reason as \(escaped(first, for: .line))")
            } else {
                lines.append(indented(test.output))
                if test.status == .failed { faults[test.output] = test.name }
            }
        }
        let hidden = tests.filter(\.isHidden)
        if !hidden.isEmpty {
            let total = hidden.reduce(0) { $0 + $1.maxScore }
            let noun = hidden.count == 1 ? "check" : "checks"
            lines += [
                "",
                "There are \(hidden.count) hidden \(noun) as well, worth \(NumberText.plain(total)) points.",
            ]
        }
        let text = escaped(lines.joined(separator: "\n") + "\n", for: .terminal)
        return width.map { reflowed(text, width: $0) } ?? text
    }
}

extension SubmissionResult {
    /// "2.5 of 6": the points earned and to be had.
    public var points: String { "\(NumberText.plain(score)) of \(NumberText.plain(maxScore))" }
}

private func mark(of status: CheckStatus) -> String {
    switch status {
    case .passed: "passed "
    case .failed: "failed "
    case .skipped: "skipped"
    case .error: "error  "
    }
}

private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(separator: "\n")
}
