import OrderedCollections

/// A dictionary in the machine.
final class DictionaryObject {
    private var table: OrderedDictionary<DictionaryKey, Slot>
    /// At least how many lists, tuples and dictionaries deep it nests, itself counted.
    private(set) var depth: Int
    private var counted = 0

    init() {
        table = [:]
        depth = 1
    }

    private init(copying other: DictionaryObject) {
        table = other.table
        depth = other.depth
        for (key, value) in table {
            key.slot.retain()
            value.retain()
        }
        count(bytes: other.counted)
    }

    deinit {
        for (key, value) in table {
            key.slot.release()
            value.release()
        }
        MemoryMeter.subtract(counted)
    }

    var count: Int { table.count }

    func copy() -> DictionaryObject { DictionaryObject(copying: self) }

    /// The key and the value at a position; the dictionary keeps owning both.
    func entry(at position: Int) -> (key: Slot, value: Slot) {
        let element = table.elements[position]
        return (element.key.slot, element.value)
    }

    /// The value of a key; the dictionary keeps owning it.
    @inline(__always) func get(_ key: Slot) -> Slot? { table[DictionaryKey(slot: key)] }

    func position(of key: Slot) -> Int? { table.index(forKey: DictionaryKey(slot: key)) }

    /// Puts in a value that the caller owns under a key that the caller keeps.
    func set(_ key: Slot, _ value: Slot) {
        if let position = table.index(forKey: DictionaryKey(slot: key)) {
            table.values.withUnsafeMutableBufferPointer { values in
                (values.baseAddress.unsafelyUnwrapped + position).replace(with: value)
            }
        } else {
            table[DictionaryKey(slot: key.retained())] = value
            count(bytes: 80)
            if key.isObject { depth = max(depth, 1 + key.nesting) }
        }
        if value.isObject { noteDepth(of: value) }
    }

    /// Takes a key out; the caller owns its value.
    func remove(_ key: Slot) -> Slot? {
        guard let position = table.index(forKey: DictionaryKey(slot: key)) else { return nil }
        let (key, value) = table.remove(at: position)
        key.slot.release()
        count(bytes: -80)
        return value
    }

    func removeAll() {
        let old = table
        table = [:]
        for (key, value) in old {
            key.slot.release()
            value.release()
        }
        count(bytes: -counted)
        depth = 1
    }

    /// Lets `body` change the value at a position in place.
    func withValue<Result>(
        at position: Int, _ body: (UnsafeMutablePointer<Slot>) throws -> Result
    ) rethrows -> Result {
        try table.values.withUnsafeMutableBufferPointer { values in
            try body(values.baseAddress.unsafelyUnwrapped + position)
        }
    }

    /// Counts in how deep a new value nests.
    func noteDepth(of value: Slot) { depth = max(depth, 1 + value.nesting) }

    private func count(bytes: Int) {
        counted += bytes
        MemoryMeter.add(bytes)
    }
}

/// A slot as a key: equal to another as `==` says in a script, numbers by their value.
struct DictionaryKey: Hashable {
    let slot: Slot

    static func == (left: DictionaryKey, right: DictionaryKey) -> Bool { left.slot.isSameKey(as: right.slot) }

    func hash(into hasher: inout Hasher) { slot.hash(into: &hasher) }
}

extension Slot {
    /// Whether a dictionary takes it as a key: numbers, texts, Bools, and lists and tuples of such.
    var canBeKey: Bool {
        switch head {
        case Tag.int, Tag.string, Tag.bool, Tag.double: true
        case Tag.list: asList.elements.allSatisfy(\.canBeKey)
        case Tag.tuple: asTuple.elements.allSatisfy(\.canBeKey)
        default: false
        }
    }

    func isSameKey(as other: Slot) -> Bool {
        if head == other.head {
            switch head {
            case Tag.int, Tag.bool: return bits == other.bits
            case Tag.double: return asDouble == other.asDouble
            case Tag.string: return bits == other.bits || asString == other.asString
            case Tag.list: return Slot.areSameKeys(asList.elements, other.asList.elements)
            case Tag.tuple: return Slot.areSameKeys(asTuple.elements, other.asTuple.elements)
            default: return false
            }
        }
        return numbersAreEqual(self, other)
    }

    private static func areSameKeys(
        _ left: UnsafeBufferPointer<Slot>, _ right: UnsafeBufferPointer<Slot>
    ) -> Bool {
        left.count == right.count && zip(left, right).allSatisfy { $0.isSameKey(as: $1) }
    }

    func hash(into hasher: inout Hasher) {
        switch head {
        case Tag.string: unmanaged(StringObject.self)._withUnsafeGuaranteedRef { hasher.combine($0.text) }
        case Tag.double:
            // A Double that is a whole number is the same key as the Int.
            if let whole = Int(exactly: asDouble) { hasher.combine(whole) } else { hasher.combine(asDouble) }
        case Tag.list:
            for element in asList.elements { element.hash(into: &hasher) }
        case Tag.tuple:
            for element in asTuple.elements { element.hash(into: &hasher) }
        default: hasher.combine(bits)
        }
    }
}

/// Whether an Int and a Double are the same number, exactly: 2**53 + 1 is not the Double 2**53.
@inline(__always) func numbersAreEqual(_ left: Slot, _ right: Slot) -> Bool {
    if left.isInt, right.isDouble { return Int(exactly: right.asDouble) == left.asInt }
    if left.isDouble, right.isInt { return Int(exactly: left.asDouble) == right.asInt }
    return false
}

extension Mistake {
    static func noKey(_ key: Value) -> Mistake {
        Mistake(
            construct: "dictionary", problem: "\(withArticle(key.kindName)) cannot be a key",
            note: "keys are numbers, strings and Bools, and lists or tuples of them")
    }
}
