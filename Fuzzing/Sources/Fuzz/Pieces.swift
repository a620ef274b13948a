/// A script cut into words, numbers, strings, operators, blanks and line ends.
///
/// Nothing is lost: the pieces joined are the script. It is a cut of its own, cruder than the lexer's, so that
/// a mistake of the lexer does not keep the mutator from finding it.
struct Pieces {
    enum Kind { case word, number, string, sign, blank, line }

    struct Piece {
        let kind: Kind
        let bytes: ArraySlice<UInt8>
    }

    private(set) var all: [Piece] = []

    init(_ bytes: [UInt8]) {
        var start = 0
        while start < bytes.count {
            let (kind, end) = Pieces.piece(in: bytes, at: start)
            all.append(Piece(kind: kind, bytes: bytes[start..<end]))
            start = end
        }
    }

    /// The indices of the pieces of a kind.
    func indices(of kinds: Kind...) -> [Int] { all.indices.filter { kinds.contains(all[$0].kind) } }

    /// The pieces from one bracket to its partner, both included; nil where none is closed there.
    func span(openedAt start: Int) -> Range<Int>? {
        var depth = 0
        for index in start..<all.count where all[index].kind == .sign {
            switch all[index].bytes.first {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            default: break
            }
            if depth == 0 { return start..<index + 1 }
        }
        return nil
    }

    /// The spans in brackets.
    var spans: [Range<Int>] {
        all.indices.compactMap { index in
            guard all[index].kind == .sign, let first = all[index].bytes.first,
                "([{".utf8.contains(first)
            else { return nil }
            return span(openedAt: index)
        }
    }

    /// The statements: what lies between two line ends outside of brackets that were opened in between.
    var statements: [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < all.count {
            if all[index].kind == .line {
                if start < index { found.append(start..<index + 1) }
                start = index + 1
            } else if all[index].kind == .sign, let span = span(openedAt: index), span.count > 1 {
                index = span.upperBound - 1
            }
            index += 1
        }
        if start < all.count { found.append(start..<all.count) }
        return found
    }

    func bytes(_ range: Range<Int>) -> [UInt8] { all[range].flatMap(\.bytes) }

    private static func piece(in bytes: [UInt8], at start: Int) -> (Kind, Int) {
        func run(from first: Int, while belongs: (UInt8) -> Bool) -> Int {
            var end = first
            while end < bytes.count, belongs(bytes[end]) { end += 1 }
            return end
        }
        switch bytes[start] {
        case UInt8(ascii: "\n"): return (.line, start + 1)
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
            return (.blank, run(from: start) { $0 == 32 || $0 == 9 || $0 == 13 })
        case UInt8(ascii: "\""): return (.string, endOfString(in: bytes, at: start))
        case let first where isDigit(first): return (.number, run(from: start, while: isDigit))
        case let first where isLetter(first):
            return (.word, run(from: start) { isLetter($0) || isDigit($0) })
        default:
            let isJoined = operatorBytes.contains(bytes[start])
            return (.sign, isJoined ? run(from: start) { operatorBytes.contains($0) } : start + 1)
        }
    }

    private static func endOfString(in bytes: [UInt8], at start: Int) -> Int {
        var index = start + 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
            if bytes[index] == UInt8(ascii: "\"") { return index + 1 }
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index, bytes.count)
    }

    private static let operatorBytes = Set("+-*/%=<>!&|?.".utf8)
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 32) >= 97 && (byte | 32) <= 122 || byte == 95 || byte == 36 || byte >= 128
    }
}
