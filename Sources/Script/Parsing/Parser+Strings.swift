extension Parser {
    /// A string with its interpolations.
    mutating func parseString() throws(Panic) -> Expression {
        let open = advance()
        let start = index - 1
        var pieces: [StringPiece] = []
        var literal = StringLiteral(source: source, isMultiline: open.flags.contains(.isMultiline))
        if let closing = closingQuotes[start] { literal.findIndentation(closing: tokens[closing]) }
        while !at(.closeQuote), !at(.endOfFile) {
            guard at(.interpolationStart) else {
                let token = advance()
                let isLast = at(.closeQuote)
                let text = literal.decoded(token.extent, isFirst: index - 2 == start, isLast: isLast)
                if !text.isEmpty { pieces.append(.text(text)) }
                continue
            }
            pieces.append(try parseInterpolation())
        }
        advance()
        if let mistake = literal.mistake {
            report("string", mistake.problem, mistake.note, at: mistake.extent)
        }
        let extent = extent(from: start)
        if pieces.isEmpty { return Expression(.string(""), extent) }
        if pieces.count == 1, case .text(let text) = pieces[0] { return Expression(.string(text), extent) }
        return try node(.interpolation(pieces), extent)
    }

    /// `\(total, digits: 3)`
    private mutating func parseInterpolation() throws(Panic) -> StringPiece {
        let start = current
        var arguments: [ArgumentExpression] = []
        try parseList("string") { (parser) throws(Panic) in
            arguments.append(try parser.parseArgument())
        }
        guard let first = arguments.first else {
            throw fail(
                "string", "nothing stands in this `\\( )`", "`\\(x)` puts the value of x in", at: start.extent
            )
        }
        if let label = first.label {
            report(
                "string", "a value is missing before `\(label.text):`", "write `\\(x, \(label.text): …)`",
                at: label.extent)
        }
        for option in arguments.dropFirst() where option.label == nil {
            report(
                "string", "a `\\( )` holds one value",
                "what follows the comma has a label, as in `\\(x, digits: 3)`", at: option.value.extent)
        }
        return .value(first.value, options: Array(arguments.dropFirst()))
    }
}
