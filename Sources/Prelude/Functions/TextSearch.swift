import Glibc
import Script

/// The search for a part in a text, whole characters against whole characters; steps are paid on the way.
struct TextSearch {
    private let part: String
    private let text: String
    private let interpreter: Interpreter
    /// Whether characters are bytes in both: all of them ASCII, and no line end of two bytes in play.
    private let isPlain: Bool

    /// Bytes that are searched between two looks at the limits.
    private static let stretch = 1 << 20

    /// A search for a part, which is not empty.
    init(for part: String, in text: String, _ interpreter: Interpreter) throws {
        self.part = part
        self.text = text
        self.interpreter = interpreter
        try interpreter.spend(bytes: text.utf8.count + part.utf8.count)
        let returns = part.utf8.contains { $0 == 10 || $0 == 13 }
        isPlain =
            part.utf8.allSatisfy { $0 < 128 } && text.utf8.allSatisfy { $0 < 128 && !($0 == 13 && returns) }
    }

    /// Where the part occurs first from a place on.
    func next(from start: String.Index) throws -> Range<String.Index>? {
        isPlain ? try nextOfBytes(from: start) : try nextOfCharacters(from: start)
    }

    private func nextOfBytes(from start: String.Index) throws -> Range<String.Index>? {
        let utf8 = text.utf8
        let length = part.utf8.count
        var offset = utf8.distance(from: utf8.startIndex, to: start)
        while offset + length <= utf8.count {
            let stretch = min(Self.stretch + length - 1, utf8.count - offset)
            if let found = try offsetOfPart(from: offset, stretch) {
                try interpreter.spend(1 + (found - offset) >> 8)
                let first = utf8.index(utf8.startIndex, offsetBy: found)
                return first..<utf8.index(first, offsetBy: length)
            }
            try interpreter.spend(1 + stretch >> 8)
            offset += Self.stretch
        }
        return nil
    }

    private func offsetOfPart(from offset: Int, _ count: Int) throws -> Int? {
        var (text, part) = (text, part)
        return try text.withUTF8 { text in
            try part.withUTF8 { part in
                guard let base = text.baseAddress, let wanted = part.baseAddress else { return nil }
                var from = offset
                let last = offset + count - part.count
                while from <= last, let hit = memchr(base + from, Int32(wanted[0]), last - from + 1) {
                    if memcmp(hit, wanted, part.count) == 0 {
                        return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
                    }
                    try interpreter.spend(1 + part.count >> 10)
                    from = UnsafeRawPointer(hit) - UnsafeRawPointer(base) + 1
                }
                return nil
            }
        }
    }

    private func nextOfCharacters(from start: String.Index) throws -> Range<String.Index>? {
        guard let first = part.first else { return nil }
        var place = start
        while place < text.endIndex {
            try interpreter.spend(1)
            if text[place] == first, let end = try endOfPart(at: place) { return place..<end }
            place = text.index(after: place)
        }
        return nil
    }

    /// Where the part ends if it stands at a place.
    private func endOfPart(at start: String.Index) throws -> String.Index? {
        var place = start
        for character in part {
            try interpreter.spend(1)
            guard place < text.endIndex, text[place] == character else { return nil }
            place = text.index(after: place)
        }
        return place
    }
}
