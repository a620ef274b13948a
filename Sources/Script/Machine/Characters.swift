/// Walks through the characters of texts, which may be hundreds of millions and each a search for its end: paid for
/// in steps on the way.
extension Interpreter {
    /// So many characters are walked past between two looks at the limits.
    private static let stretch = 4_096

    /// How many characters a text has.
    func characterCount(_ text: String) throws -> Int {
        guard text.utf8.count > Self.stretch else { return text.count }
        var count = 0
        var start = text.startIndex
        while let end = text.index(start, offsetBy: Self.stretch, limitedBy: text.endIndex) {
            try spendQuietly(Self.stretch >> 6)
            count += Self.stretch
            start = end
        }
        return count + text[start...].count
    }

    /// The place so many characters behind another.
    func index(in text: String, from start: String.Index, after count: Int) throws -> String.Index {
        var (index, left) = (start, count)
        while left > Self.stretch {
            try spendQuietly(Self.stretch >> 6)
            index = text.index(index, offsetBy: Self.stretch)
            left -= Self.stretch
        }
        return text.index(index, offsetBy: left)
    }

    /// The characters of a text as a list.
    func characters(of text: String) throws -> ListObject {
        var result = ListBuilder(self, try newList(capacity: 0))
        for character in text { try result.append(slot: .string(String(character))) }
        return result.object
    }

    /// The characters at the places of a stride, all of which there are.
    func picked(_ places: RangeValue, from text: String) throws -> String {
        guard let first = places.first else { return "" }
        var result = TextWriter(self)
        var (index, place) = (try index(in: text, from: text.startIndex, after: first), first)
        for next in places {
            try spendQuietly(1)
            index = text.index(index, offsetBy: next - place)
            place = next
            try result.append(String(text[index]))
        }
        return try result.finished()
    }
}
