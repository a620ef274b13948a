import Glibc
import Testing
import Text

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("plain", 5), ("na\u{EF}ve", 5), ("cafe\u{301}", 4), ("日本", 4), ("\u{3042}", 2), ("한국", 4),
        ("🚀 go", 5), ("⌚ on", 5), ("❤️ ok", 5), ("❤ ok", 4), ("🇩🇪", 2), ("👨‍👩‍👧", 2), ("👍🏽", 2), ("1️⃣", 2),
        ("a\u{FE0F}", 1), ("", 0), ("\u{1B}\u{7F}\u{9B}\u{202E}", 0), ("x\u{AD}y", 2), ("├─┤", 3), ("⣿█", 2),
    ]) func aTextIsAsWideAsATerminalShowsIt(text: String, width: Int) {
        #expect(displayWidth(text) == width)
    }

    /// glibc's table is made from the same data of Unicode by other people.
    @Test func scalarsAreAsWideAsTheCLibrarySays() {
        // Glibc's module leaves out the functions of X/Open.
        typealias Width = @convention(c) (wchar_t) -> Int32
        guard let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil), let symbol = dlsym(nil, "wcwidth") else {
            return
        }
        let wcwidth = unsafeBitCast(symbol, to: Width.self)
        let before = uselocale(locale)
        defer {
            uselocale(before)
            freelocale(locale)
        }
        var wrong: [String] = []
        for value in UInt32(0x20)...0x2FFFF {
            guard let scalar = Unicode.Scalar(value), isSettled(scalar) else { continue }
            let (ours, theirs) = (displayWidth(Character(scalar)), Int(wcwidth(wchar_t(value))))
            // What it does not know is younger than it.
            if ours != theirs, theirs >= 0 {
                wrong.append("U+\(String(value, radix: 16)) is \(ours), they say \(theirs)")
            }
        }
        #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(20).joined(separator: "; "))")
    }

    /// Whether a character is a letter or sign on which every version of Unicode and every terminal agree.
    private func isSettled(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber,
            .otherNumber, .letterNumber, .mathSymbol, .currencySymbol, .otherSymbol, .openPunctuation,
            .closePunctuation, .otherPunctuation, .dashPunctuation, .nonspacingMark, .enclosingMark:
            return true
        default: return false
        }
    }
}
