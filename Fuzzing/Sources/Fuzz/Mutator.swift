import CFuzzer

/// Changes a script as a person would, or a careless editor: pieces, spans in brackets, whole statements.
struct Mutator {
    private let source: [UInt8]
    private let pieces: Pieces
    private var chance: Chance

    init(_ source: [UInt8], seed: UInt32) {
        self.source = source
        pieces = Pieces(source)
        chance = Chance(seed: seed)
    }

    /// The script with one change.
    mutating func changed() -> [UInt8] {
        guard !pieces.all.isEmpty else { return any(Vocabulary.statements) }
        switch chance.below(12) {
        case 0: return replacing(anyPiece(), with: [])
        case 1, 2, 3: return alternative()
        case 4: return inserted()
        case 5: return exchanged()
        case 6: return spanChanged()
        case 7: return spanMoved()
        case 8: return statementMoved()
        case 9: return wrapped()
        case 10: return replacing(line(), with: any(Vocabulary.statements))
        default: return replacing(anyPiece(), with: anyPieceOfThisScript())
        }
    }

    /// The script with a part of another in it.
    mutating func crossed(with other: [UInt8]) -> [UInt8] {
        let donor = Pieces(other)
        let statements = donor.statements
        let spans = donor.spans
        if chance.below(2) == 0, !spans.isEmpty, let target = spanOrNil() {
            return replacing(target, with: donor.bytes(spans[chance.below(spans.count)]))
        }
        guard !statements.isEmpty else { return source + other }
        return replacing(line(), with: donor.bytes(statements[chance.below(statements.count)]))
    }

    // MARK: Kinds of changes

    /// Another piece of the same kind in a piece's place: from this script, or from the vocabulary.
    private mutating func alternative() -> [UInt8] {
        let range = anyPiece()
        let kind = pieces.all[range.lowerBound].kind
        let alike = pieces.indices(of: kind)
        if chance.below(2) == 0, alike.count > 1 {
            return replacing(range, with: Array(pieces.all[alike[chance.below(alike.count)]].bytes))
        }
        return replacing(range, with: any(Vocabulary.alternatives(to: kind)))
    }

    private mutating func inserted() -> [UInt8] {
        let kinds: [Pieces.Kind] = [.word, .number, .string, .sign, .sign, .line]
        let place = chance.below(pieces.all.count + 1)
        let kind = kinds[chance.below(kinds.count)]
        return replacing(place..<place, with: any(Vocabulary.alternatives(to: kind)))
    }

    private mutating func exchanged() -> [UInt8] {
        let (one, other) = (anyPiece(), anyPiece())
        let (first, second) = one.lowerBound < other.lowerBound ? (one, other) : (other, one)
        guard first.upperBound <= second.lowerBound else { return source }
        return pieces.bytes(0..<first.lowerBound) + pieces.bytes(second)
            + pieces.bytes(first.upperBound..<second.lowerBound) + pieces.bytes(first)
            + pieces.bytes(second.upperBound..<pieces.all.count)
    }

    /// A span in brackets is dropped, emptied, doubled, or repeated within itself.
    private mutating func spanChanged() -> [UInt8] {
        guard let span = spanOrNil() else { return inserted() }
        let text = pieces.bytes(span)
        let inside = span.lowerBound + 1
        switch chance.below(4) {
        case 0: return replacing(span, with: [])
        case 1: return replacing(inside..<max(inside, span.upperBound - 1), with: [])
        case 2: return replacing(span, with: text + text)
        default: return replacing(inside..<inside, with: text)
        }
    }

    private mutating func spanMoved() -> [UInt8] {
        guard let one = spanOrNil(), let other = spanOrNil() else { return inserted() }
        return replacing(one, with: pieces.bytes(other))
    }

    /// A statement is dropped, doubled, or stands elsewhere too: within a block as well.
    private mutating func statementMoved() -> [UInt8] {
        let statement = line()
        switch chance.below(3) {
        case 0: return replacing(statement, with: [])
        case 1: return replacing(statement, with: pieces.bytes(statement) + pieces.bytes(statement))
        default:
            let lines = pieces.indices(of: .line)
            let place = lines.isEmpty ? 0 : lines[chance.below(lines.count)] + 1
            return replacing(place..<place, with: pieces.bytes(statement))
        }
    }

    /// A piece, a span or a statement gets something around it.
    private mutating func wrapped() -> [UInt8] {
        let range = chance.below(3) == 0 ? line() : spanOrNil() ?? anyPiece()
        let shells = [
            ("(", ")"), ("[", "]"), ("{ ", " }"), ("f(", ")"),
            ("func f(x) { ", "\n}\n"), ("\"\\(", ")\""),
            ("for x in xs {\n", "\n}\n"), ("if true { ", " }\n"), ("while x < 9 { x += 1\n", " }\n"),
            ("-", ""),
            ("xs.map { x in ", " }"), ("", "[0]"), ("", ".count"), ("return ", ""), ("", " ?? nil"),
        ]
        let (left, right) = shells[chance.below(shells.count)]
        return replacing(range, with: Array(left.utf8) + pieces.bytes(range) + Array(right.utf8))
    }

    // MARK: Choosing

    private mutating func anyPiece() -> Range<Int> {
        let index = chance.below(pieces.all.count)
        return index..<index + 1
    }

    private mutating func anyPieceOfThisScript() -> [UInt8] { pieces.bytes(anyPiece()) }

    private mutating func line() -> Range<Int> {
        let statements = pieces.statements
        return statements.isEmpty ? 0..<0 : statements[chance.below(statements.count)]
    }

    private mutating func spanOrNil() -> Range<Int>? {
        let spans = pieces.spans
        return spans.isEmpty ? nil : spans[chance.below(spans.count)]
    }

    private mutating func any(_ choices: [[UInt8]]) -> [UInt8] { choices[chance.below(choices.count)] }

    private func replacing(_ range: Range<Int>, with bytes: [UInt8]) -> [UInt8] {
        pieces.bytes(0..<range.lowerBound) + bytes + pieces.bytes(range.upperBound..<pieces.all.count)
    }
}
