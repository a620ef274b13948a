import OrderedCollections

/// A dictionary in the machine: keys in their order, and a list of their values.
final class DictionaryObject {
    private var keys: OrderedSet<DictionaryKey>
    let values: ListObject
    private var keyDepth = 0

    init(capacity: Int = 0) {
        keys = []
        values = ListObject(capacity: capacity)
        if capacity > 0 { keys.reserveCapacity(capacity) }
    }

    private init(copying other: DictionaryObject) {
        keys = other.keys
        values = other.values.copy()
        keyDepth = other.keyDepth
        for key in keys { key.slot.retain() }
        MemoryMeter.add(count * bytesOfKey)
    }

    deinit {
        for key in keys { key.slot.release() }
        MemoryMeter.subtract(count * bytesOfKey)
    }

    var count: Int { values.count }

    /// At least how many lists, tuples and dictionaries deep it nests, itself counted.
    var depth: Int { max(values.depth, keyDepth + 1) }

    func copy() -> DictionaryObject { DictionaryObject(copying: self) }

    /// The key and the value at a position; the dictionary keeps owning both.
    func entry(at position: Int) -> (key: Slot, value: Slot) {
        (keys[position].slot, values.base[position])
    }

    func position(of key: Slot) -> Int? { keys.firstIndex(of: DictionaryKey(slot: key)) }

    /// The value of a key; the dictionary keeps owning it.
    func get(_ key: Slot) -> Slot? { position(of: key).map { values.base[$0] } }

    /// Puts in a value that the caller owns under a key that the caller keeps.
    func set(_ key: Slot, _ value: Slot) {
        let position = positionAdding(key)
        (values.base + position).replace(with: value)
        if value.isObject { values.noteDepth(of: value) }
    }

    /// The position of a key, which is put in with nil for its value if it is new.
    func positionAdding(_ key: Slot) -> Int {
        let (inserted, position) = keys.append(DictionaryKey(slot: key))
        if inserted {
            key.retain()
            values.append(.empty)
            keyDepth = max(keyDepth, key.nesting)
            MemoryMeter.add(bytesOfKey)
        }
        return position
    }

    /// Takes a key out; the caller owns its value.
    func remove(_ key: Slot) -> Slot? {
        guard let position = position(of: key) else { return nil }
        keys.remove(at: position).slot.release()
        MemoryMeter.subtract(bytesOfKey)
        return values.remove(at: position)
    }

    func removeAll() {
        MemoryMeter.subtract(count * bytesOfKey)
        let old = keys
        keys = []
        keyDepth = 0
        values.removeAll()
        for key in old { key.slot.release() }
    }
}

/// The slot of a key and its share of the hash table.
private let bytesOfKey = 32

/// A slot as a key: equal to another as `==` says in a script, numbers by their value.
struct DictionaryKey: Hashable {
    let slot: Slot

    static func == (left: DictionaryKey, right: DictionaryKey) -> Bool { left.slot.isSameKey(as: right.slot) }

    func hash(into hasher: inout Hasher) { slot.hash(into: &hasher) }
}

extension Slot {
    /// Whether a dictionary takes it as a key: numbers, texts, Bools, and lists and tuples of such. How many
    /// there may be in one key is bounded, since a list may hold another any number of times.
    var canBeKey: Bool {
        var budget = 10_000
        return canBeKey(&budget)
    }

    private func canBeKey(_ budget: inout Int) -> Bool {
        budget -= 1
        switch head {
        case Tag.int, Tag.string, Tag.bool, Tag.double: return true
        case Tag.list, Tag.tuple:
            guard let elements = sequence else { return false }
            for element in elements where budget < 0 || !element.canBeKey(&budget) { return false }
            return true
        default: return false
        }
    }

    func isSameKey(as other: Slot) -> Bool {
        guard head == other.head else { return numbersAreEqual(self, other) }
        switch head {
        case Tag.int, Tag.bool: return bits == other.bits
        case Tag.double: return asDouble == other.asDouble
        case Tag.string: return bits == other.bits || asString == other.asString
        default:
            guard let mine = sequence, let others = other.sequence else { return false }
            return mine.count == others.count && zip(mine, others).allSatisfy { $0.isSameKey(as: $1) }
        }
    }

    func hash(into hasher: inout Hasher) {
        switch head {
        case Tag.string: unmanaged(StringObject.self)._withUnsafeGuaranteedRef { hasher.combine($0.text) }
        case Tag.double:
            // A Double that is a whole number is the same key as the Int.
            if let whole = Int(exactly: asDouble) { hasher.combine(whole) } else { hasher.combine(asDouble) }
        case Tag.list, Tag.tuple:
            if let elements = sequence { for element in elements { element.hash(into: &hasher) } }
        default: hasher.combine(asInt)
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
