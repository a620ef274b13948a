import Testing
import Text

@testable import Script

struct MistakeTests {
    private let source = SourceFile(name: "a", text: "mean(randn(3), axis: 7)")

    private func located(_ mistake: Mistake) -> Diagnostic {
        mistake.diagnostic(
            whole: Span(source: source, start: 0, end: 23), callee: Span(source: source, start: 0, end: 4),
            arguments: [
                Span(source: source, start: 5, end: 13), Span(source: source, start: 21, end: 22), nil,
            ], construct: "call of mean")
    }

    @Test func placeholdersBecomeTheSourceOfTheArguments() {
        let mistake = Mistake(
            problem: "no axis {1}", note: "{0} has 1 axis; {2} is not given, {9} and {x} stay {")
        let diagnostic = located(mistake)
        #expect(diagnostic.construct == "call of mean")
        #expect(diagnostic.problem == "no axis 7")
        #expect(diagnostic.note == "randn(3) has 1 axis; argument 3 is not given, {9} and {x} stay {")
    }

    @Test func theCaretStandsUnderWhatIsToBlame() {
        #expect(located(Mistake(problem: "p")).span.text == "mean(randn(3), axis: 7)")
        #expect(located(Mistake(problem: "p", place: .argument(1))).span.text == "7")
        #expect(located(Mistake(problem: "p", place: .callee)).span.text == "mean")
        #expect(located(Mistake(problem: "p", place: .argument(2))).span.text == "mean(randn(3), axis: 7)")
        #expect(located(Mistake(problem: "p", place: .argument(9))).span.text == "mean(randn(3), axis: 7)")
    }

    @Test func longSourceIsShortened() {
        #expect(shortSource("f(a,\n    b)") == "f(a, b)")
        let long = shortSource(String(repeating: "abcdefghij", count: 10))
        #expect(long.count == 40)
        #expect(long == "abcdefghijabcdefghijabcdefghi…abcdefghij")
    }
}
