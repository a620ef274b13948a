import Text

extension Interpreter {
    /// Carries out `append`, `insert` and their kin on the list, string or dictionary in `place`.
    ///
    /// The arguments stay where they are, for the caller to let go of.
    func changeInPlace(
        _ place: UnsafeMutablePointer<Slot>, _ call: CallShape, _ arguments: UnsafeMutablePointer<Slot>,
        depth: Int
    ) throws -> Slot {
        switch place.pointee.head {
        case Tag.list: return try changeList(place, call, arguments, depth: depth)
        case Tag.dictionary: return try changeDictionary(place, call, arguments)
        default: return try changeString(place, call, arguments)
        }
    }

    private func changeList(
        _ place: UnsafeMutablePointer<Slot>, _ call: CallShape, _ arguments: UnsafeMutablePointer<Slot>,
        depth: Int
    ) throws -> Slot {
        let count = place.pointee.asList.count
        for index in 0..<(call.count - 1) {
            let value = arguments[index]
            if value.isObject, value.nesting + depth + 1 > limits.nesting { throw tooDeep() }
        }
        switch (call.name, call.labels.count, call.labels.last ?? nil) {
        case ("append", 2, nil):
            try reserveList(count + 1)
            uniqueList(place).append(arguments[0].retained())
        case ("append", 2, "contentsOf"):
            let more = try list(of: arguments[0])
            try reserveList(count + more.count)
            try spendQuietly(more.count >> 4)
            let list = uniqueList(place)
            list.reserve(count + more.count)
            for element in more.elements { list.append(element.retained()) }
        case ("insert", 3, "at"):
            let position = arguments[1]
            guard position.isInt, (0...count).contains(position.asInt) else {
                throw Mistake(
                    problem: "an element can be inserted at 0 to \(count)", note: "{2} is \(position.phrase)",
                    place: .argument(2))
            }
            try reserveList(count + 1)
            uniqueList(place).insert(arguments[0].retained(), at: position.asInt)
        case ("remove", 2, "at"):
            let offset = try position(arguments[0], in: count, of: place.pointee)
            return uniqueList(place).remove(at: offset)
        case ("removeFirst", 1, _), ("removeLast", 1, _):
            guard count > 0 else {
                throw Mistake(
                    problem: "the list is empty", note: "there is nothing to remove", place: .callee)
            }
            return uniqueList(place).remove(at: call.name == "removeFirst" ? 0 : count - 1)
        case ("removeAll", 1, _): place.replace(with: .list(ListObject(capacity: 0)))
        default: throw wrongChange(call, of: "a list")
        }
        return .empty
    }

    private func uniqueList(_ place: UnsafeMutablePointer<Slot>) -> ListObject {
        if !place.isUniquelyHeld {
            let list = place.pointee.asList
            place.replace(with: .list(list.copy(capacity: list.count + 1)))
        }
        return place.pointee.asList
    }

    private func changeDictionary(
        _ place: UnsafeMutablePointer<Slot>, _ call: CallShape, _ arguments: UnsafeMutablePointer<Slot>
    ) throws -> Slot {
        switch (call.name, call.labels.count, call.labels.last ?? nil) {
        case ("remove", 2, nil):
            guard arguments[0].canBeKey else { throw Mistake.noKey(Value(arguments[0])) }
            if !place.isUniquelyHeld {
                place.replace(with: .retaining(Tag.dictionary, place.pointee.asDictionary.copy()))
            }
            return place.pointee.asDictionary.remove(arguments[0]) ?? .empty
        case ("removeAll", 1, _):
            place.replace(with: .retaining(Tag.dictionary, DictionaryObject()))
            return .empty
        default: throw wrongChange(call, of: "a dictionary")
        }
    }

    private func changeString(
        _ place: UnsafeMutablePointer<Slot>, _ call: CallShape, _ arguments: UnsafeMutablePointer<Slot>
    ) throws -> Slot {
        guard call.name == "append", call.labels.count == 2, call.labels[1] == nil else {
            throw wrongChange(call, of: "a string")
        }
        guard arguments[0].head == Tag.string else {
            throw Mistake(
                problem: "only a string can be appended to a string",
                note: "{1} is \(arguments[0].phrase)" + advised(.textOfValue), place: .argument(1))
        }
        if try appendInPlace(place, arguments[0]) { return .empty }
        place.replace(with: try binary(.add, place.pointee, arguments[0]))
        return .empty
    }

    private func wrongChange(_ call: CallShape, of kind: String) -> Mistake {
        let forms = changeForms[kind]?.filter { $0.hasPrefix(call.name) } ?? []
        return Mistake(
            problem: "\(kind) is not changed this way",
            note: "it is written "
                + (forms.isEmpty ? changeForms[kind] ?? [] : forms).map { "`.\($0)`" }.joined(
                    separator: " or "),
            place: .callee)
    }
}

private let changeForms: [String: [String]] = [
    "a list": [
        "append(x)", "append(contentsOf: xs)", "insert(x, at: 0)", "remove(at: 0)", "removeFirst()",
        "removeLast()", "removeAll()",
    ],
    "a dictionary": ["remove(key)", "removeAll()"],
    "a string": ["append(text)"],
]
