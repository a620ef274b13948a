extension Parser {
    /// Reports an error unless it follows from another, and gives the panic to throw.
    mutating func fail(
        _ construct: String, _ problem: String, _ note: String, at extent: SourceRange? = nil,
        suggestions: [String] = []
    ) -> Panic {
        report(construct, problem, note, at: extent, suggestions: suggestions)
        return Panic()
    }

    /// Reports an error at `extent`, or at the current token, unless it follows from another.
    mutating func report(
        _ construct: String, _ problem: String, _ note: String, at extent: SourceRange? = nil,
        suggestions: [String] = []
    ) {
        guard !isStatementBroken, !isStopped else { return }
        isStatementBroken = true
        if hasBrokenToken { return }
        if at(.endOfFile), errorCount == 0, couldGoOn { isIncomplete = true }
        diagnostics.append(
            Diagnostic(
                construct: construct, problem: problem, note: note,
                span: source.span(extent ?? place(of: current)), suggestions: suggestions))
        errorCount += 1
        // Far more errors than are shown: reading on is of no use to anyone.
        if errorCount >= 4 * Parser.errorLimit { index = tokens.count - 1 }
    }

    /// Reports that a limit is reached, and reads no further: what exceeds a limit is no program with a slip.
    mutating func stop(_ construct: String, _ problem: String, _ note: String, at extent: SourceRange)
        -> Panic
    {
        let panic = fail(construct, problem, note, at: extent)
        index = tokens.count - 1
        isStopped = true
        return panic
    }

    /// Warns of comments that were perhaps meant as divisions, save one that an error has already named.
    mutating func warnOfDivision() {
        for comment in dividingComments.prefix(Parser.errorLimit) {
            diagnostics.append(
                Diagnostic(
                    .warning, construct: "comment", problem: "`//` does not divide",
                    note: "from `//` on, this is a comment" + advised(on: comment),
                    span: source.span(comment.extent)))
        }
    }

    /// What the host has that divides as the comment was perhaps meant to.
    func advised(on comment: Lexer.DividingComment) -> String {
        advised(.flooredDivision, comment.dividend, comment.divisor).map { "; \($0)" } ?? ""
    }

    /// What the host has to say on this occasion about these operands.
    func advised(_ occasion: Occasion, _ operands: String...) -> String? {
        advice.words(on: occasion).map { filled($0, operands) }
    }

    /// Whether the lexer has complained about the statement at hand.
    private var hasBrokenToken: Bool {
        var position = min(statementStart, index)
        while position < tokens.count {
            if tokens[position].flags.contains(.isBroken) { return true }
            // A mistake at a line's end marks the first token of the next line.
            if position > index, tokens[position].isAfterNewline { return false }
            position += 1
        }
        return false
    }

    /// Whether another line could follow where the text ends.
    private var couldGoOn: Bool {
        switch openBrackets.last?.kind {
        case .leftParenthesis, .leftBracket, .interpolationStart: true
        default: index > 0 && previous.kind.continuesLine
        }
    }

    /// Where to point for a token: the place behind the one before, for a token that is not on its line.
    func place(of token: Token) -> SourceRange {
        let isElsewhere = token.kind == .endOfFile || (index > statementStart && isLineBreak(token))
        guard isElsewhere, index > 0 else { return token.extent }
        return SourceRange(previous.extent.end, previous.extent.end)
    }

    /// What stands there, for "found …".
    func found(_ token: Token? = nil) -> String {
        let token = token ?? current
        if token.kind != .endOfFile, isLineBreak(token) { return "the line ends" }
        return switch token.kind {
        case .endOfFile: "the text ends"
        case .openQuote: "a string follows"
        case .int, .double: "the number `\(text(token))` follows"
        default: "`\(shortSource(text(token)))` follows"
        }
    }

    /// A text that cannot be cut into tokens at all.
    static func unreadable(_ source: SourceFile) -> Diagnostic? {
        if source.bytes.count > 256 << 20 {
            return Diagnostic(
                construct: "text", problem: "the text is too long", note: "the limit is 256 MiB",
                span: Span(source: source, start: 0, end: 0))
        }
        guard String(validating: source.bytes, as: UTF8.self) == nil else { return nil }
        let offset = source.firstInvalidByte
        let code = String(source.bytes[offset], radix: 16, uppercase: true)
        return Diagnostic(
            construct: "text", problem: "the text is not UTF-8",
            note: "the byte 0x\(code) begins no character; save the file as UTF-8",
            span: Span(source: source, start: offset, end: offset + 1))
    }
}

extension SourceFile {
    /// The offset of the first byte that is not part of a UTF-8 character.
    fileprivate var firstInvalidByte: Int {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): offset += UTF8.width(scalar)
            case .emptyInput, .error: return min(offset, bytes.count - 1)
            }
        }
    }
}
