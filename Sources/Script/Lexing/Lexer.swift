import Text

/// Cuts a source into tokens, in one pass and without recursion.
///
/// Whatever the bytes are, it comes to the end: what it cannot read it reports, marks the next token as
/// broken, and goes on behind it.
struct Lexer {
    let source: SourceFile
    let bytes: [UInt8]
    /// What the host adds to errors.
    let advice: any Advice
    var position = 0
    var tokens: [Token] = []
    var diagnostics: [Diagnostic] = []
    /// `// 2` behind an expression: perhaps meant as a division.
    var dividingComments: [DividingComment] = []
    /// The indices of the closing quotes of texts over several lines, by those of the opening ones.
    var closingQuotes: [Int: Int] = [:]
    /// Where a string over several lines or a `/*` began that the text's end cut off.
    var openEnded: SourceRange?

    /// The strings that are open around the current position, the innermost last.
    var strings: [OpenString] = []
    private var flags: Token.Flags = [.afterSpace, .afterNewline]
    private var hasReportedHash = false

    /// A comment behind an expression, and what Python's `//` would divide.
    struct DividingComment {
        let extent: SourceRange
        let dividend: String
        let divisor: String
    }

    struct OpenString {
        let quote: SourceRange
        /// The index of the opening quotes among the tokens.
        let token: Int
        let isMultiline: Bool
        /// Whether this string or one around it may have several lines.
        let mayHaveLines: Bool
        /// Parentheses open inside the interpolation at hand; nil while in the string's own text.
        var parentheses: Int?
        /// The `\(` at hand.
        var interpolation = SourceRange(0, 0)
    }

    /// More messages than anyone reads; the rest is counted nowhere.
    private static let diagnosticLimit = 20

    init(_ source: SourceFile, _ advice: any Advice = LanguageAdvice()) {
        self.source = source
        self.advice = advice
        self.bytes = source.bytes
        tokens.reserveCapacity(source.bytes.count / 3)
    }

    mutating func run() {
        skipPreamble()
        while true {
            if let string = strings.last, string.parentheses == nil {
                lexText(of: string)
                continue
            }
            skipBlanks()
            guard position < bytes.count else { break }
            lexToken()
        }
        closeAtEndOfFile()
        emit(.endOfFile, from: bytes.count)
    }

    // MARK: Reading bytes

    /// The byte at `offset` from here; 0 behind the end.
    func peek(_ offset: Int = 0) -> UInt8 {
        let index = position + offset
        return index < bytes.count ? bytes[index] : 0
    }

    func isNext(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        return (0..<count).allSatisfy { bytes[position + $0] == text.utf8Start[$0] }
    }

    var isAtLineEnd: Bool {
        position >= bytes.count || peek() == ASCII.lineFeed || peek() == ASCII.carriageReturn
    }

    /// The character at `index`, which is valid UTF-8 since the parser checked the whole text.
    func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let first = bytes[index]
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        let text = String(decoding: bytes[index..<min(index + length, bytes.count)], as: UTF8.self)
        return (text.unicodeScalars.first ?? "\u{FFFD}", length)
    }

    // MARK: Tokens and messages

    /// Appends the token from `start` to the current position.
    mutating func emit(_ kind: Token.Kind, from start: Int, _ more: Token.Flags = []) {
        let extent = SourceRange(Int32(start), Int32(position))
        tokens.append(Token(kind: kind, flags: flags.union(more), extent: extent))
        flags = []
    }

    mutating func markBlank() { flags.insert(.afterSpace) }

    mutating func markNewline() { flags.formUnion([.afterNewline, .afterSpace]) }

    mutating func report(_ construct: String, _ problem: String, _ note: String, _ start: Int, _ end: Int) {
        flags.insert(.isBroken)
        guard diagnostics.count < Lexer.diagnosticLimit else { return }
        let span = Span(source: source, start: start, end: end)
        diagnostics.append(Diagnostic(construct: construct, problem: problem, note: note, span: span))
    }

    // MARK: One token

    private mutating func lexToken() {
        let start = position
        let byte = bytes[position]
        if ASCII.isDigit(byte) || (byte == ASCII.dot && startsFraction) { return lexNumber() }
        if ASCII.isLetter(byte) || byte == ASCII.underscore { return lexName() }
        switch byte {
        case ASCII.quote: return openString()
        case ASCII.apostrophe: return lexForeignString(quote: "'")
        case ASCII.hash: return skipHashComment()
        case ASCII.dollar where ASCII.isDigit(peek(1)):
            position += 1
            while ASCII.isDigit(peek()) { position += 1 }
            return emit(.shorthand, from: start)
        case 0x80...: return lexBeyondASCII()
        default: break
        }
        for symbol in Symbols.beginning(with: byte) where matches(symbol.bytes) {
            return lexSymbol(symbol)
        }
        position += 1
        let code = String(byte, radix: 16, uppercase: true)
        report(
            "text", "an invisible character stands here",
            "the character with the code 0x\(code) means nothing in a program; delete it", start, position)
    }

    private func matches(_ symbol: [UInt8]) -> Bool {
        guard position + symbol.count <= bytes.count else { return false }
        return symbol.indices.allSatisfy { bytes[position + $0] == symbol[$0] }
    }

    private mutating func lexSymbol(_ symbol: Symbols.Symbol) {
        let start = position
        position += symbol.bytes.count
        if let depth = strings.last?.parentheses {
            if symbol.kind == .leftParenthesis { strings[strings.count - 1].parentheses = depth + 1 }
            if symbol.kind == .rightParenthesis {
                guard depth > 0 else {
                    strings[strings.count - 1].parentheses = nil
                    return emit(.interpolationEnd, from: start)
                }
                strings[strings.count - 1].parentheses = depth - 1
            }
        }
        emit(symbol.kind, from: start)
    }

    private mutating func lexName() {
        let start = position
        skipNameCharacters()
        let length = position - start
        if length == 1, bytes[start] == ASCII.underscore { return emit(.underscore, from: start) }
        emit(word(from: start) ?? .name, from: start)
    }

    /// The word of the language that ends here, if it is one.
    private func word(from start: Int) -> Token.Kind? {
        let length = position - start
        for word in Symbols.words(beginningWith: bytes[start]) where word.bytes.count == length {
            if word.bytes.indices.allSatisfy({ bytes[start + $0] == word.bytes[$0] }) { return word.kind }
        }
        return nil
    }

    mutating func skipNameCharacters() {
        while position < bytes.count {
            if ASCII.continuesName(bytes[position]) {
                position += 1
            } else if bytes[position] >= 0x80 {
                let (scalar, length) = scalar(at: position)
                guard scalar.properties.isIDContinue else { return }
                position += length
            } else {
                return
            }
        }
    }

    private mutating func lexBeyondASCII() {
        let start = position
        let (scalar, length) = scalar(at: position)
        if scalar.properties.isIDStart { return lexName() }
        if let closing = typographicQuotes[scalar] { return lexForeignString(quote: closing) }
        position += length
        if let kind = Symbols.typographic(scalar) {
            // From U+FF00 on, and in the ideographic comma, a keyboard for Chinese or Japanese was on.
            let construct = scalar.value >= 0x3000 ? "text" : "operator"
            report(
                construct, "`\(scalar)` is not written like this", "write `\(kind.rawValue)`", start, position
            )
            return emit(kind, from: start)
        }
        if scalar == "²" || scalar == "³" {
            let power = scalar == "²" ? "2" : "3"
            return report(
                "power", "`\(scalar)` is not written like this", "write `** \(power)`", start, position)
        }
        // A run of strange characters is one mistake.
        while position < bytes.count, bytes[position] >= 0x80 {
            let next = self.scalar(at: position)
            if next.scalar.properties.isIDStart || Symbols.typographic(next.scalar) != nil { break }
            if typographicQuotes[next.scalar] != nil || isBlank(next.scalar) { break }
            position += next.length
        }
        let text = source.text(from: start, to: position)
        if displayWidth(text) == 0 {
            let code = String(scalar.value, radix: 16, uppercase: true)
            report(
                "text", "an invisible character stands here",
                "the character U+\(code) means nothing in a program; delete it", start, position)
        } else {
            report(
                "text", "`\(text.prefix(8))` means nothing in a program",
                "outside of strings and comments there are letters, digits and operators", start, position)
        }
    }

    private mutating func skipHashComment() {
        let start = position
        while !isAtLineEnd { position += 1 }
        markBlank()
        guard !hasReportedHash else { return }
        hasReportedHash = true
        report("comment", "a comment does not begin with `#`", "write `//`", start, start + 1)
    }
}

/// Opening quotes of print and of other languages, with the quote that closes each.
let typographicQuotes: [Unicode.Scalar: Unicode.Scalar] = [
    "“": "”", "”": "”", "„": "“", "‘": "’", "’": "’", "‚": "‘", "«": "»",
]
