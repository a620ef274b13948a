extension SubmissionResult {
    /// The report for the student: what each check observed, and nothing of hidden ones but that they exist.
    public var textReport: String {
        var lines = ["\(submission): \(pointsText(score)) of \(pointsText(maxScore)) points", ""]
        for note in notes { lines += wrapped(note, indent: "") + [""] }
        for test in tests where !test.isHidden {
            lines.append(
                "\(mark(of: test.status)) \(test.name)  \(pointsText(test.score))/\(pointsText(test.maxScore))"
            )
            if !test.output.isEmpty { lines += wrapped(test.output, indent: "    ") }
        }
        let hidden = tests.filter(\.isHidden)
        if !hidden.isEmpty {
            let total = hidden.reduce(0) { $0 + $1.maxScore }
            let noun = hidden.count == 1 ? "check" : "checks"
            lines += [
                "", "There are \(hidden.count) hidden \(noun) as well, worth \(pointsText(total)) points.",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// Points without needless decimals: `2`, `2.5`.
public func pointsText(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
}

private func mark(of status: CheckStatus) -> String {
    switch status {
    case .passed: "passed "
    case .failed: "failed "
    case .skipped: "skipped"
    case .error: "error  "
    }
}

private func wrapped(_ text: String, indent: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { indent + $0 }
}
