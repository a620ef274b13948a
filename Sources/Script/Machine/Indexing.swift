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
            let range = position.asRange
            return try slice(whole, .range(lower: range.lower, upper: range.upper, closed: false))
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
            let item: IndexItem
            if position.head == Tag.range, position.asRange.step == 1 {
                let range = position.asRange
                item = .range(lower: range.lower, upper: range.upper, closed: false)
            } else {
                item = .value(Value(position))
            }
            guard let result = try whole.asHost.subscripted([item]) else { throw noIndex(whole) }
            return try checked(Slot(result))
        default: throw noIndex(whole)
        }
    }

    private func character(of whole: Slot, at position: Slot) throws -> Slot {
        let text = whole.asString
        let utf8 = text.utf8
        // In ASCII without carriage returns every byte is a character.
        if utf8.count < 64 || position.isInt, position.asInt >= 0, position.asInt < utf8.count,
            utf8.allSatisfy({ $0 < 128 && $0 != 13 })
        {
            let offset = try self.position(position, in: utf8.count, of: whole)
            return .string(String(text[utf8.index(utf8.startIndex, offsetBy: offset)]))
        }
        let offset = try self.position(position, in: text.count, of: whole)
        return .string(String(text[text.index(text.startIndex, offsetBy: offset)]))
    }

    /// A position as an offset from the start: negative ones count from the end.
    func position(_ position: Slot, in count: Int, of whole: Slot, place: Int = 1) throws -> Int {
        var wanted = position
        if position.isHost, let number = position.asHost.number, let exact = Int(exactly: number) {
            wanted = .int(exact)
        }
        guard wanted.isInt else {
            var note = "{\(place)} is \(position.phrase)"
            if position.isDouble { note += "; `Int(x)` cuts off the fraction, `round(x)` rounds it" }
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
    private func bounds(of whole: Slot, _ count: Int) -> String {
        let (thing, part) =
            switch whole.head {
            case Tag.string: ("string", "character")
            case Tag.tuple: ("tuple", "element")
            case Tag.range: ("range", "number")
            default: ("list", "element")
            }
        let positions = count == 0 ? "" : count == 1 ? ": 0" : ": 0 to \(count - 1)"
        return "the \(thing) has \(counted(count, part))\(positions)"
    }

    private func noIndex(_ whole: Slot) -> Mistake {
        Mistake(
            problem: "\(withArticle(whole.kindName)) has no parts", note: "{0} is \(whole.phrase)",
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
                problem: "\(withArticle(whole.kindName)) takes one position",
                note: "in lists inside lists: `x[0][1]`; a tensor takes several: `tensor(x)[0, 1]`")
        }
        while register > b {
            register -= 1
            register.replace(with: .empty)
        }
        a.replace(with: result)
    }

    private func item(_ slot: Slot) -> IndexItem {
        guard slot.head == Tag.range, slot.asRange.step == 1 else { return .value(Value(slot)) }
        return .range(lower: slot.asRange.lower, upper: slot.asRange.upper, closed: false)
    }

    private func bound(_ slot: Slot, _ place: Int) throws -> Int? {
        if slot.isInt { return slot.asInt }
        if slot.head == Tag.none { return nil }
        if slot.isHost, let number = slot.asHost.number, let exact = Int(exactly: number) { return exact }
        throw Mistake(
            problem: "the bounds of a range are whole numbers", note: "\(slot.phrase) is none",
            place: .argument(place))
    }

    /// A stretch of a list or a string.
    private func slice(_ whole: Slot, _ item: IndexItem) throws -> Slot {
        guard case .range(let lower, let upper, let closed) = item else { throw noIndex(whole) }
        switch whole.head {
        case Tag.list:
            let list = whole.asList
            let range = try offsets(lower, upper, closed, count: list.count, of: whole)
            let part = ListObject(capacity: range.count)
            for element in list.elements[range] { part.append(element.retained()) }
            return .list(part)
        case Tag.string:
            let text = whole.asString
            let range = try offsets(lower, upper, closed, count: text.count, of: whole)
            return .string(String(text.dropFirst(range.lowerBound).prefix(range.count)))
        case Tag.range:
            let numbers = whole.asRange
            let range = try offsets(lower, upper, closed, count: numbers.count, of: whole)
            return .list(ListValue(numbers[range]).object)
        default: throw noIndex(whole)
        }
    }

    private func offsets(
        _ lower: Int?, _ upper: Int?, _ closed: Bool, count: Int, of whole: Slot
    ) throws -> Range<Int> {
        let start = lower ?? 0
        var end = upper ?? count
        if closed, upper != nil { end = end == Int.max ? end : end + 1 }
        guard start >= 0, end <= count, start <= end else {
            let text =
                "\(lower.map(String.init) ?? "")\(closed ? "..." : "..<")\(upper.map(String.init) ?? "")"
            throw Mistake(
                problem: start > end
                    ? "the range \(text) runs backwards" : "the range \(text) reaches too far",
                note: bounds(of: whole, count) + "; bounds lie between 0 and the count", place: .argument(1))
        }
        return start..<end
    }
}
