extension Parser {
    /// `func name(x, from low = 0) { … }`
    mutating func parseFunction() throws(Panic) -> Statement.Kind {
        try parseFunction(after: advance())
    }

    mutating func parseFunction(after word: Token) throws(Panic) -> Statement.Kind {
        if at(.leftParenthesis), !isAtLineBreak {
            throw fail(
                "func", "a name is missing", "a function without a name is a closure: `{ x in … }`",
                at: word.extent)
        }
        guard at(.name), !isAtLineBreak else {
            if current.kind.isWord, !isAtLineBreak {
                throw fail(
                    "func", "`\(text(current))` cannot be a name",
                    "it is a word of the language; choose another name")
            }
            throw fail("func", "a name is missing", found())
        }
        let name = Identifier(text: text(current), extent: current.extent)
        advance()
        guard at(.leftParenthesis), !current.isAfterNewline else {
            throw fail(
                "func", "the parentheses are missing",
                "write `func \(name.text)()`, with the parameters between", at: name.extent)
        }
        var parameters: [ParameterDeclaration] = []
        try parseList("func") { (parser) throws(Panic) in
            parameters.append(try parser.parseParameter())
        }
        checkParameters(parameters)
        skipResultType()
        if at(.assign), !isAtLineBreak {
            throw fail("func", "the body stands in braces", "write `func \(name.text)(…) { … }`")
        }
        functions.append(FunctionContext(isClosure: false, hasNamedParameters: true))
        defer { functions.removeLast() }
        let body = try parseBlock("func", head: word, isFunctionBody: true)
        return .function(FunctionDeclaration(name: name, parameters: parameters, body: body))
    }

    /// `x`, `x = 1`, `from low`, `from low = 0`
    private mutating func parseParameter() throws(Panic) -> ParameterDeclaration {
        if at(.underscore), peek().kind == .name {
            report(
                "func", "`_` is not needed here", "a parameter without a label is given by its position",
                at: current.extent)
            advance()
        }
        guard at(.name) || (current.kind.isWord && peek().kind == .name) else {
            if current.kind.isWord {
                throw fail(
                    "func", "`\(text(current))` cannot be a name",
                    "it is a word of the language; choose another name")
            }
            throw fail("func", "a parameter is a name", found())
        }
        var label: Identifier?
        var name = Identifier(text: text(current), extent: current.extent)
        advance()
        if at(.name), !current.isAfterNewline {
            label = name
            name = Identifier(text: text(current), extent: current.extent)
            advance()
        }
        if at(.colon) {
            report(
                "func", "parameters have no types here", "write the name alone: `\(name.text)`",
                at: current.extent)
            skipType()
        }
        var defaultValue: Expression?
        if take(.assign) != nil { defaultValue = try parseExpression() }
        return ParameterDeclaration(label: label, name: name, defaultValue: defaultValue)
    }

    /// Names differ from one another, and so do labels.
    private mutating func checkParameters(_ parameters: [ParameterDeclaration]) {
        checkDistinct(parameters.map(\.name), in: "func")
        checkDistinct(parameters.map { $0.label ?? $0.name }, in: "func")
    }

    /// `: Int` or `: [Double]` of a parameter, up to what follows it.
    private mutating func skipType() {
        while !at(.comma), !at(.assign), !at(.rightParenthesis), !at(.endOfFile), !at(.leftBrace) {
            advance()
        }
    }

    /// `-> Int`
    private mutating func skipResultType() {
        guard at(.foreign), text(current) == "->", !isAtLineBreak else { return }
        let start = index
        advance()
        while !at(.leftBrace), !isAtStatementEnd, !at(.colon) { advance() }
        report(
            "func", "a function names no type for its value",
            "leave `\(source.text(extent(from: start)))` out",
            at: extent(from: start))
    }
}
