extension Parser {
    /// The whole text.
    mutating func parseProgram() -> [Statement] {
        var statements: [Statement] = []
        while !at(.endOfFile) {
            if take(.semicolon) != nil { continue }
            if at(.rightBrace) {
                statementStart = index
                isStatementBroken = false
                report("block", "this `}` closes nothing", "no `{` before it is open", at: current.extent)
                advance()
                continue
            }
            if let statement = parseStatement() { statements.append(statement) }
        }
        return statements
    }

    /// Statements up to the `}` around them.
    mutating func parseStatements() -> [Statement] {
        var statements: [Statement] = []
        while !at(.endOfFile), !at(.rightBrace), !isAtElseOfOpenIf {
            if take(.semicolon) != nil { continue }
            if let statement = parseStatement() { statements.append(statement) }
        }
        return statements
    }

    /// An `else` inside the block of an `if`, whose `}` was forgotten.
    var isAtElseOfOpenIf: Bool { at(.elseWord) && openBrackets.last?.construct == "if" }

    /// One statement; nil when it could not be read, and then the next one is at hand.
    private mutating func parseStatement() -> Statement? {
        let outer = (isStatementBroken, statementStart, isInHead, depth, functions.count)
        let brackets = openBrackets.count
        (isStatementBroken, statementStart, isInHead) = (false, index, false)
        defer { (isStatementBroken, statementStart, isInHead, _, _) = outer }
        let start = index
        do throws(Panic) {
            let kind = try parseStatementKind()
            let statement = Statement(kind: kind, extent: extent(from: start))
            if !isAtStatementEnd { throw leftOver(after: kind) }
            return statement
        } catch {
            openBrackets.removeLast(max(0, openBrackets.count - brackets))
            functions.removeLast(max(0, functions.count - outer.4))
            depth = outer.3
            let before = index
            skipStatement()
            // Whatever happened, something is read.
            if index == start, index == before { advance() }
            return nil
        }
    }

    private mutating func parseStatementKind() throws(Panic) -> Statement.Kind {
        switch current.kind {
        case .letWord, .varWord: return try parseBinding()
        case .funcWord: return try parseFunction()
        case .ifWord: return try parseIf()
        case .whileWord: return try parseWhile()
        case .forWord: return try parseFor()
        case .returnWord: return try parseReturn()
        case .breakWord, .continueWord: return parseLoopExit()
        case .elseWord:
            throw fail("else", "there is no `if` before this `else`", "`else` follows the `}` of an `if`")
        case .leftBrace:
            throw fail(
                "block", "a `{` does not begin a statement",
                "a block belongs to `if`, `for`, `while`, `func` or a call on the same line")
        case .name:
            if let kind = try parseForeignStatement() { return kind }
            return try parseExpressionStatement()
        default: return try parseExpressionStatement()
        }
    }

    // MARK: Bindings and assignments

    /// `let pattern = value`
    private mutating func parseBinding() throws(Panic) -> Statement.Kind {
        let word = advance()
        return try parseBinding(after: word, isVariable: word.kind == .varWord)
    }

    mutating func parseBinding(after word: Token, isVariable: Bool) throws(Panic) -> Statement.Kind {
        let construct = isVariable ? "var" : "let"
        let pattern = try parsePattern(of: construct)
        if at(.colon), !isAtLineBreak { throw typeAnnotation(construct, pattern) }
        if at(.comma), !isAtLineBreak, peek().kind == .name {
            throw fail(
                construct, "one name is bound at a time",
                "write one line for each, or `\(construct) (a, b) = (1, 2)`")
        }
        if let equal = takeAssign() {
            if equal.kind == .foreign || equal.kind == .equal {
                report(
                    construct, "a name is bound with `=`",
                    "write `\(construct) \(source.text(pattern.extent)) = …`", at: equal.extent)
            }
        } else if at(.endOfFile) || isAtLineBreak || at(.semicolon) || at(.rightBrace) {
            throw fail(
                construct, "the value is missing",
                "write `\(construct) \(source.text(pattern.extent)) = …`", at: pattern.extent)
        } else {
            throw fail(
                construct, "the `=` is missing", "after `\(source.text(pattern.extent))`, \(found())")
        }
        let value = try parseExpression()
        if at(.assign) { throw assignmentInExpression() }
        warnOfLostChange(value)
        warnOfEmptyBraces(value)
        return .binding(Binding(isVariable: isVariable, pattern: pattern, value: value))
    }

    /// `=`, or what stands for it elsewhere: `:=`, and `==` by mistake.
    private mutating func takeAssign() -> Token? {
        guard !isAtLineBreak || peek().isAfterSpace else { return nil }
        if at(.assign) || at(.equal) || (at(.foreign) && text(current) == ":=") { return advance() }
        return nil
    }

    /// `x`, `_`, `(a, b)`
    mutating func parsePattern(
        of construct: String, mayBeginLine: Bool = false
    ) throws(Panic) -> Pattern {
        let token = current
        guard mayBeginLine || !isAtLineBreak else { throw nameMissing(construct) }
        switch token.kind {
        case .name:
            advance()
            return Pattern(kind: .name(text(token)), extent: token.extent)
        case .underscore:
            advance()
            return Pattern(kind: .discard, extent: token.extent)
        case .leftParenthesis:
            let start = index
            var elements: [Pattern] = []
            try parseList("pattern") { (parser) throws(Panic) in
                elements.append(try parser.parsePattern(of: construct))
            }
            let pattern = Pattern(kind: .tuple(elements), extent: extent(from: start))
            if elements.count < 2 {
                report(
                    construct, "a tuple has two elements or more", "leave the parentheses out",
                    at: pattern.extent)
            }
            checkDistinct(pattern.names, in: construct)
            return pattern
        default: throw nameMissing(construct)
        }
    }

    private mutating func nameMissing(_ construct: String) -> Panic {
        if current.kind.isWord, !isAtLineBreak {
            return fail(
                construct, "`\(text(current))` cannot be a name",
                "it is a word of the language; choose another name")
        }
        if at(.foreign), text(current) == "$" {
            return fail(
                construct, "a name has no `$` before it",
                "write `\(peek().kind == .name ? text(peek()) : "x")`")
        }
        return fail(construct, "a name is missing", found())
    }

    mutating func checkDistinct(_ names: [Identifier], in construct: String) {
        var seen: Set<String> = []
        for name in names where !seen.insert(name.text).inserted {
            report(
                construct, "the name `\(name.text)` stands here twice", "every name needs its own",
                at: name.extent)
        }
    }

    private mutating func typeAnnotation(_ construct: String, _ pattern: Pattern) -> Panic {
        let colon = current.extent
        let name = source.text(pattern.extent)
        let note = "values know their own type: write `\(construct) \(name) = …`"
        return fail(construct, "a name has no type here", note, at: colon)
    }

    /// An expression, or an assignment to one.
    mutating func parseExpressionStatement() throws(Panic) -> Statement.Kind {
        let expression = try parseExpression()
        guard !isAtLineBreak || peek().isAfterSpace else { return .expression(expression) }
        if at(.foreign), let kind = try parseForeignAssignment(expression) { return kind }
        guard at(.assign) || current.kind.assignedOperator != nil else { return .expression(expression) }
        let symbol = advance()
        let target = try assignmentTarget(expression, symbol)
        let value = try parseExpression()
        if at(.assign) {
            throw fail("assignment", "one assignment stands on a line", "assign to one name after the other")
        }
        if symbol.kind == .assign {
            warnOfDetachedSign(symbol, value)
            warnOfLostChange(value)
        }
        return .assignment(Assignment(target: target, operation: symbol.kind.assignedOperator, value: value))
    }

    /// What can be assigned to: a name, or an index of one.
    mutating func assignmentTarget(_ expression: Expression, _ symbol: Token) throws(Panic)
        -> Assignment.Target
    {
        switch expression.kind {
        case .name(let name): return .name(Identifier(text: name, extent: expression.extent))
        case .lastResult where symbol.kind == .assign: return .discard(expression.extent)
        case .index(let base, let arguments) where isRootedInName(base):
            return .index(base: base, arguments: arguments, extent: expression.extent)
        case .member(let base, let member):
            throw fail(
                "assignment", "a member cannot be assigned to",
                "`\(member.text)` of `\(text(base))` is only read", at: expression.extent)
        case .tuple:
            throw fail(
                "assignment", "one name is assigned to at a time",
                "to exchange two values: `let old = a; a = b; b = old`; `let (a, b) = …` binds new names",
                at: expression.extent)
        default:
            throw fail(
                "assignment", "`\(text(expression))` cannot be assigned to",
                "a name or an element, as `x` or `xs[0]`, stands before `\(symbol.kind.rawValue)`",
                at: expression.extent)
        }
    }

    private func isRootedInName(_ expression: Expression) -> Bool {
        var base = expression
        while case .index(let inner, _) = base.kind { base = inner }
        if case .name = base.kind { return true }
        return false
    }

    // MARK: Leaving

    private mutating func parseReturn() throws(Panic) -> Statement.Kind {
        let word = advance()
        if functions.isEmpty {
            report(
                "return", "`return` stands outside of a function", "it gives a function's value to its call",
                at: word.extent)
        }
        return .returning(isAtStatementEnd ? nil : try parseExpression())
    }

    private mutating func parseLoopExit() -> Statement.Kind {
        let word = advance()
        let name = word.kind.rawValue
        if loopDepth == 0 {
            report(
                name, "`\(name)` stands outside of a loop", "it belongs in the block of a `for` or `while`",
                at: word.extent)
        }
        return word.kind == .breakWord ? .breaking : .continuing
    }
}
