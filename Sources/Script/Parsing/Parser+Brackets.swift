extension Parser {
    /// Takes an opening bracket and remembers it; inside, `{` begins a closure again.
    mutating func open(_ construct: String) throws(Panic) -> Token {
        let token = advance()
        openBrackets.append(OpenBracket(kind: token.kind, extent: token.extent, construct: construct))
        if openBrackets.count > Parser.bracketLimit {
            throw stop(
                "bracket", "too many brackets stand inside one another",
                "the limit is \(Parser.bracketLimit)", at: token.extent)
        }
        return token
    }

    /// What stands between brackets: `element`, again and again, with commas between, and the closing
    /// bracket. A mistake inside is left behind with the bracket where it is closed.
    ///
    /// - Parameter construct: what messages call the whole: "call", "list".
    mutating func parseList(
        _ construct: String, _ element: (inout Parser) throws(Panic) -> Void
    ) throws(Panic) {
        let bracketCount = openBrackets.count
        let wasInHead = isInHead
        _ = try open(construct)
        isInHead = false
        defer { isInHead = wasInHead }
        do throws(Panic) {
            while !isAtCloser {
                try element(&self)
                if take(.comma) != nil {
                    if at(.comma) {
                        report(construct, "nothing stands between two commas", "leave one of the commas out")
                        while take(.comma) != nil {}
                    }
                    continue
                }
                if isAtCloser { break }
                try expectedComma(in: construct)
            }
        } catch {
            openBrackets.removeLast(openBrackets.count - bracketCount - 1)
            guard skipToCloser() else {
                openBrackets.removeLast(openBrackets.count - bracketCount)
                throw error
            }
        }
        try close(construct)
    }

    private var isAtCloser: Bool {
        switch current.kind {
        case .rightParenthesis, .rightBracket, .rightBrace, .interpolationEnd, .endOfFile: true
        default: false
        }
    }

    /// Between two elements stands no comma: perhaps it was forgotten, perhaps the closing bracket was.
    private mutating func expectedComma(in construct: String) throws(Panic) {
        if let panic = foreignAfterOperand(in: construct) { throw panic }
        if current.isAfterNewline, !closesLater() { throw unclosed() }
        guard current.kind.startsOperand || current.kind.isWord || at(.minus) || at(.exclamation) else {
            throw fail(
                construct, "`\(shortSource(text(current)))` cannot stand here",
                "a `,` or the closing bracket is needed")
        }
        report(
            construct, "a comma is missing",
            "between \(described(tokens[index - 1])) and \(described(current)) a `,` is needed")
    }

    func described(_ token: Token) -> String {
        switch token.kind {
        case .closeQuote, .openQuote: "the string"
        default: "`\(shortSource(text(token), limit: 20))`"
        }
    }

    /// Takes the bracket that closes the innermost one.
    mutating func close(_ construct: String) throws(Panic) {
        guard let bracket = openBrackets.last, let closer = bracket.kind.closer else { return }
        if take(closer) == nil {
            let isWrongKind =
                isClosing(current)
                && !openBrackets.dropLast().contains { $0.kind.closer == current.kind }
            guard isWrongKind else {
                let panic = unclosed()
                openBrackets.removeLast()
                throw panic
            }
            report(
                construct, "the brackets do not match",
                "`\(bracket.kind.rawValue)`\(onLine(bracket)) is closed by `\(closer.rawValue)`")
            advance()
        }
        openBrackets.removeLast()
    }

    private func onLine(_ bracket: OpenBracket) -> String {
        let line = line(of: bracket.extent)
        return line == self.line(of: current.extent) ? "" : " on line \(line)"
    }

    /// The report that the innermost bracket is never closed, which points at it.
    mutating func unclosed() -> Panic {
        guard let bracket = openBrackets.last, let closer = bracket.kind.closer?.rawValue else {
            return Panic()
        }
        let construct = bracket.construct
        let comment = dividingComments.firstIndex { comment in
            comment.extent.start > bracket.extent.start && comment.extent.end <= current.extent.start
                && source.text(comment.extent).contains(closer)
        }
        if let comment {
            return fail(
                construct, "this `\(bracket.kind.rawValue)` is never closed",
                "its `\(closer)` stands in the comment that `//` begins"
                    + advised(on: dividingComments.remove(at: comment)),
                at: bracket.extent)
        }
        let note =
            if at(.endOfFile) {
                "a `\(closer)` is missing"
            } else if current.isAfterNewline {
                "a `\(closer)` is missing before line \(line(of: current.extent))"
            } else {
                "a `\(closer)` is missing before \(described(current))"
            }
        return fail(construct, "this `\(bracket.kind.rawValue)` is never closed", note, at: bracket.extent)
    }
}
