extension Parser {
    /// An operand with the calls, indexes and members behind it.
    mutating func parsePostfix() throws(Panic) -> Expression {
        var expression = try parsePrimary()
        while true {
            switch current.kind {
            case .leftParenthesis where !current.isAfterNewline:
                checkCallee(expression)
                expression = try parseCall(expression)
            case .leftBracket where !current.isAfterNewline:
                guard !isSecondRow(expression) else { return expression }
                expression = try parseIndex(expression)
            case .dot:
                expression = try parseMember(expression)
            case .leftBrace where !current.isAfterNewline && !isInHead && takesTrailingClosure(expression):
                expression = try parseTrailingClosure(expression)
            default:
                if let panic = foreignPostfix(expression) { throw panic }
                return expression
            }
        }
    }

    /// `[1, 2] [3, 4]`: two rows of a matrix without the comma between them, and no index.
    private func isSecondRow(_ expression: Expression) -> Bool {
        guard current.isAfterSpace, openBrackets.last?.kind == .leftBracket else { return false }
        if case .list = expression.kind { return true }
        return false
    }

    private func takesTrailingClosure(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .name, .member: true
        case .call(let call): !call.hasTrailingClosure
        default: false
        }
    }

    // MARK: Calls

    /// `2(x + 1)`: mathematics leaves the sign out, programs do not.
    private mutating func checkCallee(_ expression: Expression) {
        switch expression.kind {
        case .int, .double:
            guard previous.kind == .int || previous.kind == .double else { return }
            report(
                "call", "a number cannot be called", "a product needs its sign: `\(text(expression)) * (…)`",
                at: expression.extent)
        default: return
        }
    }

    /// `f(x, axis: 0)` and, on the same line, the closure behind it.
    private mutating func parseCall(_ callee: Expression) throws(Panic) -> Expression {
        var arguments: [ArgumentExpression] = []
        try parseList("call") { (parser) throws(Panic) in
            arguments.append(try parser.parseArgument())
        }
        let call = CallExpression(callee: callee, arguments: arguments, hasTrailingClosure: false)
        return try node(.call(call), SourceRange(callee.extent, through: previous.extent))
    }

    /// A closure behind a call is its last argument; behind a name it is the only one.
    private mutating func parseTrailingClosure(_ callee: Expression) throws(Panic) -> Expression {
        let closure = try parseClosure()
        var (function, arguments) = (callee, [ArgumentExpression]())
        if case .call(let call) = callee.kind { (function, arguments) = (call.callee, call.arguments) }
        arguments.append(ArgumentExpression(label: nil, value: closure))
        let call = CallExpression(callee: function, arguments: arguments, hasTrailingClosure: true)
        return try node(.call(call), SourceRange(callee.extent, through: closure.extent))
    }

    /// `value` or `label: value`; words may be labels.
    mutating func parseArgument() throws(Panic) -> ArgumentExpression {
        var label: Identifier?
        if at(.name) || current.kind.isWord, peek().kind == .colon {
            label = Identifier(text: text(current), extent: current.extent)
            advance()
            advance()
        } else if at(.name), peek().kind == .assign {
            let name = text(current)
            label = Identifier(text: name, extent: current.extent)
            let ours = advice.label(for: name, of: calledName, among: nil) ?? name
            report("call", "a label is followed by `:`", "write `\(ours): …`", at: peek().extent)
            advance()
            advance()
        }
        return ArgumentExpression(label: label, value: try parseExpression())
    }

    /// The name before the innermost open parenthesis; empty where there is none.
    private var calledName: String {
        guard let bracket = openBrackets.last else { return "" }
        let place = tokens[..<index].lastIndex { $0.extent == bracket.extent } ?? 0
        return place > 0 && tokens[place - 1].kind == .name ? text(tokens[place - 1]) : ""
    }

    // MARK: Indexes

    /// `x[0, 1...]`
    private mutating func parseIndex(_ base: Expression) throws(Panic) -> Expression {
        var arguments: [IndexArgument] = []
        let start = index
        try parseList("index") { (parser) throws(Panic) in
            arguments.append(try parser.parseIndexArgument())
        }
        let extent = SourceRange(base.extent, through: previous.extent)
        if arguments.isEmpty {
            report(
                "index", "nothing stands between the brackets", "write which element: `\(text(base))[0]`",
                at: self.extent(from: start))
        }
        return try node(.index(base, arguments), extent)
    }

    /// A value or a range; only here may an end of a range be missing.
    private mutating func parseIndexArgument() throws(Panic) -> IndexArgument {
        let start = index
        if at(.halfOpenRange) || at(.closedRange) {
            let isClosed = advance().kind == .closedRange
            // `x[...]` is everything.
            let isWhole = at(.rightBracket) || at(.comma)
            if isWhole, !isClosed { throw fail("index", "the end of the range is missing", "write `..<n`") }
            let upper: Expression? = isWhole ? nil : try parseBinary(.range.next)
            return IndexArgument(
                kind: .range(lower: nil, upper: upper, isClosed: isClosed && !isWhole),
                extent: extent(from: start))
        }
        if at(.colon) { throw colonInIndex(from: start, lower: nil) }
        let value = try parseExpression()
        if at(.colon) { throw colonInIndex(from: start, lower: value) }
        if at(.closedRange), peek().kind == .rightBracket || peek().kind == .comma {
            advance()
            return IndexArgument(
                kind: .range(lower: value, upper: nil, isClosed: false), extent: extent(from: start))
        }
        if case .range(let lower, let upper, let isClosed) = value.kind {
            return IndexArgument(
                kind: .range(lower: lower, upper: upper, isClosed: isClosed), extent: value.extent)
        }
        return IndexArgument(kind: .value(value), extent: value.extent)
    }

    // MARK: Members

    /// `x.shape`, and `pair.0` of a tuple.
    private mutating func parseMember(_ base: Expression) throws(Panic) -> Expression {
        let dot = advance()
        guard !current.isAfterNewline, at(.name) || at(.int) || current.kind.isWord || at(.underscore) else {
            let isEnd = at(.endOfFile) || current.isAfterNewline
            throw fail(
                "member", "a name is missing behind the dot", isEnd ? "" : "\(found())", at: dot.extent)
        }
        let name = Identifier(text: text(current), extent: current.extent)
        advance()
        return try node(.member(base, name), SourceRange(base.extent, through: name.extent))
    }
}
