/// The parts of a script that are shown in different colors.
enum CodePart {
    case keyword
    case string
    case number
    case comment
    case other
}

/// Cuts a script into its parts, for colors only: a rough eye, not the language's own reader, so that a cell
/// that does not parse has colors too.
func codePieces(_ source: String) -> [(text: Substring, part: CodePart)] {
    var pieces: [(text: Substring, part: CodePart)] = []
    var rest = source[...]
    while let character = rest.first {
        let piece: Substring
        var part = CodePart.other
        if rest.hasPrefix("//") {
            piece = rest.prefix { $0 != "\n" }
            part = .comment
        } else if rest.hasPrefix("/*") {
            piece = rest[..<(rest.dropFirst(2).firstRange(of: "*/")?.upperBound ?? rest.endIndex)]
            part = .comment
        } else if character == "\"" {
            piece = stringLiteral(rest)
            part = .string
        } else if character.isLetter || character == "_" {
            piece = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            if CodePainter.keywords.contains(String(piece)) { part = .keyword }
        } else if character.isASCII, character.isNumber {
            piece = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            part = .number
        } else {
            piece = rest.prefix(1)
        }
        pieces.append((piece, part))
        rest = rest[piece.endIndex...]
    }
    return pieces
}

private func stringLiteral(_ text: Substring) -> Substring {
    let mark = text.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
    var index = text.index(text.startIndex, offsetBy: mark.count)
    while index < text.endIndex {
        if text[index] == "\\" {
            index = text.index(index, offsetBy: 2, limitedBy: text.endIndex) ?? text.endIndex
        } else if text[index...].hasPrefix(mark) {
            return text[..<text.index(index, offsetBy: mark.count)]
        } else if text[index] == "\n", mark.count == 1 {
            return text[..<index]
        } else {
            index = text.index(after: index)
        }
    }
    return text
}
