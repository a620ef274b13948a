extension Parser {
    /// `{ x, y in … }` or `{ $0 * 2 }`
    mutating func parseClosure() throws(Panic) -> Expression {
        let start = index
        let parameters = try closureHeader()
        if parameters == nil { try checkForeignClosure() }
        functions.append(FunctionContext(isClosure: true, hasNamedParameters: parameters != nil))
        defer { functions.removeLast() }
        let wasInHead = isInHead
        isInHead = false
        defer { isInHead = wasInHead }
        let body = try parseBraces("closure") { (parser) throws(Panic) in
            guard let end = parameters?.end else { return }
            parser.index = end
        }
        checkValues(of: body)
        let shorthandCount = functions.last?.shorthandCount ?? 0
        let named = parameters?.patterns ?? []
        let closure = Closure(
            parameters: shorthandCount > 0 ? .shorthand(count: shorthandCount) : .named(named), body: body)
        return try node(.closure(closure), extent(from: start))
    }

    /// The parameters before `in`, and the index behind it; nil when the closure has no such head.
    private mutating func closureHeader() throws(Panic) -> (patterns: [Pattern], end: Int)? {
        var end = index + 1
        scan: while true {
            switch tokens[end].kind {
            case .inWord: break scan
            case .name, .underscore, .comma, .leftParenthesis, .rightParenthesis, .colon: end += 1
            case .foreign where text(tokens[end]) == "->": end += 1
            default: return nil
            }
        }
        let brace = index
        defer { index = brace }
        index += 1
        // `{ (x, y) in … }` is `{ x, y in … }`.
        let isWrapped =
            at(.leftParenthesis) && tokens[end - 1].kind == .rightParenthesis && isOneGroup(to: end)
        if isWrapped { index += 1 }
        var patterns: [Pattern] = []
        while index < end, !at(.rightParenthesis) {
            patterns.append(try parsePattern(of: "closure", mayBeginLine: true))
            if at(.colon) || text(current) == "->" {
                throw fail(
                    "closure", "parameters have no types here", "write the names alone: `{ x, y in … }`")
            }
            guard take(.comma) == nil else { continue }
            guard index == end || at(.rightParenthesis) else {
                throw fail(
                    "closure", "a comma is missing", "parameters are separated by `,`: `{ x, y in … }`")
            }
        }
        checkDistinct(patterns.flatMap(\.names), in: "closure")
        return (patterns, end + 1)
    }

    /// Whether the parenthesis at hand is closed just before `end`.
    private func isOneGroup(to end: Int) -> Bool {
        var depth = 0
        for position in index..<end {
            if tokens[position].kind == .leftParenthesis { depth += 1 }
            if tokens[position].kind == .rightParenthesis { depth -= 1 }
            if depth == 0 { return position == end - 1 }
        }
        return false
    }

    /// Closures and dictionaries as other languages write them.
    private mutating func checkForeignClosure() throws(Panic) {
        let first = peek()
        let second = peek(2)
        switch (first.kind, second.kind) {
        case (.openQuote, .text) where peek(3).kind == .closeQuote && peek(4).kind == .colon,
            (.int, .colon), (.name, .colon):
            let colon = first.kind == .openQuote ? peek(4) : second
            throw fail(
                "dictionary", "a dictionary stands in square brackets",
                "write `[\(source.text(SourceRange(first.extent, through: colon.extent))) …]`",
                at: current.extent)
        case (.name, .foreign) where text(second) == "=>" || text(second) == "->":
            throw fail(
                "closure", "the parameters are followed by `in`",
                "write `{ \(text(first)) in … }`", at: second.extent)
        case (.foreign, .name) where text(first) == "|":
            throw fail(
                "closure", "the parameters are followed by `in`",
                "write `{ \(text(second)) in … }`", at: first.extent)
        case (.name, .comma), (.name, .name):
            // `{ x, y x + y }`: names, and then an expression without `in`.
            guard let end = namesBeforeExpression() else { return }
            let names = source.text(SourceRange(first.extent, through: tokens[end - 1].extent))
            throw fail(
                "closure", "`in` is missing behind the parameters", "write `{ \(names) in … }`",
                at: tokens[end].extent)
        default: return
        }
    }

    /// The index of the token behind `{ x, y`, when an operand stands there.
    private func namesBeforeExpression() -> Int? {
        var position = index + 2
        while tokens[position].kind == .comma, tokens[min(position + 1, tokens.count - 1)].kind == .name {
            position += 2
        }
        let next = tokens[position]
        return next.kind.startsOperand && !next.isAfterNewline && next.kind != .leftParenthesis
            && next.kind != .leftBracket && next.kind != .leftBrace ? position : nil
    }
}
