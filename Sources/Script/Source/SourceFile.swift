/// A text that was read as Duel: a file, a cell of one, or a line typed at the prompt.
///
/// It keeps the bytes as they came, so that a text that is not UTF-8 can still be shown and explained.
/// Offsets everywhere in the front end are offsets into these bytes.
public final class SourceFile: Sendable {
    /// What messages call it: `ring.duel`, `lesson:3`, `In[4]`.
    public let name: String
    /// The text as bytes, meant to be UTF-8.
    public let bytes: [UInt8]
    /// The number of the first line, so that a cell keeps the line numbers of its file.
    public let firstLine: Int

    /// A source with the given text.
    public init(name: String, text: String, firstLine: Int = 1) {
        self.name = name
        self.bytes = Array(text.utf8)
        self.firstLine = firstLine
    }

    /// A source from bytes of unknown quality; the parser says so when they are not UTF-8.
    public init(name: String, bytes: [UInt8], firstLine: Int = 1) {
        self.name = name
        self.bytes = bytes
        self.firstLine = firstLine
    }

    /// The text; bytes that are not UTF-8 appear as U+FFFD.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The text between two byte offsets.
    public func text(from start: Int, to end: Int) -> String {
        let lower = min(max(start, 0), bytes.count)
        let upper = min(max(end, lower), bytes.count)
        return String(decoding: bytes[lower..<upper], as: UTF8.self)
    }

    func text(_ extent: SourceRange) -> String {
        text(from: Int(extent.start), to: Int(extent.end))
    }

    func span(_ extent: SourceRange) -> Span {
        Span(source: self, start: Int(extent.start), end: Int(extent.end))
    }

    /// The byte range of the line that holds `offset`, without its line break.
    func lineBounds(around offset: Int) -> Range<Int> {
        let offset = min(max(offset, 0), bytes.count)
        var start = offset
        while start > 0, !isLineBreak(bytes[start - 1]) { start -= 1 }
        var end = offset
        while end < bytes.count, !isLineBreak(bytes[end]) { end += 1 }
        return start..<end
    }

    /// Where `offset` lies for a reader: lines and columns count from 1, columns in characters.
    public func position(at offset: Int) -> Position {
        let offset = min(max(offset, 0), bytes.count)
        var line = firstLine
        var lineStart = 0
        var index = 0
        while index < offset {
            let byte = bytes[index]
            index += 1
            guard isLineBreak(byte) else { continue }
            // "\r\n" is one line break, counted at its "\n".
            if byte == ASCII.carriageReturn, index < bytes.count, bytes[index] == ASCII.lineFeed { continue }
            line += 1
            lineStart = index
        }
        return Position(line: line, column: text(from: lineStart, to: offset).count + 1)
    }
}

/// A place in a text as a reader counts it.
public struct Position: Hashable, Sendable {
    /// The line's number, counted from the source's first line.
    public let line: Int
    /// The column in characters, counted from 1; a tab is one character.
    public let column: Int
}

private func isLineBreak(_ byte: UInt8) -> Bool {
    byte == ASCII.lineFeed || byte == ASCII.carriageReturn
}
