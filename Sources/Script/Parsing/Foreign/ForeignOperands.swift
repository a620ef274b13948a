/// Other languages' ways to write a value, and what to say where no value stands.
extension Parser {
    /// `lambda x: …`, `f"…"`, `new Dense(…)` in place of an operand; nil when the name at hand is only a name.
    mutating func parseForeignOperand() throws(Panic) -> Expression? {
        let word = text(current)
        let next = peek()
        guard !next.isAfterNewline else { return nil }
        switch word {
        case "lambda" where next.kind == .name || next.kind == .colon: throw lambda()
        case "function", "fn", "def":
            guard next.kind == .leftParenthesis, let end = closer(of: index + 1) else { return nil }
            guard tokens[end + 1].kind == .leftBrace else { return nil }
            let names = source.text(SourceRange(next.extent.end, tokens[end].extent.start))
            throw fail("closure", "a function without a name is a closure", "write `{ \(names) in … }`")
        case "f", "r", "b", "rb", "fr":
            guard next.kind == .openQuote, !next.isAfterSpace else { return nil }
            throw fail(
                "string", "nothing stands before a string's quotes",
                word == "f" ? fString() : "leave the `\(word)` out")
        case "new", "await", "try", "yield":
            guard next.kind == .name else { return nil }
            report("call", "`\(word)` is not needed here", "leave it out")
            advance()
            return nil
        default: return nil
        }
    }

    /// `lambda x, y: x + y`
    private mutating func lambda() -> Panic {
        let word = current.extent
        var colon = index
        while tokens[colon].kind == .name || tokens[colon].kind == .comma { colon += 1 }
        guard tokens[colon].kind == .colon, colon + 1 < tokens.count - 1 else {
            return fail("closure", "`lambda` is no word here", "write `{ x in … }`")
        }
        var end = colon + 1
        var depth = 0
        while end < tokens.count - 1, !tokens[end].isAfterNewline {
            let kind = tokens[end].kind
            if kind == .leftParenthesis || kind == .leftBracket { depth += 1 }
            if isClosing(tokens[end]) { depth -= 1 }
            if depth < 0 || (depth == 0 && (kind == .comma || kind == .semicolon)) { break }
            end += 1
        }
        let names =
            colon > index + 1
            ? source.text(SourceRange(peek().extent, through: tokens[colon - 1].extent)) : ""
        let body = shortSource(source.text(SourceRange(tokens[colon].extent.end, tokens[end - 1].extent.end)))
        let closure = names.isEmpty ? "{ \(body) }" : "{ \(names) in \(body) }"
        return fail("closure", "`lambda` is no word here", "write `\(closure)`", at: word)
    }

    /// What to write for Python's `f"loss {loss}"`.
    private func fString() -> String {
        guard peek(2).kind == .text, peek(3).kind == .closeQuote else { return "leave the `f` out" }
        let pieces = shortSource(text(peek(2))).split(separator: "{", omittingEmptySubsequences: false)
        var result = String(pieces[0])
        for piece in pieces.dropFirst() {
            let halves = piece.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2 else { return "leave the `f` out" }
            result += "\\(\(interpolated(halves[0])))\(halves[1])"
        }
        return pieces.count > 1 ? "write `\"\(result)\"`" : "leave the `f` out"
    }

    /// What stands between an f-string's braces, as ours would have it: `loss:.3f` is `loss, digits: 3`.
    private func interpolated(_ value: Substring) -> String {
        guard let colon = value.lastIndex(of: ":") else { return String(value) }
        let format = value[colon...].dropFirst()
        guard format.first == ".", format.last == "f", let digits = Int(format.dropFirst().dropLast()) else {
            return String(value)
        }
        return "\(value[..<colon]), digits: \(digits)"
    }

    /// The index of the bracket that closes the one at `position`, on the same line.
    private func closer(of position: Int) -> Int? {
        var depth = 0
        for index in position..<(tokens.count - 1) {
            if tokens[index].kind == .leftParenthesis { depth += 1 }
            if tokens[index].kind == .rightParenthesis { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    /// The report that no expression begins here.
    mutating func expectedOperand() -> Panic {
        let before = previous
        let token = current
        if token.isAfterNewline, token.kind.startsStatement, let bracket = openBrackets.last,
            bracket.kind != .leftBrace
        {
            return unclosed()
        }
        switch token.kind {
        case .ifWord:
            return fail("if", "an `if` has no value", "write `condition ? first : second`")
        case .funcWord:
            return fail("closure", "a function without a name is a closure", "write `{ x in … }`")
        case .foreign: return foreignSign()
        case .leftBrace:
            return fail("closure", "a closure stands in parentheses here", "before a block, write `({ … })`")
        default: break
        }
        if token.kind == .halfOpenRange || token.kind == .closedRange {
            return fail(
                "range", "the beginning of the range is missing", "only an index may leave it out: `x[..<3]`")
        }
        if before.kind == .closedRange || before.kind == .halfOpenRange, index > statementStart {
            return fail(
                "range", "the end of the range is missing", "only an index may leave it out: `x[3...]`",
                at: before.extent)
        }
        if index > statementStart, before.kind.continuesLine || before.kind == .exclamation {
            return fail(
                construct(of: before), "a value is missing behind `\(text(before))`",
                found(), at: before.extent)
        }
        if isEnd(token), index > statementStart, !openBrackets.isEmpty, let bracket = openBrackets.last {
            if token.kind == .endOfFile { return unclosed() }
            return fail("bracket", "a value is missing", found(), at: bracket.extent)
        }
        if token.kind == .letWord || token.kind == .varWord {
            return fail(text(token), "a binding is no value", "write it on a line of its own")
        }
        if token.kind.isWord {
            return fail(
                "expression", "`\(text(token))` cannot stand here",
                "it is a word of the language, and no value")
        }
        if Infix(token.kind) != nil {
            return fail(construct(of: token), "a value is missing before `\(text(token))`", "")
        }
        if isClosing(token) {
            return fail(
                "bracket", "this `\(text(token))` closes nothing",
                "no `\(opener(of: token))` before it is open")
        }
        return fail("expression", "a value is missing", found())
    }

    private func isEnd(_ token: Token) -> Bool {
        token.kind == .endOfFile || token.isAfterNewline || token.kind == .semicolon
    }

    private func construct(of token: Token) -> String {
        if case .binary(let operation) = Infix(token.kind)?.kind { return operation.construct }
        return switch token.kind {
        case .comma: "list"
        case .colon, .question: "choice"
        case .assign: "assignment"
        case .halfOpenRange, .closedRange: "range"
        case .exclamation: "not"
        default: token.kind.assignedOperator == nil ? "operator" : "assignment"
        }
    }

    func isClosing(_ token: Token) -> Bool {
        token.kind == .rightParenthesis || token.kind == .rightBracket || token.kind == .rightBrace
    }

    func opener(of token: Token) -> String {
        switch token.kind {
        case .rightParenthesis: "("
        case .rightBracket: "["
        default: "{"
        }
    }

    /// An upper bound as it is written here, where a negative one does not count from the end.
    private func bound(_ upper: Expression) -> String {
        let text = text(upper)
        return text.hasPrefix("-") ? "(xs.count - \(text.dropFirst()))" : text
    }

    /// `x[0:2]`, Python's slice.
    mutating func colonInIndex(from start: Int, lower: Expression?) -> Panic {
        let colon = current.extent
        advance()
        var upper: Expression?
        if !at(.rightBracket), !at(.comma), !at(.colon) {
            let wasBroken = isStatementBroken
            isStatementBroken = true
            upper = try? parseExpression()
            isStatementBroken = wasBroken
        }
        if at(.colon) {
            return fail(
                "index", "a step cannot stand in an index",
                advised(.stepInIndex) ?? "an index holds a position or a range", at: colon)
        }
        let range =
            switch (lower, upper) {
            case (nil, nil): "0..."
            case (let lower?, nil): "\(text(lower))..."
            case (nil, let upper?): "..<\(bound(upper))"
            case (let lower?, let upper?): "\(text(lower))..<\(bound(upper))"
            }
        return fail("index", "a range in an index has no `:`", "write `\(range)`", at: colon)
    }

    /// What other languages write between the elements of a list or a call.
    mutating func foreignAfterOperand(in construct: String) -> Panic? {
        switch current.kind {
        case .forWord:
            return fail(
                construct, "a list is not made with `for`",
                advised(.comprehension) ?? "a loop stands on a line of its own")
        case .ifWord: return pythonChoice()
        case .assign: return assignmentInExpression()
        case .foreign: return foreignSign()
        case .semicolon:
            return fail(construct, "a `;` stands between brackets", "elements are separated by `,`")
        default: return nil
        }
    }

    /// `a if c else b`
    mutating func pythonChoice() -> Panic {
        var end = index + 1
        while !tokens[end].isAfterNewline, tokens[end].kind != .endOfFile, tokens[end].kind != .elseWord {
            end += 1
        }
        guard tokens[end].kind == .elseWord, end > index + 1, !tokens[end].isAfterNewline else {
            return fail(
                "if", "an `if` does not stand behind a value",
                "write `if condition { … }` on a line of its own")
        }
        let condition = shortSource(
            source.text(SourceRange(tokens[index + 1].extent, through: tokens[end - 1].extent)))
        return fail("choice", "a choice is not written with `if`", "write `\(condition) ? first : second`")
    }
}
