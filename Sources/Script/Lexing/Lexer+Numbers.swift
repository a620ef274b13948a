extension Lexer {
    /// `.5`, unless it follows a value, as in the member `pair.0`.
    var startsFraction: Bool {
        guard ASCII.isDigit(peek(1)) else { return false }
        guard let last = tokens.last, Int(last.extent.end) == position else { return true }
        return switch last.kind {
        case .name, .int, .rightParenthesis, .rightBracket, .shorthand, .rightBrace: false
        default: true
        }
    }

    /// `256`, `1_000`, `0.5`, `1e-3`, `0xFF`, `0b101`, `0o17`. The parser finds their value.
    mutating func lexNumber() {
        let start = position
        // Behind a dot it is the place of a tuple's element: the `0` and the `1` of `t.0.1`.
        if tokens.last?.kind == .dot {
            skipDigits()
            return finishNumber(.int, start)
        }
        if peek() == ASCII.zero, let radix = radix(of: peek(1)), isDigit(peek(2), radix) {
            position += 2
            while isDigit(peek(), radix) || peek() == ASCII.underscore { position += 1 }
            return finishNumber(.int, start)
        }
        skipDigits()
        if position > start + 1, bytes[start] == ASCII.zero { reportLeadingZero(from: start) }
        var kind = Token.Kind.int
        if peek() == ASCII.dot, ASCII.isDigit(peek(1)) {
            kind = .double
            position += 1
            skipDigits()
        }
        if peek() | 0x20 == UInt8(ascii: "e") {
            let sign = peek(1) == ASCII.plus || peek(1) == ASCII.minus ? 1 : 0
            if ASCII.isDigit(peek(1 + sign)) {
                kind = .double
                position += 1 + sign
                skipDigits()
            }
        }
        if bytes[start] == ASCII.dot {
            let text = source.text(from: start, to: position)
            report("number", "a number does not begin with a dot", "write `0\(text)`", start, position)
        }
        finishNumber(kind, start)
    }

    /// 010 would be ten in other languages; in `1,000` the zeros would be a number of their own.
    private mutating func reportLeadingZero(from start: Int) {
        let number = source.text(from: start, to: position)
        if tokens.count > 1, let comma = tokens.last, comma.kind == .comma, Int(comma.extent.end) == start {
            let whole = tokens[tokens.count - 2]
            if whole.kind == .int, whole.extent.end == comma.extent.start {
                let before = source.text(from: Int(whole.extent.start), to: Int(whole.extent.end))
                return report(
                    "number", "a number has no commas", adviceOnComma(between: before, and: number),
                    Int(comma.extent.start), start)
            }
        }
        let plain = number.drop { $0 == "0" || $0 == "_" }
        report(
            "number", "a whole number does not begin with 0",
            "write `\(plain.isEmpty ? "0" : plain)`; thousands are set apart as in `1_000`", start, position)
    }

    private mutating func finishNumber(_ kind: Token.Kind, _ start: Int) {
        let end = position
        skipNameCharacters()
        let number = source.text(from: start, to: end)
        if position > end {
            let suffix = source.text(from: end, to: position)
            let isSuffix = ["f", "F", "l", "L", "d", "u", "U", "j"].contains(suffix)
            let note =
                isSuffix
                ? "a number has no letter behind it: write `\(number)`"
                : "a name does not begin with a digit, and a product needs its sign: `\(number) * \(suffix)`"
            report("number", "`\(number)` runs into `\(suffix)`", note, start, position)
        } else if kind == .double, peek() == ASCII.dot, ASCII.isDigit(peek(1)) {
            while peek() == ASCII.dot, ASCII.isDigit(peek(1)) {
                position += 1
                skipDigits()
            }
            report("number", "this number has two dots", "a number has one dot at most", start, position)
        } else if kind == .int, peek() == ASCII.dot, isBareDot, tokens.last?.kind != .dot {
            position += 1
            report("number", "digits are missing behind the dot", "write `\(number).0`", start, position)
            return emit(.double, from: start, .isBroken)
        }
        emit(kind, from: start)
    }

    /// A dot that belongs to no member and no range: `5.` as other languages write it.
    private var isBareDot: Bool {
        let next = peek(1)
        return next != ASCII.dot && !ASCII.continuesName(next) && next < 0x80
    }

    private mutating func skipDigits() {
        while ASCII.isDigit(peek()) || peek() == ASCII.underscore { position += 1 }
    }

    private func radix(of letter: UInt8) -> Int? {
        switch letter {
        case UInt8(ascii: "x"): 16
        case UInt8(ascii: "o"): 8
        case UInt8(ascii: "b"): 2
        default: nil
        }
    }

    private func isDigit(_ byte: UInt8, _ radix: Int) -> Bool {
        Character(Unicode.Scalar(byte)).hexDigitValue.map { $0 < radix && byte < 0x80 } ?? false
    }
}

/// What to write instead of a number with a comma in it.
func adviceOnComma(between whole: String, and rest: String) -> String {
    rest.utf8.count == 3 && whole != "0"
        ? "write `\(whole)_\(rest)`, or leave the comma out" : "write a dot: `\(whole).\(rest)`"
}
