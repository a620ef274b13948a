import Text

extension Interpreter {
    /// R[a] = R[b][R[c]]
    @inline(never)
    func index(_ a: UnsafeMutablePointer<Slot>, _ i: Instruction, _ registers: UnsafeMutablePointer<Slot>)
        throws
    {
        let result = try element(of: registers[Int(i.b)], at: registers[Int(i.c)])
        a.replace(with: result)
        dropTemporaries(i, registers, keeping: i.a)
    }

    /// The part of a value at one position or key; the caller owns it.
    private func element(of whole: Slot, at position: Slot) throws -> Slot {
        if position.head == Tag.range, !whole.isHost, whole.head != Tag.dictionary {
            return try slice(whole, IndexItem(position.asRange))
        }
        switch whole.tag {
        case Tag.list:
            let elements = whole.asList.elements
            return elements[try self.position(position, in: elements.count, of: whole)].retained()
        case Tag.tuple:
            let elements = whole.asTuple.elements
            return elements[try self.position(position, in: elements.count, of: whole)].retained()
        case Tag.dictionary:
            guard position.canBeKey else { throw Mistake.noKey(Value(position)) }
            return whole.unmanaged(DictionaryObject.self)._withUnsafeGuaranteedRef { $0.get(position) }?
                .retained() ?? .empty
        case Tag.string: return try character(of: whole, at: position)
        case Tag.range:
            let range = whole.asRange
            return .int(range[try self.position(position, in: range.count, of: whole)])
        case Tag.host:
            guard let result = try whole.asHost.subscripted([item(position)]) else { throw noIndex(whole) }
            return try checked(Slot(result))
        default: throw noIndex(whole)
        }
    }

    private func character(of whole: Slot, at position: Slot) throws -> Slot {
        let text = whole.asString
        let utf8 = text.utf8
        try spend(bytes: utf8.count)
        // In ASCII without carriage returns every byte is a character. Any other text is counted from its start.
        if position.isInt, utf8.allSatisfy({ $0 < 128 && $0 != 13 }) {
            let offset = try self.position(position, in: utf8.count, of: whole)
            return .string(String(text[utf8.index(utf8.startIndex, offsetBy: offset)]))
        }
        let offset = try self.position(position, in: try characterCount(text), of: whole)
        return .string(String(text[try index(in: text, from: text.startIndex, after: offset)]))
    }

    /// A position as an offset from the start: negative ones count from the end.
    func position(_ position: Slot, in count: Int, of whole: Slot, place: Int = 1) throws -> Int {
        var wanted = position
        if position.isHost, let number = position.asHost.number, let exact = Int(exactly: number) {
            wanted = .int(exact)
        }
        guard wanted.isInt else {
            var note = "{\(place)} is \(position.phrase)"
            if position.isDouble { note += advised(.fractionAsPosition) }
            throw Mistake(problem: "a position is a whole number", note: note, place: .argument(place))
        }
        let offset = wanted.asInt < 0 ? wanted.asInt &+ count : wanted.asInt
        guard offset >= 0, offset < count else {
            throw Mistake(
                problem: "there is no position \(wanted.asInt)", note: bounds(of: whole, count),
                place: .argument(place))
        }
        return offset
    }

    /// "the list has 3 elements: 0 to 2"
    func bounds(of whole: Slot, _ count: Int) -> String {
        let (thing, part) =
            switch whole.head {
            case Tag.string: ("string", "character")
            case Tag.tuple: ("tuple", "element")
            case Tag.range: ("range", "number")
            default: ("list", "element")
            }
        let positions = count == 0 ? "" : count == 1 ? ": 0" : ": 0 to \(count - 1)"
        return "the \(thing) has \(counted(count, part, none: "no"))\(positions)"
    }

    func noIndex(_ whole: Slot) -> Mistake {
        Mistake(
            problem: "\(whole.kindPhrase) has no parts",
            note: "{0} is \(whole.phrase)" + advised(.use(kind: whole.kindName)),
            place: .argument(0))
    }

    /// R[a] = R[b][…] with ranges, or with several items.
    @inline(never)
    func indexItems(
        _ a: UnsafeMutablePointer<Slot>, _ b: UnsafeMutablePointer<Slot>, _ prototype: Unmanaged<Prototype>,
        _ number: Int
    ) throws {
        let shape = prototype._withUnsafeGuaranteedRef { $0.shapes[number] }
        var register = b + 1
        var items: [IndexItem] = []
        for (place, form) in shape.labels.enumerated() {
            if let form {
                let lower = try bound(register[0], place + 1)
                let upper = try bound(register[1], place + 1)
                items.append(.range(lower: lower, upper: upper, closed: form == "..."))
                register += 2
            } else {
                items.append(item(register[0]))
                register += 1
            }
        }
        let whole = b.pointee
        let result: Slot
        if whole.isHost {
            guard let part = try whole.asHost.subscripted(items) else { throw noIndex(whole) }
            result = try checked(Slot(part))
        } else if items.count == 1 {
            result = try slice(whole, items[0])
        } else {
            throw Mistake(
                problem: "\(whole.kindPhrase) takes one position",
                note: "in lists inside lists: `x[0][1]`" + advised(.severalPositions))
        }
        while register > b {
            register -= 1
            register.replace(with: .empty)
        }
        a.replace(with: result)
    }

    private func item(_ slot: Slot) -> IndexItem {
        slot.head == Tag.range ? IndexItem(slot.asRange) : .value(Value(slot))
    }

    private func bound(_ slot: Slot, _ place: Int) throws -> Int? {
        if slot.isInt { return slot.asInt }
        if slot.head == Tag.none { return nil }
        if slot.isHost, let number = slot.asHost.number, let exact = Int(exactly: number) { return exact }
        throw Mistake(
            problem: "the bounds of a range are whole numbers", note: "\(slot.phrase) is none",
            place: .argument(place))
    }
}
