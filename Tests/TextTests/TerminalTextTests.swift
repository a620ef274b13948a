import Testing
import Text

@Suite struct TerminalTextTests {
    @Test func whatIsPutInIsEscaped() {
        let name = "a\u{1B}[2J\n\u{202E}b"
        let text: TerminalText = "in \(name): \(line: name) \(3) \u{1B}"
        #expect(text.string == "in a␛[2J\n\\u{202e}b: a␛[2J␊\\u{202e}b 3 ␛")
    }

    @Test func ourOwnSequencesStay() {
        let painted = Ink.error.paint("no\u{1B}pe", .ansi16)
        let text: TerminalText = "x \(painted) y"
        #expect(text.string == "x \u{1B}[1;31mno␛pe\u{1B}[0m y")
        #expect(
            TerminalText(text.string).string == "x ␛[1;31mno␛pe␛[0m y", "a String is never taken for ours")
        #expect((text + .clearBelow).string.hasSuffix("\u{1B}[J"))
    }

    @Test func marksEndWithTheirLine() {
        let text = Ink.faint.paint("one\n\ntwo", .ansi16)
        #expect(text.string == "\u{1B}[2mone\u{1B}[0m\n\n\u{1B}[2mtwo\u{1B}[0m")
        #expect(text.lines.joined(separator: "\n") == text)
        #expect(text.lines.count == 3)
    }

    @Test func readlineIsToldWhatHasNoWidth() {
        let prompt = Ink.prompt.paint("[1]> ", .ansi256)
        #expect(prompt.readlinePrompt == "\u{1}\u{1B}[1;38;5;31m\u{2}[1]> \u{1}\u{1B}[0m\u{2}")
        #expect(Ink.prompt.paint("[1]> ", .none).readlinePrompt == "[1]> ")
    }
}
