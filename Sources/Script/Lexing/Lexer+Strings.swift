extension Lexer {
    /// The opening quotes: `"`, or `"""` of a text over several lines.
    mutating func openString() {
        let start = position
        let isMultiline = isNext("\"\"\"")
        position += isMultiline ? 3 : 1
        let quote = SourceRange(Int32(start), Int32(position))
        emit(.openQuote, from: start, isMultiline ? .isMultiline : [])
        let mayHaveLines = isMultiline || (strings.last?.mayHaveLines ?? false)
        strings.append(
            OpenString(
                quote: quote, token: tokens.count - 1, isMultiline: isMultiline, mayHaveLines: mayHaveLines))
        guard isMultiline else { return }
        let content = position
        while peek() == ASCII.space || peek() == ASCII.tab { position += 1 }
        if !isAtLineEnd {
            report(
                "string", "text stands on the line of the opening quotes",
                "behind `\"\"\"` the text begins on the next line; in one line, write it between `\"` and `\"`",
                start, content)
        }
        position = content
    }

    /// The text of a string up to its next interpolation or its closing quotes.
    mutating func lexText(of string: OpenString) {
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case ASCII.backslash where peek(1) == ASCII.leftParenthesis:
                emitText(from: start)
                position += 2
                emit(.interpolationStart, from: position - 2)
                strings[strings.count - 1].parentheses = 0
                strings[strings.count - 1].interpolation = SourceRange(Int32(position - 2), Int32(position))
                return
            case ASCII.backslash where !string.isMultiline && isBreak(peek(1)):
                position += 1
            case ASCII.backslash:
                position = min(position + 2, bytes.count)
            case ASCII.quote where !string.isMultiline || isNext("\"\"\""):
                emitText(from: start)
                let quote = position
                position += string.isMultiline ? 3 : 1
                if string.isMultiline { closingQuotes[string.token] = tokens.count }
                emit(.closeQuote, from: quote, string.isMultiline ? .isMultiline : [])
                strings.removeLast()
                return
            case ASCII.lineFeed where !string.isMultiline, ASCII.carriageReturn where !string.isMultiline:
                emitText(from: start)
                return breakOff(string)
            default:
                position += 1
            }
        }
        emitText(from: start)
        closeAtEndOfFile()
    }

    /// Ends a string of one line where its line ends.
    mutating func breakOff(_ string: OpenString) {
        let (start, end) = (Int(string.quote.start), Int(string.quote.end))
        // Inside an interpolation that the same line break cuts off, only the outer one is told.
        if strings.count > 1, !strings[strings.count - 2].mayHaveLines { return closeInnermost() }
        if string.parentheses == nil {
            report(
                "string", "the closing quote is missing", "a string ends with `\"` on its own line", start,
                end)
        } else {
            report(
                "string", "this `\\(` has no `)` on its line",
                "`\\(` puts a value into a string, up to its `)`", Int(string.interpolation.start),
                Int(string.interpolation.end))
        }
        closeInnermost()
    }

    mutating func closeAtEndOfFile() {
        while let string = strings.last {
            guard string.isMultiline else {
                breakOff(string)
                continue
            }
            openEnded = openEnded ?? string.quote
            report(
                "string", "the closing quotes are missing", "a text that `\"\"\"` opens, `\"\"\"` closes",
                Int(string.quote.start), Int(string.quote.end))
            closeInnermost()
        }
    }

    /// Emits the tokens that the parser waits for, of no width.
    private mutating func closeInnermost() {
        let string = strings.removeLast()
        if string.parentheses != nil { emit(.interpolationEnd, from: position, .isBroken) }
        emit(.closeQuote, from: position, string.isMultiline ? [.isMultiline, .isBroken] : .isBroken)
    }

    private mutating func emitText(from start: Int) {
        if position > start { emit(.text, from: start) }
    }

    private func isBreak(_ byte: UInt8) -> Bool {
        byte == ASCII.lineFeed || byte == ASCII.carriageReturn
    }

    /// `'x'`, `“x”`: read as the string that was meant.
    mutating func lexForeignString(quote closing: Unicode.Scalar) {
        let start = position
        let isTriple = closing == "'" && isAtThreeApostrophes
        position += isTriple ? 3 : scalar(at: position).length
        let content = position
        while !isAtLineEnd, isTriple ? !isAtThreeApostrophes : !isClosing(closing) {
            position += peek() == ASCII.backslash ? 2 : 1
        }
        position = min(position, bytes.count)
        guard !isAtLineEnd else {
            position = content
            let mark = source.text(from: start, to: content)
            return report(
                "string", "`\(mark)` is no quote here", "strings stand between `\"` and `\"`", start, content)
        }
        let end = position
        let text = source.text(from: content, to: end)
        let note = text.contains("\"") ? "write `\"`" : "write `\"\(shortSource(text))\"`"
        report("string", "a string stands between double quotes `\"`", note, start, content)
        position = content
        emit(.openQuote, from: start, .isBroken)
        position = end
        emitText(from: content)
        position += isTriple ? 3 : scalar(at: position).length
        emit(.closeQuote, from: end, .isBroken)
    }

    private var isAtThreeApostrophes: Bool {
        (0..<3).allSatisfy { peek($0) == ASCII.apostrophe }
    }

    private func isClosing(_ closing: Unicode.Scalar) -> Bool {
        if bytes[position] < 0x80 {
            return bytes[position] == closing.value || (closing != "'" && peek() == ASCII.quote)
        }
        guard bytes[position] >= 0xC0 else { return false }
        let next = scalar(at: position).scalar
        return next == closing || (closing != "'" && typographicQuotes[next] != nil)
    }

    /// `"\(n // 2)"`: a comment would swallow the string's end.
    mutating func reportDivisionInString() {
        let start = position
        position += 2
        let words = advice.words(on: .flooredDivision).map { filled($0, ["a", "b"]) }
        report("string", "`//` does not divide", words ?? "`//` begins a comment", start, position)
        emit(.slash, from: start, .isBroken)
    }
}
