import Testing
import Text

/// What a terminal or a page would obey, and what stands beside it in honest texts.
private let hostile =
    "a\u{1B}]0;x\u{7}\u{1B}[2J\u{7F}\u{9B}31m\u{200F}\u{202E}\u{2066}\u{2028}\u{2029}\u{61C}z"

@Suite struct EscapingTests {
    @Test(arguments: [
        (Reader.script, "say \"hi\" \\ é\n\t\r\0\u{1B}", "say \\\"hi\\\" \\\\ é\\n\\t\\r\\0\\u{1b}"),
        (.script, "\u{9B}\u{202E}👨‍👩‍👧", "\\u{9b}\\u{202e}👨‍👩‍👧"),
        (.terminal, "a\tb\r\nc\rd\u{1B}[2J", "a\tb\nc␍d␛[2J"),
        (.line, "a\tb\r\nc", "a␉b␍␊c"),
        (.xml, "<a b=\"c\"> & \u{1B}\u{FFFE}\n", "&lt;a b=&quot;c&quot;&gt; &amp; ␛\u{FFFD}\n"),
        (.json, "{\n\t\"\u{7F}\": \"\u{202E}\u{9B} é\"}\n", "{\n\t\"\\u007f\": \"\\u202e\\u009b é\"}\n"),
        (.history, "if x {\n    \"\\n\"\n}", "if x {\\n    \"\\\\n\"\\n}"),
    ]) func everyReaderHasItsOwnSigns(reader: Reader, text: String, expected: String) {
        #expect(escaped(text, for: reader) == expected)
    }

    @Test(arguments: Reader.allCases) func nothingThatWouldBeObeyedIsLeft(reader: Reader) {
        guard reader != .history else { return }
        let left = escaped(hostile, for: reader).unicodeScalars.filter(\.isObeyed)
        #expect(left.isEmpty, "\(left)")
        for value in UInt32(0)...0x2100 {
            guard let scalar = Unicode.Scalar(value), scalar.isObeyed else { continue }
            let text = escaped("x\(scalar)y", for: reader)
            #expect(text.unicodeScalars.allSatisfy { !$0.isObeyed || $0 == "\n" || $0 == "\t" }, "U+\(value)")
        }
    }

    @Test(arguments: [Reader.terminal, .line]) func signsAreEscapedOnce(reader: Reader) {
        let once = escaped(hostile, for: reader)
        #expect(escaped(once, for: reader) == once)
    }

    @Test(arguments: Reader.allCases) func honestTextStaysAsItIs(reader: Reader) {
        let text = "loss 0.5 · 日本 👨‍👩‍👧 🇩🇪 café e\u{301} −1 × ∇f"
        #expect(escaped(text, for: reader) == text)
    }
}
