extension Parser {
    /// Goes on behind a statement that could not be read: at the next line outside of brackets that it
    /// opened, at its `;`, or at the `}` around it.
    mutating func skipStatement() {
        var braces = 0
        while !at(.endOfFile) {
            switch current.kind {
            case .leftBrace:
                braces += 1
            case .rightBrace:
                guard braces > 0 else { return }
                braces -= 1
                advance()
                if braces == 0 && !at(.elseWord) && current.isAfterNewline { return }
                continue
            case .semicolon where braces == 0:
                return
            default:
                // The token at hand may itself begin the next line.
                if braces == 0, index > statementStart, current.isAfterNewline {
                    if previous.kind == .colon { return skipIndentedLines(under: tokens[statementStart]) }
                    if !isContinuation(at: index) { return }
                }
            }
            advance()
        }
    }

    /// Whether the line that a token begins belongs to the one before.
    private func isContinuation(at index: Int) -> Bool {
        let kind = tokens[index].kind
        if kind == .dot || kind == .elseWord || kind == .rightParenthesis || kind == .rightBracket {
            return true
        }
        if tokens[index - 1].kind.continuesLine { return true }
        let followsSpace = tokens[min(index + 1, tokens.count - 1)].isAfterSpace
        return followsSpace && (Infix(kind) != nil || kind == .question || kind == .colon)
    }

    /// Whether the innermost bracket is closed before a line that begins a statement, so that it was not
    /// its closing bracket that was forgotten.
    mutating func closesLater() -> Bool {
        guard let wanted = openBrackets.last?.kind.closer, let closer = nextCloser() else { return false }
        return tokens[closer].kind == wanted
    }

    /// Goes to the bracket that closes the innermost one, if there is one; else stays.
    mutating func skipToCloser() -> Bool {
        guard closesLater(), let closer = nextCloser() else { return false }
        index = closer
        return true
    }

    /// The first closing bracket from here on whose opening one lies before, unless a line that begins a
    /// statement comes first. Every bracket around the same token asks for the same, so it is remembered.
    private mutating func nextCloser() -> Int? {
        if let known = knownCloser, known.from == index { return known.closer }
        let closer = findCloser()
        knownCloser = (index, closer)
        return closer
    }

    private func findCloser() -> Int? {
        var depth = 0
        for position in index..<tokens.count {
            let token = tokens[position]
            switch token.kind {
            case .leftParenthesis, .leftBracket, .leftBrace, .interpolationStart: depth += 1
            case .rightParenthesis, .rightBracket, .rightBrace, .interpolationEnd:
                if depth == 0 { return position }
                depth -= 1
            default:
                if depth == 0, token.isAfterNewline, token.kind.startsStatement { return nil }
            }
        }
        return nil
    }

    /// Skips the lines that stand further right than the line of `head`, as a block without braces does,
    /// and the `}` under the head.
    mutating func skipIndentedLines(under head: Token) {
        let margin = indentation(of: head)
        while !at(.endOfFile) {
            if current.isAfterNewline, indentation(of: current) <= margin { break }
            advance()
        }
        if at(.rightBrace), indentation(of: current) == margin { advance() }
    }

    /// How far the line of a token is indented, in bytes.
    func indentation(of token: Token) -> Int {
        let line = source.lineBounds(around: Int(token.extent.start))
        return source.bytes[line].prefix { $0 == ASCII.space || $0 == ASCII.tab }.count
    }

    func line(of extent: SourceRange) -> Int { source.position(at: Int(extent.start)).line }
}
