import Testing
import Text

@testable import Script

struct RenderingTests {
    private func diagnostic(_ text: String, _ part: String, note: String = "here", line: Int = 1)
        -> Diagnostic
    {
        let source = SourceFile(name: "ring.duel", text: text, firstLine: line)
        let start =
            text.range(of: part).map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } ?? 0
        return Diagnostic(
            construct: "matrix product", problem: "the inner sizes differ", note: note,
            span: Span(source: source, start: start, end: start + part.utf8.count))
    }

    @Test func theFormOfTheDesign() {
        let note = "x is [256, 2] and w is [3, 128]: axis 1 of x (2) must equal axis 0 of w (3)"
        #expect(
            diagnostic("let h = x @ w", "x @ w", note: note, line: 12).rendered() == """
                ring.duel:12:9: matrix product: the inner sizes differ
                  12 | let h = x @ w
                     |         ^^^^^  x is [256, 2] and w is [3, 128]: axis 1 of x (2) must equal axis 0 of w (3)
                """)
    }

    @Test func colors() {
        #expect(
            diagnostic("a + b", "b").rendered(.ansi16).string == """
                \u{1B}[1mring.duel:1:5:\u{1B}[0m \u{1B}[1;31mmatrix product\u{1B}[0m: the inner sizes differ
                  \u{1B}[2m1 |\u{1B}[0m a + b
                  \u{1B}[2m  |\u{1B}[0m     \u{1B}[1;31m^\u{1B}[0m  here
                """)
    }

    @Test func aWarningSaysSo() {
        var warning = diagnostic("a + b", "b")
        warning.severity = .warning
        #expect(
            warning.rendered().hasPrefix("ring.duel:1:5: warning: matrix product: the inner sizes differ\n"))
    }

    @Test func tabsCountAsOneCharacterAndShowAsSpaces() {
        #expect(
            diagnostic("\tab\tc + d", "c").rendered() == """
                ring.duel:1:5: matrix product: the inner sizes differ
                  1 |     ab  c + d
                    |         ^  here
                """)
    }

    @Test func wideCharactersMoveTheCaretButCountOnce() {
        #expect(
            diagnostic("\"日本🙂e\u{301}\" + x", "x").rendered() == """
                ring.duel:1:10: matrix product: the inner sizes differ
                  1 | "日本🙂e\u{301}" + x
                    |             ^  here
                """)
    }

    @Test func charactersThatATerminalWouldObeyAreShownAsSigns() {
        #expect(
            diagnostic("a\u{1B}[31m\0\u{7F} + x", "x").rendered() == """
                ring.duel:1:12: matrix product: the inner sizes differ
                  1 | a␛[31m␀␡ + x
                    |            ^  here
                """)
    }

    @Test func ofSeveralLinesTheFirstIsUnderlinedToItsEnd() {
        #expect(
            diagnostic("f(g(1,   \n  2))", "g(1,   \n  2)").rendered() == """
                ring.duel:1:3: matrix product: the inner sizes differ
                  1 | f(g(1,
                    |   ^^^^  here
                """)
    }

    @Test func aLongLineIsCutAroundTheCaret() {
        let text = String(repeating: "a + ", count: 100) + "wrong" + String(repeating: " + b", count: 100)
        #expect(
            diagnostic(text, "wrong").rendered(width: 40) == """
                ring.duel:1:401: matrix product: the inner sizes differ
                  1 | …a + a + a + a + wrong + b + b + b + b …
                    |                  ^^^^^  here
                """)
    }

    @Test func aLineOfMegabytesIsCutTheSameWay() {
        let text = String(repeating: "é", count: 1_000_000) + "wrong"
        let lines = diagnostic(text, "wrong").rendered(width: 40).split(separator: "\n")
        #expect(lines[0] == "ring.duel:1:1000001: matrix product: the inner sizes differ")
        #expect(lines[1] == "  1 | …" + String(repeating: "é", count: 33) + "wrong")
        #expect(lines[2] == "    | " + String(repeating: " ", count: 34) + "^^^^^  here")
    }

    @Test func anUnderlineThatIsTooLongIsCutToo() {
        let text = "x = \"" + String(repeating: "a", count: 300) + "\" + 1"
        let lines = diagnostic(text, "\"" + String(repeating: "a", count: 300) + "\"").rendered(width: 40)
            .split(separator: "\n")
        #expect(lines[1].count == 6 + 40 || lines[1].count == 6 + 39)
        #expect(lines[2].contains("^^^^^^^^^^"))
        #expect(lines[2].count < 60)
    }

    @Test func nothingToShowIsNoTrap() {
        let empty = SourceFile(name: "a", text: "")
        let nowhere = Diagnostic(construct: "c", problem: "p", span: Span(source: empty, start: 9, end: 3))
        #expect(nowhere.rendered() == "a:1:1: c: p\n  1 |\n    | ^")
    }

    @Test func aNoteOfSeveralLinesStaysInItsColumn() {
        #expect(
            diagnostic("a + b", "b", note: "one\ntwo").rendered() == """
                ring.duel:1:5: matrix product: the inner sizes differ
                  1 | a + b
                    |     ^  one
                    |        two
                """)
    }

    @Test func suggestionsFollowTheNote() {
        var unknown = diagnostic("men(x)", "men", note: "")
        unknown.suggestions = ["mean", "min"]
        #expect(unknown.fullNote == "did you mean `mean` or `min`?")
        unknown.note = "no such name"
        unknown.suggestions = ["mean"]
        #expect(unknown.fullNote == "no such name; did you mean `mean`?")
        unknown.suggestions = ["mean", "min", "men2"]
        #expect(unknown.fullNote == "no such name; did you mean `mean`, `min` or `men2`?")
    }

    @Test func theTrailNamesEveryCall() {
        var inner = diagnostic("f(g(x))\nh(\n  1)", "x")
        inner.trail = [
            CallSite(function: "g", span: Span(source: inner.span.source, start: 2, end: 6)),
            CallSite(function: "a closure", span: Span(source: inner.span.source, start: 8, end: 15)),
        ]
        #expect(
            inner.rendered() == """
                ring.duel:1:5: matrix product: the inner sizes differ
                  1 | f(g(x))
                    |     ^  here
                  in g, called at ring.duel:1:3: g(x)
                  in a closure, called at ring.duel:2:1: h( 1)
                """)
    }

    @Test func aTrailWithoutEndShowsItsTwoEnds() {
        var deep = diagnostic("f(x)", "x")
        deep.trail = Array(repeating: CallSite(function: "f", span: deep.span), count: 10_000)
        let lines = deep.rendered().split(separator: "\n")
        #expect(lines.count == 3 + 13)
        #expect(lines[9] == "  … and 9988 calls more …")
    }

    @Test func linesAndColumnsAfterEveryKindOfLineBreak() {
        let source = SourceFile(name: "a", text: "a\r\nb\nc\rdé🙂x")
        let offset = source.bytes.count - 1
        #expect(source.position(at: offset) == Position(line: 4, column: 4))
        #expect(source.position(at: 0) == Position(line: 1, column: 1))
        #expect(source.position(at: 3) == Position(line: 2, column: 1))
    }
}
