/// A piece of LaTeX: what the parser sees.
enum FormulaToken: Equatable {
    /// `\alpha` or `\,`, without its backslash.
    case command(String)
    /// Any other character.
    case character(Character)
    /// White space, which only `\text` and command names care about.
    case white
}

/// Cuts LaTeX into tokens.
func formulaTokens(_ source: String) -> [FormulaToken] {
    var tokens: [FormulaToken] = []
    var rest = Substring(source)
    while let character = rest.popFirst() {
        if character.isWhitespace {
            if tokens.last != .white { tokens.append(.white) }
        } else if character == "%" {
            rest = rest.drop { $0 != "\n" }
        } else if character == "\\" {
            let letters = rest.prefix { $0.isASCII && $0.isLetter }
            if letters.isEmpty {
                if let sign = rest.popFirst() {
                    tokens.append(.command(sign.isWhitespace ? " " : String(sign)))
                }
            } else {
                rest = rest.dropFirst(letters.count)
                tokens.append(.command(String(letters)))
            }
        } else {
            tokens.append(.character(character))
        }
    }
    return tokens
}
