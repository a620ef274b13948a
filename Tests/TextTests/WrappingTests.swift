import Testing
import Text

@Suite struct WrappingTests {
    @Test(arguments: [
        ("one two three", 7, ["one two", "three"]), ("one  two", 20, ["one two"]), ("", 5, [""]),
        ("a\n\nb", 5, ["a", "", "b"]), ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("日本語 ok", 4, ["日本", "語", "ok"]),
        ("x =\u{A0}1 and more", 8, ["x = 1", "and more"]),
        ("x = 1 then y =\u{A0}22222", 6, ["x = 1", "then y", "=", "22222"]),
        ("cafe\u{301}s 🇩🇪🇩🇪", 5, ["cafe\u{301}s", "🇩🇪🇩🇪"]),
    ]) func linesBreakBetweenWordsWhereTheyCan(text: String, width: Int, lines: [String]) {
        #expect(wrapped(text, width: width) == lines)
    }

    @Test func runsKeepTheirMarks() {
        let lines = wrapped(
            [
                MarkedText(text: "one ", mark: 1), MarkedText(text: "two", mark: 2),
                MarkedText(text: "s three", mark: 3),
            ],
            width: 8)
        #expect(lines.map { $0.map(\.text).joined() } == ["one twos", "three"])
        #expect(lines[0].map(\.mark) == [1, 1, 2, 3])
    }

    @Test func aFillerCountsGapsAndIndentations() {
        var filler = LineFiller(room: 10, opening: 4)
        var answers = [filler.beginsLine(9, gap: 1)]  // The first word stays, however wide.
        answers.append(filler.beginsLine(3, gap: 1, indentation: 2))
        #expect(filler.used == 5)
        for width in [4, 1] { answers.append(filler.beginsLine(width, gap: 1)) }
        #expect(answers == [false, true, false, true])
    }

    @Test func textIsPaddedAndCutByColumns() {
        #expect(
            "日本".padded(to: 6) == "日本  " && "日本".padded(leftTo: 5) == " 日本" && "long".padded(to: 2) == "long")
        #expect("日本語".shortened(to: 5) == "日本…" && "abc".shortened(to: 3) == "abc")
        #expect("a  ".withoutTrailingSpaces == "a")
    }
}
