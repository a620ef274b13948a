import Text

extension Interpreter {
    /// R[a] = R[b].name
    @inline(never)
    func member(
        _ a: UnsafeMutablePointer<Slot>, _ i: Instruction, _ b: UnsafeMutablePointer<Slot>,
        _ prototype: Unmanaged<Prototype>
    ) throws {
        let shape = prototype._withUnsafeGuaranteedRef { $0.shapes[Int(i.c)] }
        let receiver = b.pointee
        guard let result = try property(shape.name, of: receiver) else {
            throw noMember(shape, of: receiver, isCall: false)
        }
        a.replace(with: try checked(result))
        if i.flags & Flag.freesB != 0, a != b { b.replace(with: .empty) }
    }

    /// The value of a member without parentheses; nil if there is none. The caller owns it.
    private func property(_ name: String, of receiver: Slot) throws -> Slot? {
        switch receiver.tag {
        case Tag.host:
            let host = receiver.asHost
            if let property = host.kind.property(name) { return Slot(try property.get(host, self)) }
            return try host.member(name, self).map { Slot($0) }
        case Tag.list:
            let list = receiver.asList
            return BuiltinMembers.ofElements(name, list.elements)
        case Tag.tuple:
            let elements = receiver.asTuple.elements
            if let position = Int(name), elements.indices.contains(position) {
                return elements[position].retained()
            }
            return nil
        case Tag.string:
            if name == "count" { return .int(try characterCount(receiver.asString)) }
            return BuiltinMembers.ofString(name, receiver.asString)
        case Tag.dictionary:
            let entries = receiver.asDictionary
            guard name == "keys" || name == "values" else {
                return BuiltinMembers.ofDictionary(name, entries)
            }
            let copies = try newList(capacity: entries.count)
            for slot in (name == "keys" ? entries.keys : entries.values).elements {
                copies.append(slot.retained())
            }
            return .list(copies)
        case Tag.range: return BuiltinMembers.ofRange(name, receiver.asRange)
        default: return nil
        }
    }

    /// `x.f(y)`, x in `a + 1`: a member of x's kind, then the prelude's function, then the session's.
    @inline(never)
    func callMember(
        _ a: UnsafeMutablePointer<Slot>, _ i: Instruction, _ prototype: Unmanaged<Prototype>
    ) throws {
        let shape = prototype._withUnsafeGuaranteedRef { $0.shapes[Int(i.c)] }
        a.replace(with: .empty)
        try callMember(a, shape)
    }

    func callMember(_ a: UnsafeMutablePointer<Slot>, _ shape: CallShape) throws {
        let receiver = a[1]
        if receiver.isHost {
            let host = receiver.asHost
            if let method = host.kind.preparedMethod(shape.name) { return try callNative(method, a, shape) }
            if let member = try property(shape.name, of: receiver) {
                guard member.isCallable else {
                    member.release()
                    throw noMember(shape, of: receiver, isCall: true)
                }
                return try callValue(member, a, shape)
            }
        } else if let value = try property(shape.name, of: receiver) {
            defer { value.release() }
            guard value.isCallable else {
                throw noMember(shape, of: receiver, isCall: true)
            }
            return try callValue(value.retained(), a, shape)
        }
        if let native = shape.native, native.function.firstAccepts(Value(receiver)) {
            return try callNative(native, a, shape)
        }
        if let global = shape.global, !global.isPrelude {
            let callee = global.content.pointee
            if callee.head == Tag.closure || callee.head == Tag.native { return try call(callee, a, shape) }
        }
        throw noMember(shape, of: receiver, isCall: true)
    }

    /// Calls a member's value, which is taken over, without what stood before the dot.
    private func callValue(_ callee: Slot, _ a: UnsafeMutablePointer<Slot>, _ shape: CallShape) throws {
        a.replace(with: callee)
        (a + 1).replace(with: .empty)
        let shape = shape.withoutReceiver
        for index in 0..<shape.count { a[1 + index] = a[2 + index] }
        a[1 + shape.count] = .empty
        try call(callee, a, shape)
    }

    private func noMember(_ shape: CallShape, of receiver: Slot, isCall: Bool) -> Mistake {
        let name = shape.name
        let members = memberNames(of: receiver)
        var mistake = Mistake(
            problem: "\(receiver.kindPhrase) has no member `\(name)`", note: "{0} is \(receiver.phrase)",
            place: .callee)
        if isCall, members.properties.contains(name) {
            mistake.problem = "`\(name)` is read without parentheses"
            mistake.note = "write `.\(name)`"
        } else if !isCall,
            members.methods.contains(name)
                || shape.native?.function.firstAccepts(Value(receiver)) == true
        {
            mistake.problem = "`\(name)` is a function"
            mistake.note = "call it with parentheses: `.\(name)()`"
        } else if PlaceShape.changingMembers.contains(name), receiver.isChangeable {
            mistake.problem = "`\(name)` changes a variable in place"
            mistake.note = "{0} is no variable: bind it with `var` first"
        } else {
            let candidates =
                isCall ? members.methods + globalTable.nativeNames : members.properties + members.methods
            let occasion = Occasion.unknownMember(name, kind: receiver.kindName, known: Set(candidates))
            if let words = advice.words(on: occasion) {
                mistake.note += "; \(words)"
                return mistake
            }
            mistake.suggestions = nearNames(to: name, among: candidates)
            if mistake.suggestions.isEmpty, !members.properties.isEmpty, !isCall {
                mistake.note += "; its properties: " + members.properties.joined(separator: ", ")
            }
        }
        return mistake
    }

    /// The names that may follow a dot behind the value, for completion and for messages.
    public func memberNames(of value: Value) -> (properties: [String], methods: [String]) {
        let slot = Slot(value)
        defer { slot.release() }
        return memberNames(of: slot)
    }

    private func memberNames(of receiver: Slot) -> (properties: [String], methods: [String]) {
        switch receiver.tag {
        case Tag.host:
            let host = receiver.asHost
            return (host.kind.properties.map(\.name) + host.memberNames, host.kind.methods.map(\.name))
        case Tag.list: return (BuiltinMembers.elementsNames, PlaceShape.changingMembers.sorted())
        case Tag.string: return (BuiltinMembers.elementsNames, ["append"])
        case Tag.dictionary: return (BuiltinMembers.dictionaryNames, ["remove", "removeAll"])
        case Tag.range: return (BuiltinMembers.elementsNames, [])
        default: return ([], [])
        }
    }
}

extension Slot {
    /// Whether it may be called: a function, or an object that perhaps can be.
    var isCallable: Bool { head == Tag.closure || head == Tag.native || isHost }

    /// Whether members like `append` can change it in place.
    var isChangeable: Bool { head == Tag.list || head == Tag.string || head == Tag.dictionary }
}

/// The properties of the kinds that the language itself brings.
enum BuiltinMembers {
    static let elementsNames = ["count", "isEmpty", "first", "last"]
    static let dictionaryNames = ["count", "isEmpty", "keys", "values"]

    static func ofElements(_ name: String, _ elements: UnsafeBufferPointer<Slot>) -> Slot? {
        switch name {
        case "count": .int(elements.count)
        case "isEmpty": .bool(elements.isEmpty)
        case "first": elements.first.map { $0.retained() } ?? .empty
        case "last": elements.last.map { $0.retained() } ?? .empty
        default: nil
        }
    }

    static func ofString(_ name: String, _ text: String) -> Slot? {
        switch name {
        case "isEmpty": .bool(text.isEmpty)
        case "first": text.first.map { .string(String($0)) } ?? .empty
        case "last": text.last.map { .string(String($0)) } ?? .empty
        default: nil
        }
    }

    static func ofDictionary(_ name: String, _ entries: DictionaryObject) -> Slot? {
        switch name {
        case "count": .int(entries.count)
        case "isEmpty": .bool(entries.count == 0)
        default: nil
        }
    }

    static func ofRange(_ name: String, _ range: RangeValue) -> Slot? {
        switch name {
        case "count": .int(range.count)
        case "isEmpty": .bool(range.isEmpty)
        case "first": range.first.map { .int($0) } ?? .empty
        case "last": range.last.map { .int($0) } ?? .empty
        default: nil
        }
    }
}
