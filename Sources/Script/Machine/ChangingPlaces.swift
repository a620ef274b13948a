import Text

extension Interpreter {
    // MARK: One index

    /// root[R[b]] = R[c] where it is not the plain case.
    @inline(never)
    func setIndex(
        _ root: UnsafeMutablePointer<Slot>, _ i: Instruction, _ registers: UnsafeMutablePointer<Slot>
    ) throws {
        if i.flags & Flag.globalRoot != 0 {
            if root.pointee.head == Tag.unbound || root[1].asBool { try checkConstantGlobal(i) }
        }
        let value = registers + Int(i.c)
        let key = registers[Int(i.b)]
        let isTemporary = i.flags & Flag.freesC != 0
        if !putQuickly(value.pointee, into: root, at: key) {
            try checkNesting(value.pointee, depth: 1)
            try setPart(of: root, at: key, to: value.pointee, place: 1)
        }
        if isTemporary { value.replace(with: .empty) }
        if i.flags & Flag.freesB != 0 { (registers + Int(i.b)).replace(with: .empty) }
    }

    /// A number or a Bool under a key that a dictionary has already: what counting things does most.
    @inline(__always)
    private func putQuickly(_ value: Slot, into root: UnsafeMutablePointer<Slot>, at key: Slot) -> Bool {
        guard root.pointee.head == Tag.dictionary, key.head == Tag.string || key.head == Tag.int,
            !value.isObject, value.head != Tag.none, root.isUniquelyHeld
        else { return false }
        return root.pointee.unmanaged(DictionaryObject.self)._withUnsafeGuaranteedRef {
            $0.replace(key, withPlain: value)
        }
    }

    private func checkConstantGlobal(_ i: Instruction) throws {
        let prototype = stack.pointee.frame.pointee.code.pointee.prototype
        let cell = prototype._withUnsafeGuaranteedRef { $0.globals[Int(i.a)] }
        if !cell.isBound { throw unknownName(prototype, Int(i.a)) }
        if cell.content.pointee.isHost { return }
        try checkVariable(cell)
    }

    /// whole[key] = value, which stays the caller's; nil takes a key out of a dictionary.
    private func setPart(of whole: UnsafeMutablePointer<Slot>, at key: Slot, to value: Slot, place: Int)
        throws
    {
        if whole.pointee.head == Tag.dictionary, value.head == Tag.none {
            guard key.canBeKey else { throw Mistake.noKey(Value(key)) }
            makeUnique(whole)
            whole.pointee.asDictionary.remove(key)?.release()
            return
        }
        let target = try part(of: whole, at: key, adding: true, place: place)
        target.replace(with: value.retained())
        if value.isObject { noteDepth(of: whole.pointee, value) }
    }

    private func checkNesting(_ value: Slot, depth: Int) throws {
        if value.isObject, value.nesting + depth > limits.nesting { throw tooDeep() }
    }

    private func noteDepth(of whole: Slot, _ element: Slot) {
        switch whole.head {
        case Tag.list: whole.asList.noteDepth(of: element)
        case Tag.dictionary: whole.asDictionary.values.noteDepth(of: element)
        default: break
        }
    }

    /// Sees to it that a change of the list or dictionary in `place` is seen through this place only.
    private func makeUnique(_ place: UnsafeMutablePointer<Slot>) {
        guard !place.isUniquelyHeld else { return }
        switch place.pointee.head {
        case Tag.list: place.replace(with: .list(place.pointee.asList.copy()))
        case Tag.dictionary:
            place.replace(with: .retaining(Tag.dictionary, place.pointee.asDictionary.copy()))
        default: break
        }
    }

    /// The address of a part of a list or a dictionary, for a change in place.
    private func part(
        of whole: UnsafeMutablePointer<Slot>, at key: Slot, adding: Bool, place: Int
    ) throws -> UnsafeMutablePointer<Slot> {
        switch whole.pointee.tag {
        case Tag.list:
            let offset = try position(key, in: whole.pointee.asList.count, of: whole.pointee, place: place)
            makeUnique(whole)
            return whole.pointee.asList.base + offset
        case Tag.dictionary:
            guard key.canBeKey else { throw Mistake.noKey(Value(key)) }
            makeUnique(whole)
            let entries = whole.pointee.asDictionary
            if let position = entries.position(of: key) { return entries.values.base + position }
            guard adding else {
                throw noKey(Value(key), entries, place)
            }
            try checkMemory(128)
            // Adding the key may move the values.
            let position = entries.positionAdding(key)
            return entries.values.base + position
        case Tag.string:
            throw Mistake(
                construct: "assignment", problem: "the characters of a string cannot be assigned",
                note: "make a new string of its parts")
        default:
            if let words = advice.words(on: .assignment(kind: whole.pointee.kindName)) {
                throw Mistake(
                    construct: "assignment",
                    problem: "the elements of \(whole.pointee.phrase) cannot be assigned", note: words)
            }
            throw Mistake(
                construct: "assignment", problem: "\(whole.pointee.kindPhrase) has no parts to assign",
                note: "it is \(whole.pointee.phrase)", place: .callee)
        }
    }

    private func noKey(_ key: Value, _ entries: DictionaryObject, _ place: Int) -> Mistake {
        let keys = (0..<min(entries.count, 6)).map { Value(entries.entry(at: $0).key) }
        var shown = keys.prefix(5).map(\.keyText).joined(separator: ", ")
        if entries.count > 5 { shown += " …" }
        var near: [String] = []
        if case .string(let text) = key {
            let others = (0..<min(entries.count, 1_000)).compactMap { position in
                if case .string(let other) = Value(entries.entry(at: position).key) { other } else { nil }
            }
            near = nearNames(to: text, among: others)
        }
        return Mistake(
            problem: "there is no key \(key.keyText)",
            note: entries.count == 0 ? "the dictionary is empty" : "the dictionary has \(shown)",
            place: .argument(place), suggestions: near)
    }

    // MARK: Places of any depth

    /// Changes a variable or a part of one; a call of a member that is no change in place is begun as any other.
    @inline(never)
    func changePlace(
        _ a: UnsafeMutablePointer<Slot>, _ prototype: Unmanaged<Prototype>, _ number: Int,
        _ frame: UnsafeMutablePointer<CallFrame>
    ) throws {
        let shape = prototype._withUnsafeGuaranteedRef { $0.places[number] }
        var cell: GlobalCell?
        if case .global(let index) = shape.root {
            cell = prototype._withUnsafeGuaranteedRef { $0.globals[Int(index)] }
        }
        let root =
            switch shape.root {
            case .register(let register): frame.pointee.registers + Int(register)
            case .box(let register): frame.pointee.registers[Int(register)].boxContent
            case .captureBox(let index): frame.pointee.captures[Int(index)].boxContent
            case .capture(let index): frame.pointee.captures + Int(index)
            case .global(let index): frame.pointee.code.pointee.constants.global(index)
            }
        if root.pointee.head == Tag.unbound, case .global(let index) = shape.root {
            throw unknownName(prototype, Int(index))
        }
        if case .call(let call) = shape.change {
            return try changeByCall(a, shape, call, root, cell)
        }
        try checkChange(shape, cell, root)
        let value = a + shape.depth
        try checkNesting(value.pointee, depth: shape.depth)
        try change(root, a, shape.depth, place: 1) { whole, key, keyPlace in
            switch shape.change {
            case .assign, .call: try setPart(of: whole, at: key, to: value.pointee, place: keyPlace)
            case .combine(let operation):
                let place = try part(of: whole, at: key, adding: false, place: keyPlace)
                try combine(operation, place, value.pointee)
                noteDepth(of: whole.pointee, place.pointee)
            }
        }
        for index in 0...shape.depth { (a + index).replace(with: .empty) }
    }

    private func checkChange(
        _ shape: PlaceShape, _ cell: GlobalCell?, _ root: UnsafeMutablePointer<Slot>
    ) throws {
        if root.pointee.isHost { return }
        if let cell { try checkVariable(cell) }
        if let reason = shape.constant {
            throw Mistake(
                problem: "`\(shape.name)` is \(reason.phrase)", note: reason.advice(shape.name),
                place: .argument(0))
        }
    }

    /// Goes from a variable along `depth` keys, and lets `body` change what the last of them leads to.
    private func change(
        _ whole: UnsafeMutablePointer<Slot>, _ keys: UnsafeMutablePointer<Slot>, _ depth: Int, place: Int,
        _ body: (UnsafeMutablePointer<Slot>, Slot, Int) throws -> Void
    ) throws {
        guard depth > 1 else { return try body(whole, keys.pointee, place) }
        let inner = try part(of: whole, at: keys.pointee, adding: false, place: place)
        try change(inner, keys + 1, depth - 1, place: place + 1, body)
        noteDepth(of: whole.pointee, inner.pointee)
    }

    // MARK: Members that change

    private func changeByCall(
        _ a: UnsafeMutablePointer<Slot>, _ shape: PlaceShape, _ call: CallShape,
        _ root: UnsafeMutablePointer<Slot>, _ cell: GlobalCell?
    ) throws {
        let arguments = a + 2
        let keys = arguments + (call.count - 1)
        guard root.pointee.isChangeable else { return try callOrdinarily(a, call, root, keys, shape.depth) }
        if shape.depth == 0 {
            try checkChange(shape, cell, root)
            a.replace(with: try changeInPlace(root, call, arguments, depth: 0))
        } else {
            // What is called may be an object in a list: that is no change of the list.
            let receiver = try lookUp(root, keys, shape.depth, place: call.count)
            guard receiver.pointee.isChangeable else {
                return try callOrdinarily(a, call, receiver, keys, shape.depth)
            }
            try checkChange(shape, cell, root)
            var result = Slot.empty
            try change(root, keys, shape.depth, place: call.count) { whole, key, keyPlace in
                let place = try part(of: whole, at: key, adding: false, place: keyPlace)
                result = try changeInPlace(place, call, arguments, depth: shape.depth)
                noteDepth(of: whole.pointee, place.pointee)
            }
            a.replace(with: result)
        }
        for index in 0..<(call.count - 1 + shape.depth) { (arguments + index).replace(with: .empty) }
    }

    /// The address of a part, for looking at it.
    private func lookUp(
        _ root: UnsafeMutablePointer<Slot>, _ keys: UnsafeMutablePointer<Slot>, _ depth: Int, place: Int
    ) throws -> UnsafeMutablePointer<Slot> {
        var found = root
        for index in 0..<depth {
            switch found.pointee.head {
            case Tag.list:
                let list = found.pointee.asList
                found =
                    list.base
                    + (try position(keys[index], in: list.count, of: found.pointee, place: place + index))
            case Tag.dictionary:
                found = try part(of: found, at: keys[index], adding: false, place: place + index)
            default:
                throw Mistake(
                    problem: "\(found.pointee.kindPhrase) has no parts that can be changed",
                    note: "it is \(found.pointee.phrase)", place: .argument(0))
            }
        }
        return found
    }

    private func callOrdinarily(
        _ a: UnsafeMutablePointer<Slot>, _ call: CallShape, _ receiver: UnsafeMutablePointer<Slot>,
        _ keys: UnsafeMutablePointer<Slot>, _ depth: Int
    ) throws {
        let value = receiver.pointee.retained()
        for index in 0..<depth { (keys + index).replace(with: .empty) }
        (a + 1).replace(with: value)
        a.replace(with: .empty)
        try callMember(a, call)
    }
}

extension Value {
    /// A key as it would be written between brackets.
    var keyText: String {
        switch self {
        case .string(let text): shortened(text)
        case .int(let number): String(number)
        case .double(let number): number.description
        case .bool(let truth): String(truth)
        default: phrase
        }
    }
}
