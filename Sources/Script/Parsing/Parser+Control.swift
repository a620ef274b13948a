extension Parser {
    /// Loops around the current token, inside the innermost function.
    var loopDepth: Int { functions.last?.loopDepth ?? topLoopDepth }

    // MARK: if, while, for

    /// `if a { … } else if b { … } else { … }`
    mutating func parseIf() throws(Panic) -> Statement.Kind {
        let head = advance()
        var clauses = [try parseClause(head, "if")]
        var otherwise: Block?
        while otherwise == nil {
            if at(.elseWord) {
                let word = advance()
                if at(.ifWord), !current.isAfterNewline {
                    clauses.append(try parseClause(advance(), "if"))
                } else {
                    otherwise = try parseBlock("else", head: word)
                }
            } else if isAtName("elif", "elseif", "elsif") {
                let word = advance()
                report("if", "`\(text(word))` is written in two words", "write `else if`", at: word.extent)
                clauses.append(try parseClause(word, "if"))
            } else {
                break
            }
        }
        return .conditional(Conditional(clauses: clauses, otherwise: otherwise))
    }

    private mutating func parseClause(_ head: Token, _ construct: String) throws(Panic) -> Conditional.Clause
    {
        let condition = try parseCondition(construct)
        return Conditional.Clause(condition: condition, body: try parseBlock(construct, head: head))
    }

    /// `while condition { … }`
    mutating func parseWhile() throws(Panic) -> Statement.Kind {
        let head = advance()
        let condition = try parseCondition("while")
        return .whileLoop(condition: condition, body: try parseLoopBody("while", head: head))
    }

    /// `for pattern in sequence { … }`
    mutating func parseFor() throws(Panic) -> Statement.Kind {
        let head = advance()
        try checkForeignFor(head)
        let (pattern, lacksParentheses) = try parseForPattern()
        if take(.inWord) == nil {
            guard !isAtStatementEnd else {
                throw fail("for", "`in` is missing", "write `for \(source.text(pattern.extent)) in …`")
            }
            report(
                "for", "`in` is missing", "write `for \(source.text(pattern.extent)) in …`; here \(found())")
            if isAtName("of") || at(.assign) { advance() }
        }
        let sequence = try parseHead("for") { (parser) throws(Panic) in try parser.parseExpression() }
        if lacksParentheses { reportBareNames(pattern, sequence) }
        if at(.colon), !isAtLineBreak { reportPythonRange(sequence, pattern) }
        let body = try parseLoopBody("for", head: head)
        return .forLoop(pattern: pattern, sequence: sequence, body: body)
    }

    /// The names of a `for`; Python's `i, x` without parentheses is read as what was meant.
    private mutating func parseForPattern() throws(Panic) -> (Pattern, lacksParentheses: Bool) {
        let start = index
        if at(.letWord) || at(.varWord) {
            report(
                "for", "`\(text(current))` is not needed here", "`for` binds its name itself",
                at: current.extent)
            advance()
        }
        var elements = [try parsePattern(of: "for")]
        while take(.comma) != nil { elements.append(try parsePattern(of: "for")) }
        guard elements.count > 1 else { return (elements[0], false) }
        return (Pattern(kind: .tuple(elements), extent: extent(from: start)), true)
    }

    /// A head is read with `{` as the beginning of the body.
    private mutating func parseHead<Result>(
        _ construct: String, _ body: (inout Parser) throws(Panic) -> Result
    ) throws(Panic) -> Result {
        let wasInHead = isInHead
        isInHead = true
        defer { isInHead = wasInHead }
        guard !at(.leftBrace), !isAtStatementEnd else {
            let what = construct == "for" ? "what to go through" : "the condition"
            throw fail(construct, "\(what) is missing", found())
        }
        return try body(&self)
    }

    private mutating func parseCondition(_ construct: String) throws(Panic) -> Expression {
        if at(.letWord) || at(.varWord) {
            throw fail(
                construct, "a condition binds no name",
                "write `let x = …` on the line before, and `\(construct) x != nil {`")
        }
        return try parseHead(construct) { (parser) throws(Panic) in
            let condition = try parser.parseExpression()
            guard parser.at(.assign) else { return condition }
            parser.report(
                construct, "`=` does not compare", "a single `=` gives a name a new value; write `==`")
            parser.advance()
            return try parser.parseExpression()
        }
    }

    // MARK: Blocks

    /// The body of a loop, where `break` and `continue` have a meaning.
    private mutating func parseLoopBody(_ construct: String, head: Token) throws(Panic) -> Block {
        changeLoopDepth(by: 1)
        defer { changeLoopDepth(by: -1) }
        return try parseBlock(construct, head: head)
    }

    private mutating func changeLoopDepth(by change: Int) {
        if functions.isEmpty {
            topLoopDepth += change
        } else {
            functions[functions.count - 1].loopDepth += change
        }
    }

    /// The `{ … }` of `construct`, which begins on the line of its head.
    mutating func parseBlock(
        _ construct: String, head: Token, isFunctionBody: Bool = false
    ) throws(Panic) -> Block {
        if at(.leftBrace) {
            skipClosureInHead(construct)
            if current.isAfterNewline {
                report(
                    construct, "the `{` stands on a line of its own", "put it at the end of the line before",
                    at: current.extent)
            }
            let block = try parseBraces(construct)
            if !functions.isEmpty { checkValues(of: block, mayBeResult: isFunctionBody) }
            return block
        }
        let start = index
        if at(.colon), !isAtLineBreak {
            report(
                construct, "a `:` does not begin a block", "a block stands in braces: `{ … }`",
                at: current.extent)
            advance()
            skipIndentedLines(under: head)
        } else if isAtLineBreak || at(.endOfFile) {
            let end = previous.extent.end
            report(
                construct, "the block in `{ }` is missing", "its `{` stands at the end of this line",
                at: SourceRange(end, end))
            if !at(.endOfFile) { skipIndentedLines(under: head) }
        } else {
            if at(.foreign), text(current) == ":=" {
                throw fail(
                    construct, "a condition binds no name",
                    "write `let \(text(previous)) = …` on the line before")
            }
            let note =
                isAtName("where")
                ? "instead of `where`, begin the block with an `if`" : "before the block, \(found())"
            throw fail(construct, "the `{` is missing", note)
        }
        return Block([], extent(from: min(start, tokens.count - 1)))
    }

    /// `if xs.contains { $0 > 1 } { … }`: the first `{` was meant as a closure, the second begins the block.
    private mutating func skipClosureInHead(_ construct: String) {
        var depth = 0
        var position = index
        repeat {
            if tokens[position].kind == .leftBrace { depth += 1 }
            if tokens[position].kind == .rightBrace { depth -= 1 }
            position += 1
        } while depth > 0 && position < tokens.count
        guard position < tokens.count, tokens[position].kind == .leftBrace, !tokens[position].isAfterNewline
        else {
            return
        }
        report(
            construct, "a closure in a head stands in parentheses", "write `\(text(previous))({ … })`",
            at: current.extent)
        index = position
    }

    /// `{`, statements, `}`.
    mutating func parseBraces(
        _ construct: String, _ prologue: (inout Parser) throws(Panic) -> Void = { (_) throws(Panic) in }
    ) throws(Panic) -> Block {
        let start = index
        try enter()
        defer { leave() }
        let brace = try open(construct)
        try prologue(&self)
        let wasInHead = isInHead
        isInHead = false
        let statements = parseStatements()
        isInHead = wasInHead
        if isAtElseOfOpenIf {
            report("if", "this `{` is never closed", "a `}` is missing before `else`", at: brace.extent)
            openBrackets.removeLast()
            return Block(statements, extent(from: start))
        }
        guard at(.rightBrace) else {
            let panic = missingBrace(brace, construct)
            openBrackets.removeLast()
            throw panic
        }
        noteIndentation(brace)
        advance()
        openBrackets.removeLast()
        return Block(statements, extent(from: start))
    }

    /// Remembers the first block whose `}` stands further left than its head: one of its own is missing.
    private mutating func noteIndentation(_ brace: Token) {
        guard suspiciousBrace == nil, current.isAfterNewline,
            indentation(of: current) < indentation(of: brace)
        else { return }
        suspiciousBrace = brace.extent
    }

    private mutating func missingBrace(_ brace: Token, _ construct: String) -> Panic {
        if errorCount == 0, !isStatementBroken { isIncomplete = true }
        guard let suspicious = suspiciousBrace, suspicious.start > brace.extent.start else {
            return fail(construct, "this `{` is never closed", "a `}` is missing", at: brace.extent)
        }
        return fail(
            "block", "this `{` is perhaps never closed",
            "a `}` is missing: the next one stands further left, and the `{` on line \(line(of: brace.extent)) has none",
            at: suspicious)
    }

    /// Inside a function, an expression that is no call does nothing unless it is the whole body.
    mutating func checkValues(of block: Block, mayBeResult: Bool = true) {
        if mayBeResult, block.onlyExpression != nil { return }
        for statement in block.statements {
            guard case .expression(let expression) = statement.kind, !expression.isCall else { continue }
            let wasBroken = isStatementBroken
            isStatementBroken = false
            let outerStart = statementStart
            statementStart = index
            defer { (isStatementBroken, statementStart) = (wasBroken, outerStart) }
            if case .binary(.equal, let left, let right) = expression.kind {
                report(
                    "comparison", "its value goes nowhere",
                    "to assign, write `\(text(left)) = \(text(right))`; to give it back, write `return` before it",
                    at: expression.extent)
            } else {
                report(
                    "expression", "its value goes nowhere",
                    "write `return \(text(expression))` to give it back", at: expression.extent)
            }
        }
    }
}
