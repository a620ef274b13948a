import Text

/// The table of a whole batch, in the comma-separated form of RFC 4180.
public struct Summary {
    private let results: [SubmissionResult]

    /// A summary of `results`, one row each, sorted by the submission's name.
    public init(_ results: [SubmissionResult]) {
        self.results = results.sorted { $0.submission < $1.submission }
    }

    /// `submission,score,max_score` and then one column of points for each check.
    public var csv: String {
        let checks = results.first?.tests.map(\.name) ?? []
        var rows = [["submission", "score", "max_score"] + checks]
        for result in results {
            let points = result.tests.map { ($0.name, NumberText.plain($0.score)) }
            let scores = Dictionary(points) { first, _ in first }
            rows.append(
                [result.submission, NumberText.plain(result.score), NumberText.plain(result.maxScore)]
                    + checks.map { scores[$0] ?? "" })
        }
        return rows.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
    }

    /// How many submissions passed each check, and what the others were told most often.
    public var text: String {
        var lines = ["\(results.count) marked"]
        for (position, check) in (results.first?.tests ?? []).enumerated() {
            let marked = results.compactMap { $0.tests.indices.contains(position) ? $0.tests[position] : nil }
            let passed = marked.filter { $0.status == .passed }.count
            lines.append("  \(escaped(check.name, for: .line)): \(passed) of \(marked.count) passed")
            var counts: [String: Int] = [:]
            for test in marked where test.status != .passed {
                counts[test.output.split(separator: "\n").first.map(String.init) ?? "", default: 0] += 1
            }
            if let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), !most.key.isEmpty {
                lines.append("      most often (\(most.value)): \(escaped(most.key, for: .line))")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A field as RFC 4180 wants it; one that a spreadsheet would take for a formula is made text.
    private func quoted(_ field: String) -> String {
        let isFormula = field.first.map { "=+-@\t\r".contains($0) } ?? false
        let visible = escaped(field, for: .line)
        let safe = isFormula && Double(field) == nil ? "'" + visible : visible
        guard safe.contains(where: { ",\"\r\n".contains($0) }) else { return safe }
        return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }
}
