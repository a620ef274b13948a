extension Parser {
    /// A literal, a name, a closure, or something in brackets.
    mutating func parsePrimary() throws(Panic) -> Expression {
        let token = current
        switch token.kind {
        case .name:
            if let foreign = try parseForeignOperand() { return foreign }
            advance()
            return Expression(.name(text(token)), token.extent)
        case .underscore:
            advance()
            return Expression(.lastResult, token.extent)
        case .int, .double: return parseNumber()
        case .openQuote: return try parseString()
        case .shorthand: return parseShorthand()
        case .trueWord, .falseWord:
            advance()
            return Expression(.bool(token.kind == .trueWord), token.extent)
        case .nilWord:
            advance()
            return Expression(.nil, token.extent)
        case .leftParenthesis: return try parseParentheses()
        case .leftBracket: return try parseListOrDictionary()
        case .leftBrace where !isInHead: return try parseClosure()
        default: throw expectedOperand()
        }
    }

    // MARK: Numbers

    private mutating func parseNumber() -> Expression {
        let token = advance()
        let digits = text(token).filter { $0 != "_" }
        // The lexer has already reported what is no number, `2x` or `1.2.3`; any value will do for those.
        if token.flags.contains(.isBroken) { return Expression(.int(0), token.extent) }
        if token.kind == .double {
            let value = Double(digits) ?? 0
            if value.isInfinite {
                report("number", "this number is too large", "the largest is about 1.8e308", at: token.extent)
            }
            return Expression(.double(value), token.extent)
        }
        if let value = intValue(digits) { return Expression(.int(value), token.extent) }
        report(
            "number", "this whole number is too large",
            "the largest is 9223372036854775807; `\(digits.prefix(20)).0` is a Double", at: token.extent)
        return Expression(.int(0), token.extent)
    }

    private func intValue(_ digits: String) -> Int? {
        switch digits.prefix(2) {
        case "0x": Int(digits.dropFirst(2), radix: 16)
        case "0o": Int(digits.dropFirst(2), radix: 8)
        case "0b": Int(digits.dropFirst(2), radix: 2)
        default: Int(digits)
        }
    }

    /// `$0`: the innermost closure's first parameter.
    private mutating func parseShorthand() -> Expression {
        let token = advance()
        let number = Int(text(token).dropFirst()) ?? Int.max
        guard let context = functions.last, context.isClosure else {
            report(
                "closure", "`\(text(token))` stands outside of a closure",
                "`$0` is the first parameter of the `{ … }` around it", at: token.extent)
            return Expression(.shorthand(0), token.extent)
        }
        if context.hasNamedParameters {
            report(
                "closure", "`\(text(token))` stands in a closure that names its parameters",
                "use the names before `in`", at: token.extent)
        } else if number > 9 {
            report(
                "closure", "`$9` is the last of its kind", "name the parameters: `{ x, y in … }`",
                at: token.extent)
        } else {
            functions[functions.count - 1].shorthandCount = max(context.shorthandCount, number + 1)
        }
        return Expression(.shorthand(min(number, 9)), token.extent)
    }

    // MARK: Brackets

    /// `(x)`, `(a, b)` or `()`.
    private mutating func parseParentheses() throws(Panic) -> Expression {
        let start = index
        var elements: [Expression] = []
        try parseList("parentheses") { (parser) throws(Panic) in
            elements.append(try parser.parseExpression())
            if parser.at(.assign) { throw parser.assignmentInExpression() }
        }
        let extent = extent(from: start)
        let hasComma = tokens[index - 2].kind == .comma
        if elements.count == 1, !hasComma { return elements[0].parenthesized(extent) }
        if elements.count == 1 {
            report(
                "tuple", "a tuple has two elements or more",
                "leave the comma out, or write a list: `[\(text(elements[0]))]`", at: tokens[index - 2].extent
            )
        }
        return try node(.tuple(elements), extent)
    }

    /// `[1, 2]`, `["a": 1]`, `[]` or `[:]`.
    private mutating func parseListOrDictionary() throws(Panic) -> Expression {
        let start = index
        if peek().kind == .colon, peek(2).kind == .rightBracket {
            for _ in 0..<3 { advance() }
            return try node(.dictionary([]), extent(from: start))
        }
        var elements: [Expression] = []
        var entries: [DictionaryEntry] = []
        try parseList("list") { (parser) throws(Panic) in
            let value = try parser.parseExpression()
            if parser.at(.assign) {
                throw parser.fail(
                    "list", "`=` cannot stand in a list", "an entry of a dictionary is `key: value`")
            }
            guard parser.at(.colon) else {
                if !entries.isEmpty {
                    parser.report(
                        "dictionary", "a value is missing for `\(parser.text(value))`",
                        "every entry is a key, `:` and a value", at: value.extent)
                }
                return elements.append(value)
            }
            if !elements.isEmpty {
                parser.report(
                    "list", "an entry of a dictionary stands in a list",
                    "either every entry has a `:`, or none has")
            }
            parser.advance()
            entries.append(DictionaryEntry(key: value, value: try parser.parseExpression()))
        }
        let kind: Expression.Kind = entries.isEmpty ? .list(elements) : .dictionary(entries)
        return try node(kind, extent(from: start))
    }
}
