import Text

extension Interpreter {
    /// R[a] = a list of the slots, which it takes over.
    @inline(never)
    func makeList(_ a: UnsafeMutablePointer<Slot>, _ first: UnsafeMutablePointer<Slot>, _ count: Int) throws {
        let list = ListObject(taking: first, count: count)
        for index in 0..<count { first[index] = .empty }
        a.replace(with: try checked(.list(list)))
    }

    /// The list in `slot`, which is being made, takes over more slots.
    @inline(never)
    func extendList(_ slot: Slot, _ first: UnsafeMutablePointer<Slot>, _ count: Int) throws {
        let list = slot.asList
        for index in 0..<count {
            list.append(first[index])
            first[index] = .empty
        }
        if list.depth > limits.nesting { throw tooDeep() }
    }

    /// R[a] = a dictionary of pairs, or the one there takes more.
    @inline(never)
    func makeDictionary(
        _ a: UnsafeMutablePointer<Slot>, _ i: Instruction, _ first: UnsafeMutablePointer<Slot>
    ) throws {
        if i.opcode == .makeDictionary {
            a.replace(with: .retaining(Tag.dictionary, DictionaryObject(capacity: Int(i.c))))
        }
        let entries = a.pointee.asDictionary
        for index in 0..<Int(i.c) {
            let key = first[2 * index]
            guard key.canBeKey else { throw Mistake.noKey(Value(key)) }
            if entries.position(of: key) != nil {
                throw Mistake(
                    construct: "dictionary", problem: "the key \(Value(key).keyText) stands twice",
                    note: "each key has one value")
            }
            entries.set(key, first[2 * index + 1])
            first[2 * index + 1] = .empty
            (first + 2 * index).replace(with: .empty)
        }
        if entries.depth > limits.nesting { throw tooDeep() }
    }

    @inline(never)
    func makeTuple(_ a: UnsafeMutablePointer<Slot>, _ first: UnsafeMutablePointer<Slot>, _ count: Int) throws
    {
        let tuple = Slot.retaining(
            Tag.tuple, TupleObject(taking: UnsafeBufferPointer(start: first, count: count)))
        for index in 0..<count { first[index] = .empty }
        a.replace(with: try checked(tuple))
    }

    /// Puts the parts of a tuple into registers.
    @inline(never)
    func unpack(_ slot: Slot, _ first: UnsafeMutablePointer<Slot>, _ count: Int) throws {
        guard slot.head == Tag.tuple else {
            var note = "the value is \(slot.phrase)"
            if slot.head == Tag.list { note += "; take its elements one by one: `xs[0]`" }
            note += advised(.unpacking(kind: slot.kindName))
            throw Mistake(
                construct: "pattern", problem: "only a tuple can be taken apart into \(count) names",
                note: note)
        }
        let elements = slot.asTuple.elements
        guard elements.count == count else {
            throw Mistake(
                construct: "pattern", problem: "the number of names does not fit",
                note: "the tuple has \(elements.count) parts, the pattern \(count)")
        }
        for index in 0..<count { (first + index).replace(with: elements[index].retained()) }
    }
}
