extension Lexer {
    /// A mark that some editors put before the text, and the `#!` line of a script that the shell starts.
    mutating func skipPreamble() {
        if isNext("\u{FEFF}") { position += 3 }
        guard isNext("#!") else { return }
        while !isAtLineEnd { position += 1 }
    }

    /// Skips spaces, line breaks and comments, and remembers what there was for the next token.
    mutating func skipBlanks() {
        while position < bytes.count {
            switch bytes[position] {
            case ASCII.space, ASCII.tab, ASCII.verticalTab, ASCII.formFeed:
                position += 1
                markBlank()
            case ASCII.lineFeed, ASCII.carriageReturn:
                if let string = strings.last, !string.isMultiline {
                    breakOff(string)
                    continue
                }
                position += 1
                markNewline()
            case ASCII.slash where peek(1) == ASCII.slash:
                if let string = strings.last, !string.isMultiline {
                    reportDivisionInString()
                    continue
                }
                skipLineComment()
            case ASCII.slash where peek(1) == ASCII.star:
                skipBlockComment()
            case 0x80...:
                let (scalar, length) = scalar(at: position)
                guard isBlank(scalar) else { return }
                position += length
                markBlank()
            default: return
            }
        }
    }

    /// Spaces of print, which come with text that was copied from a document.
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .spaceSeparator
    }

    private mutating func skipLineComment() {
        let start = position
        while !isAtLineEnd { position += 1 }
        markBlank()
        warnOfDivision(from: start)
    }

    /// Comments nest, so that code with comments can be commented out.
    private mutating func skipBlockComment() {
        let start = position
        var depth = 0
        var hasNewline = false
        repeat {
            if isNext("/*") {
                depth += 1
                position += 2
            } else if isNext("*/") {
                depth -= 1
                position += 2
            } else if position < bytes.count {
                hasNewline = hasNewline || isAtLineEnd
                position += 1
            } else {
                openEnded = openEnded ?? SourceRange(Int32(start), Int32(start + 2))
                report(
                    "comment", "this `/*` has no `*/`", "a comment that `/*` opens, `*/` closes", start,
                    start + 2)
                break
            }
        } while depth > 0
        hasNewline ? markNewline() : markBlank()
    }

    /// Python's `n // 2` is `n` and a comment here; the parser warns of it.
    ///
    /// It is noted for a comment that is one number or one name and stands behind an expression on the
    /// same line; brackets that it swallowed count as nothing.
    private mutating func warnOfDivision(from start: Int) {
        guard let last = tokens.last, isOnSameLine(last, start) else { return }
        switch last.kind {
        case .name, .int, .double, .rightParenthesis, .rightBracket: break
        default: return
        }
        let comment = source.text(from: start + 2, to: position)
        let swallowed: Set<Character> = [" ", "\t", ")", "]", ":", ";"]
        let operand = comment.drop { $0 == " " || $0 == "\t" }.prefix { !swallowed.contains($0) }
        let rest = comment.drop { $0 == " " || $0 == "\t" }.dropFirst(operand.count)
        guard rest.allSatisfy({ swallowed.contains($0) }), isNumberOrName(operand) else { return }
        let extent = SourceRange(Int32(start), Int32(position))
        let isSimple = last.kind == .name || last.kind == .int || last.kind == .double
        let left = isSimple ? source.text(last.extent) : "…"
        dividingComments.append(
            DividingComment(extent: extent, dividend: left, divisor: String(operand)))
    }

    private func isOnSameLine(_ token: Token, _ offset: Int) -> Bool {
        !bytes[Int(token.extent.end)..<offset].contains { $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn }
    }

    private func isNumberOrName(_ text: Substring) -> Bool {
        guard let first = text.utf8.first else { return false }
        if ASCII.isDigit(first) {
            return text.utf8.allSatisfy { ASCII.isDigit($0) || $0 == ASCII.dot || $0 == ASCII.underscore }
        }
        return (ASCII.isLetter(first) || first == ASCII.underscore)
            && text.utf8.allSatisfy { ASCII.continuesName($0) }
    }
}
