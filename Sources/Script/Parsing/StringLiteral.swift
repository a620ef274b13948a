/// Turns the source of a string into its text: escapes, and the indentation of a text over several lines.
struct StringLiteral {
    let source: SourceFile
    let isMultiline: Bool
    /// What stands before the closing `"""` is taken off every line.
    private var indentation: ArraySlice<UInt8> = []
    private(set) var mistake: (problem: String, note: String, extent: SourceRange)?

    init(source: SourceFile, isMultiline: Bool) {
        self.source = source
        self.isMultiline = isMultiline
    }

    mutating func findIndentation(closing: Token) {
        let start = Int(closing.extent.start)
        let line = source.lineBounds(around: start)
        let before = source.bytes[line.lowerBound..<start]
        if before.allSatisfy({ $0 == ASCII.space || $0 == ASCII.tab }) {
            indentation = before
        } else {
            note(
                "text stands on the line of the closing quotes",
                "`\"\"\"` stands on a line of its own, below the text", closing.extent)
        }
    }

    /// The text of one stretch. The line break behind the opening quotes and the one before the closing
    /// quotes are not part of it.
    mutating func decoded(_ extent: SourceRange, isFirst: Bool, isLast: Bool) -> String {
        let bytes = source.bytes[Int(extent.start)..<Int(extent.end)]
        var position = bytes.startIndex
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        if isMultiline, isFirst {
            while position < bytes.endIndex, bytes[position] == ASCII.space || bytes[position] == ASCII.tab {
                position += 1
            }
            if let next = skipBreak(bytes, position) {
                position = next
                skipIndentation(bytes, &position, isLast: isLast)
            }
        }
        while position < bytes.endIndex {
            if bytes[position] == ASCII.backslash {
                decodeEscape(bytes, &position, &result, isLast: isLast)
            } else if isMultiline, let next = skipBreak(bytes, position) {
                position = next
                result.append(ASCII.lineFeed)
                skipIndentation(bytes, &position, isLast: isLast)
            } else {
                result.append(bytes[position])
                position += 1
            }
        }
        if isMultiline, isLast, result.last == ASCII.lineFeed { result.removeLast() }
        return String(decoding: result, as: UTF8.self)
    }

    /// The position behind a line break, if one stands here.
    private func skipBreak(_ bytes: ArraySlice<UInt8>, _ position: Int) -> Int? {
        guard position < bytes.endIndex else { return nil }
        if bytes[position] == ASCII.lineFeed { return position + 1 }
        guard bytes[position] == ASCII.carriageReturn else { return nil }
        let next = position + 1
        return next < bytes.endIndex && bytes[next] == ASCII.lineFeed ? next + 1 : next
    }

    /// Skips what the line has in common with the line of the closing quotes; a blank line may have less.
    private mutating func skipIndentation(_ bytes: ArraySlice<UInt8>, _ position: inout Int, isLast: Bool) {
        let start = position
        for byte in indentation {
            guard position < bytes.endIndex, bytes[position] == byte else { break }
            position += 1
        }
        guard position - start < indentation.count else { return }
        let isBlank = position < bytes.endIndex ? skipBreak(bytes, position) != nil : isLast
        guard !isBlank else { return }
        note(
            "this line is indented less than the closing quotes",
            "the spaces before the closing `\"\"\"` are taken off every line; a line needs at least as many",
            SourceRange(Int32(position), Int32(position + 1)))
    }

    private mutating func decodeEscape(
        _ bytes: ArraySlice<UInt8>, _ position: inout Int, _ result: inout [UInt8], isLast: Bool
    ) {
        let start = position
        position += 1
        guard position < bytes.endIndex else { return }
        let letter = bytes[position]
        position += 1
        switch letter {
        case UInt8(ascii: "n"): result.append(ASCII.lineFeed)
        case UInt8(ascii: "t"): result.append(ASCII.tab)
        case UInt8(ascii: "r"): result.append(ASCII.carriageReturn)
        case UInt8(ascii: "0"): result.append(0)
        case ASCII.backslash, ASCII.quote, ASCII.apostrophe: result.append(letter)
        case UInt8(ascii: "u"): decodeScalar(bytes, &position, &result, start)
        default:
            if isMultiline, let next = skipBreak(bytes, position - 1) {
                // A backslash at a line's end joins it with the next.
                position = next
                return skipIndentation(bytes, &position, isLast: isLast)
            }
            while position < bytes.endIndex, bytes[position] & 0xC0 == 0x80 { position += 1 }
            let escape = source.text(from: start, to: position)
            note(
                "`\(escape)` means nothing in a string",
                "there are \\n, \\t, \\r, \\0, \\\\, \\\", \\' and \\u{…}; a backslash itself is `\\\\`",
                SourceRange(Int32(start), Int32(position)))
        }
    }

    /// `\u{3C3}`
    private mutating func decodeScalar(
        _ bytes: ArraySlice<UInt8>, _ position: inout Int, _ result: inout [UInt8], _ start: Int
    ) {
        var end = position
        while end < bytes.endIndex, end - position < 10, bytes[end] != ASCII.rightBrace { end += 1 }
        let text = source.text(from: position, to: end)
        let isClosed = end < bytes.endIndex && bytes[end] == ASCII.rightBrace
        if isClosed, text.first == "{", text.count > 1, !text.contains("+"),
            let value = UInt32(text.dropFirst(), radix: 16), let scalar = Unicode.Scalar(value)
        {
            result += Array(String(Character(scalar)).utf8)
            position = end + 1
            return
        }
        if isClosed, text.first == "{" { position = end + 1 }
        note(
            "this is no character's code", "`\\u{3C3}` is the character with the hexadecimal code 3C3, σ",
            SourceRange(Int32(start), Int32(position)))
    }

    private mutating func note(_ problem: String, _ note: String, _ extent: SourceRange) {
        if mistake == nil { mistake = (problem, note, extent) }
    }
}
