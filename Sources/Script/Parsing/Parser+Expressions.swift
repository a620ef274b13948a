extension Parser {
    /// An expression of any kind.
    mutating func parseExpression() throws(Panic) -> Expression { try parseBinary(.conditional) }

    /// Operands and the operators between them that bind at least as tightly as `minimum`
    /// (precedence climbing).
    mutating func parseBinary(_ minimum: Precedence) throws(Panic) -> Expression {
        try enter()
        defer { leave() }
        var left = try parsePrefix()
        var previousInfix: (kind: Infix, operand: Expression)?
        while true {
            if at(.question), minimum == .conditional, continuesExpression {
                left = try parseConditional(left)
                continue
            }
            guard let infix = infixHere(), infix.precedence >= minimum else { return left }
            if isOpenRangeEnd { return left }
            let symbol = advance()
            if let last = previousInfix, last.kind.precedence == infix.precedence {
                try checkChain(infix, left, symbol, last.operand)
            }
            let right = try parseBinary(infix.isRightAssociative ? infix.precedence : infix.precedence.next)
            previousInfix = (infix, right)
            if symbol.kind == .star {
                warnOfRepetition(left, right, SourceRange(left.extent, through: right.extent))
            }
            left = try node(infix.applied(to: left, right), SourceRange(left.extent, through: right.extent))
        }
    }

    /// The operator at hand, if it goes on with the expression before it.
    private mutating func infixHere() -> Infix? {
        if let infix = Infix(current.kind) { return continuesExpression ? infix : nil }
        return isAtLineBreak ? nil : foreignInfix()
    }

    /// `a...` before the end of an index, which the index itself takes.
    private var isOpenRangeEnd: Bool {
        guard at(.closedRange), openBrackets.last?.kind == .leftBracket else { return false }
        return peek().kind == .rightBracket || peek().kind == .comma
    }

    /// `condition ? first : second`
    private mutating func parseConditional(_ condition: Expression) throws(Panic) -> Expression {
        let question = advance()
        let first = try parseExpression()
        guard at(.colon), continuesExpression else {
            throw fail(
                "choice", "the `:` is missing",
                "`\(text(condition)) ? \(text(first))` needs `:` and the value for the other case",
                at: at(.endOfFile) ? nil : question.extent)
        }
        advance()
        let second = try parseBinary(.conditional)
        return try node(
            .conditional(condition, first, second), SourceRange(condition.extent, through: second.extent))
    }

    /// Comparisons and ranges do not chain.
    private mutating func checkChain(
        _ infix: Infix, _ left: Expression, _ symbol: Token, _ middle: Expression
    ) throws(Panic) {
        switch infix.precedence {
        case .comparison:
            let next = current.kind.startsOperand ? text(current) : "…"
            report(
                "comparison", "comparisons do not chain",
                "write `\(text(left)) && \(text(middle)) \(text(symbol)) \(next)`", at: symbol.extent)
        case .range:
            report(
                "range", "a range has two ends",
                "`\(text(left))` is a range already" + (advised(.stepInRange).map { "; \($0)" } ?? ""),
                at: symbol.extent)
        default: break
        }
    }

    /// `-` and `!` before an operand. `-x ** 2` is `-(x ** 2)`.
    private mutating func parsePrefix() throws(Panic) -> Expression {
        guard at(.minus) || at(.exclamation) || isAtForeignPrefix else { return try parsePower() }
        var operators: [(operation: UnaryOperator, extent: SourceRange)] = []
        while true {
            if at(.minus) {
                operators.append((.negate, advance().extent))
            } else if at(.exclamation) {
                operators.append((.not, advance().extent))
            } else if isAtForeignPrefix {
                if let operation = takeForeignPrefix() { operators.append((operation, previous.extent)) }
            } else {
                break
            }
        }
        if operators.last?.operation == .negate, let least = takeLeastInt() {
            operators.removeLast()
            return try applied(operators, to: least)
        }
        return try applied(operators, to: try parsePower())
    }

    private mutating func applied(
        _ operators: [(operation: UnaryOperator, extent: SourceRange)], to operand: Expression
    ) throws(Panic) -> Expression {
        var result = operand
        for (operation, extent) in operators.reversed() {
            result = try node(.unary(operation, result), SourceRange(extent, through: operand.extent))
        }
        return result
    }

    /// An operand and its power, which binds tighter than a sign before it.
    private mutating func parsePower() throws(Panic) -> Expression {
        let base = try parsePostfix()
        guard at(.power), continuesExpression else { return base }
        advance()
        // The exponent may have a sign: `2 ** -1`.
        let exponent = try parseBinary(.prefix)
        return try node(.binary(.power, base, exponent), SourceRange(base.extent, through: exponent.extent))
    }

    /// `-9223372036854775808`, whose digits alone would be too large.
    private mutating func takeLeastInt() -> Expression? {
        guard at(.int), text(current).filter({ $0 != "_" }) == "9223372036854775808" else { return nil }
        let sign = previous.extent
        return Expression(.int(.min), SourceRange(sign, through: advance().extent))
    }
}
