import Text

extension Interpreter {
    /// R[a] = the pieces put together; their values lie from `first` on.
    @inline(never)
    func interpolate(
        _ a: UnsafeMutablePointer<Slot>, _ first: UnsafeMutablePointer<Slot>,
        _ prototype: Unmanaged<Prototype>,
        _ number: Int
    ) throws {
        let shape = prototype._withUnsafeGuaranteedRef { $0.texts[number] }
        // The interpreter's own builder has memory already; a nested text finds it taken and has its own.
        var text = TextBuilder()
        swap(&text, &textBuilder)
        var register = first
        for piece in shape.pieces {
            switch piece {
            case .text(let range):
                shape.literals.withUnsafeBufferPointer {
                    text.append(UnsafeBufferPointer(rebasing: $0[range]))
                }
            case .value:
                try write(register.pointee, .print, into: &text)
                register.replace(with: .empty)
                register += 1
            case .digits:
                text.append(try fixed(register[0], digits: register[1], place: register - first))
                register.replace(with: .empty)
                (register + 1).replace(with: .empty)
                register += 2
            }
        }
        try reserveString(text.count)
        a.replace(with: .string(text.text))
        text.removeAll()
        swap(&text, &textBuilder)
    }

    private func fixed(_ value: Slot, digits: Slot, place: Int) throws -> String {
        guard digits.isInt, (0...100).contains(digits.asInt) else {
            throw Mistake(
                problem: "`digits` is a whole number from 0 to 100",
                note: "{\(place + 1)} is \(digits.phrase)",
                place: .argument(place + 1))
        }
        guard let number = number(value) else {
            throw Mistake(
                problem: "only a number has digits", note: "{\(place)} is \(value.phrase)",
                place: .argument(place))
        }
        return NumberText.fixed(number, digits: digits.asInt)
    }

    /// Adds a value's text.
    func write(_ slot: Slot, _ style: ValueFormat, into text: inout TextBuilder) throws {
        try spendQuietly(1)
        switch slot.tag {
        case Tag.none: text.append("nil")
        case Tag.bool: text.append(slot.asBool ? "true" : "false")
        case Tag.int: text.append(slot.asInt)
        case Tag.double: text.append(slot.asDouble.description)
        case Tag.string: try write(slot.asString, isQuoted: style != .print, into: &text)
        case Tag.list: try write(slot.asList.elements, "[", "]", into: &text)
        case Tag.tuple: try write(slot.asTuple.elements, "(", ")", into: &text)
        case Tag.dictionary: try write(slot.asDictionary, into: &text)
        case Tag.range: text.append(slot.asRange.text)
        case Tag.closure, Tag.native: text.append(FunctionValue(slot).text)
        case Tag.host: text.append(slot.asHost.text(style))
        default: text.append("nil")
        }
        try reserveString(text.count)
    }

    private func write(_ string: String, isQuoted: Bool, into text: inout TextBuilder) throws {
        let bytes = string.utf8.count
        try reserveString(text.count + bytes)
        try spend(bytes: bytes)
        if !isQuoted { return text.append(string) }
        guard bytes > 1 << 16 else { return text.append(quoted(string)) }
        text.append("\"")
        // Escaping takes its time: a piece at once, between whole scalars.
        var rest = string.unicodeScalars[...]
        while !rest.isEmpty {
            let piece = rest.prefix(1 << 14)
            text.append(escaped(String(piece), for: .script))
            try reserveString(text.count)
            try spendQuietly(1 << 8)
            rest = rest[piece.endIndex...]
        }
        text.append("\"")
    }

    private func write(
        _ elements: UnsafeBufferPointer<Slot>, _ open: String, _ close: String, into text: inout TextBuilder
    ) throws {
        text.append(open)
        for (index, element) in elements.enumerated() {
            if index > 0 { text.append(", ") }
            try write(element, .nested, into: &text)
        }
        text.append(close)
    }

    private func write(_ entries: DictionaryObject, into text: inout TextBuilder) throws {
        guard entries.count > 0 else {
            text.append("[:]")
            return
        }
        text.append("[")
        for position in 0..<entries.count {
            if position > 0 { text.append(", ") }
            let entry = entries.entry(at: position)
            try write(entry.key, .nested, into: &text)
            text.append(": ")
            try write(entry.value, .nested, into: &text)
        }
        text.append("]")
    }
}

extension FunctionValue {
    fileprivate init(_ slot: Slot) {
        self = slot.head == Tag.closure ? FunctionValue(slot.asClosure) : FunctionValue(slot.asNative)
    }

    /// A function as it is shown: its name and its parameters.
    var text: String {
        "\(name.isEmpty ? "closure" : "func \(name)")(\(parameterNames.joined(separator: ", ")))"
    }
}
