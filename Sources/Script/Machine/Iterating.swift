import Text

/// Where a `for` has got to in a string.
final class CursorObject {
    private let text: String
    private var index: String.Index

    init(_ text: String) {
        self.text = text
        index = text.startIndex
    }

    func next() -> Character? {
        guard index < text.endIndex else { return nil }
        defer { index = text.index(after: index) }
        return text[index]
    }
}

extension Interpreter {
    /// Makes ready to count from R[a + 1] to R[a + 2]: R[a] empty, then the next number and the one to stop at.
    @inline(never)
    func prepareCount(_ a: UnsafeMutablePointer<Slot>, isClosed: Bool) throws {
        let lower = try wholeBound(a[1], 0)
        let upper = try wholeBound(a[2], 1)
        let isEmpty = isClosed ? upper < lower : upper <= lower
        for offset in 0..<3 { (a + offset).replace(with: .empty) }
        // The number to stop at may wrap around: it is only compared for equality.
        a[1] = .int(lower)
        a[2] = .int(isEmpty ? lower : isClosed ? upper &+ 1 : upper)
    }

    /// Makes ready to go through R[b]: what is gone through in R[a], and how far it has got in R[a + 1].
    @inline(never)
    func prepareLoop(
        _ a: UnsafeMutablePointer<Slot>, _ b: UnsafeMutablePointer<Slot>, _ flags: UInt8
    ) throws {
        let value = b.pointee
        var subject: Slot
        var position = 0
        var limit = 0
        switch value.head {
        case Tag.range where value.asRange.step == 1:
            subject = .empty
            position = value.asRange.lower
            limit = value.asRange.upper
        case Tag.list, Tag.dictionary, Tag.range: subject = value.retained()
        case Tag.string: subject = .retaining(Tag.cursor, CursorObject(value.asString))
        default: subject = .list(try list(of: value))
        }
        a.replace(with: subject)
        (a + 1).replace(with: .int(position))
        (a + 2).replace(with: .int(limit))
        if flags & Flag.freesB != 0 { b.replace(with: .empty) }
    }

    /// Puts the next value of a loop that is no count into R[a + 3]; false when there is none.
    @inline(never)
    func advance(_ a: UnsafeMutablePointer<Slot>) -> Bool {
        let position = a[1].asInt
        switch a.pointee.head {
        case Tag.list:
            let (base, count) = a.pointee.unmanaged(ListObject.self)._withUnsafeGuaranteedRef {
                ($0.base, $0.count)
            }
            guard position < count else { return false }
            (a + 3).replace(with: base[position].retained())
        case Tag.dictionary:
            let entries = a.pointee.asDictionary
            guard position < entries.count else { return false }
            let entry = entries.entry(at: position)
            (a + 3).replace(with: .tuple([entry.key.retained(), entry.value.retained()]))
        case Tag.range:
            let range = a.pointee.asRange
            guard position < range.count else { return false }
            (a + 3).replace(with: .int(range[position]))
        default:
            guard let character = a.pointee.object(CursorObject.self).next() else { return false }
            (a + 3).replace(with: .string(String(character)))
        }
        a[1] = .int(position + 1)
        return true
    }

    private func wholeBound(_ slot: Slot, _ place: Int) throws -> Int {
        if slot.isInt { return slot.asInt }
        if slot.isHost, let number = slot.asHost.number, let exact = Int(exactly: number) { return exact }
        throw Mistake(
            construct: "range", problem: "the bounds of a range are whole numbers",
            note: "{\(place)} is \(slot.phrase)"
                + (slot.isDouble ? advised(.fractionAsBound) : ""),
            place: .argument(place))
    }

    /// A range between two slots.
    func makeRange(_ lower: Slot, _ upper: Slot, isClosed: Bool) throws -> Slot {
        let first = try wholeBound(lower, 0)
        let last = try wholeBound(upper, 1)
        let range = isClosed ? RangeValue(first, through: last) : RangeValue(first, upTo: last)
        guard let range else {
            throw Mistake(problem: "the range has too many numbers", note: "they cannot be counted by an Int")
        }
        return .retaining(Tag.range, RangeObject(range))
    }

    /// The values that a `for` over the slot goes through, in a list that may be the slot's own.
    func list(of slot: Slot) throws -> ListObject {
        switch slot.tag {
        case Tag.list: return slot.asList
        case Tag.range:
            let range = slot.asRange
            let result = try newList(capacity: range.count)
            for number in range { result.append(.int(number)) }
            return result
        case Tag.string: return try characters(of: slot.asString)
        case Tag.dictionary:
            let entries = slot.asDictionary
            var result = ListBuilder(self, try newList(capacity: entries.count))
            for position in 0..<entries.count {
                let entry = entries.entry(at: position)
                try result.append(slot: .tuple([entry.key.retained(), entry.value.retained()]))
            }
            return result.object
        case Tag.host:
            if let values = try slot.asHost.elements(self) { return values.object }
        default: break
        }
        var note = "{0} is \(slot.phrase)"
        if let words = advice.words(on: .use(kind: slot.kindName)) {
            note += "; \(words)"
        } else {
            note +=
                (slot.isInt ? "; `0..<{0}` is a range" : "")
                + "; lists, ranges, strings and dictionaries have elements"
        }
        throw Mistake(problem: "there is nothing to go through", note: note, place: .argument(0))
    }
}
