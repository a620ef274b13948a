import Prelude
import Testing

@testable import Grading

@Suite("Reports")
struct ReportTests {
    private func result(_ name: String, _ status: CheckStatus, _ output: String) -> SubmissionResult {
        let score: Double = status == .passed ? 2 : 0
        return SubmissionResult(
            submission: name, score: score, maxScore: 2,
            tests: [
                MarkedCheck(
                    name: "loss", score: score, maxScore: 2, status: status, output: output, isHidden: false)
            ],
            notes: [], seed: 0, version: "test")
    }

    @Test func theSummaryIsSortedAndQuoted() {
        let summary = Summary([
            result("b, or \"c\"", .failed, "wrong"), result("a", .passed, ""),
            result("=cmd()", .failed, "wrong"),
        ])
        #expect(
            summary.csv
                == "submission,score,max_score,loss\r\n'=cmd(),0,2,0\r\na,2,2,2\r\n\"b, or \"\"c\"\"\",0,2,0\r\n"
        )
        #expect(summary.text == "3 marked\n  loss: 1 of 3 passed\n      most often (2): wrong\n")
    }

    @Test func namesAreThePathsBelowTheCommonFolder() {
        #expect(
            submissionNames(["s/alice/answer.duel", "s/bob/answer.duel"]) == ["alice/answer", "bob/answer"])
        #expect(submissionNames(["answer.duel"]) == ["answer"])
        #expect(submissionNames(["/a/b/x.duel", "/a/b/y.duel"]) == ["x", "y"])
    }

    @Test func sizesAreReadWithTheirUnits() {
        #expect(byteCount("64 KiB") == 65536)
        #expect(byteCount("1.5 MB") == 1_500_000)
        #expect(byteCount("200") == 200)
        #expect(byteCount("many") == nil)
        #expect(byteCount("-1 KiB") == nil)
    }
}
