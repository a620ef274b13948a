import Budget

/// A dictionary in the machine: keys in their order, and their values beside them.
///
/// A table of positions, by the keys' hashes, finds a key; while there are few keys they are looked through
/// one by one. (`OrderedDictionary`, measured first, took twice as long for a look-up: it seeds and finishes
/// a hash anew each time, where a string here keeps its own.)
final class DictionaryObject {
    let keys: ListObject
    let values: ListObject
    @exclusivity(unchecked) private var hashes: UnsafeMutablePointer<UInt>
    @exclusivity(unchecked) private var hashCapacity: Int
    /// Positions, or -1; nil while there are few keys.
    @exclusivity(unchecked) private var buckets: UnsafeMutablePointer<Int32>?
    /// The number of buckets, a power of two, less one.
    @exclusivity(unchecked) private var mask = 0
    /// Where the last key that was looked for is: `d[key] = (d[key] ?? 0) + 1` asks for one key twice.
    @exclusivity(unchecked) private var lastFound = 0

    private static let fewKeys = 8

    init(capacity: Int = 0) {
        keys = ListObject(capacity: capacity)
        values = ListObject(capacity: capacity)
        hashCapacity = max(capacity, DictionaryObject.fewKeys)
        hashes = .allocate(capacity: hashCapacity)
    }

    private init(copying other: DictionaryObject) {
        keys = other.keys.copy()
        values = other.values.copy()
        hashCapacity = max(other.count, DictionaryObject.fewKeys)
        hashes = .allocate(capacity: hashCapacity)
        hashes.update(from: other.hashes, count: other.count)
        if count > DictionaryObject.fewKeys { rebuild(bucketCount: other.mask + 1) }
    }

    deinit {
        hashes.deallocate()
        dropBuckets()
    }

    var count: Int { values.count }

    /// At least how many lists, tuples and dictionaries deep it nests, itself counted.
    var depth: Int { max(values.depth, keys.depth) }

    func copy() -> DictionaryObject { DictionaryObject(copying: self) }

    /// The key and the value at a position; the dictionary keeps owning both.
    func entry(at position: Int) -> (key: Slot, value: Slot) {
        (keys.base[position], values.base[position])
    }

    func position(of key: Slot) -> Int? { position(of: key, key.hash) }

    private func position(of key: Slot, _ hash: UInt) -> Int? {
        let keys = keys.base
        let last = lastFound
        if last < count, hashes[last] == hash, keys[last].isSameKey(as: key) { return last }
        guard let buckets else {
            for position in 0..<count where hashes[position] == hash && keys[position].isSameKey(as: key) {
                lastFound = position
                return position
            }
            return nil
        }
        var bucket = Int(bitPattern: hash) & mask
        while buckets[bucket] >= 0 {
            let position = Int(buckets[bucket])
            if hashes[position] == hash, keys[position].isSameKey(as: key) {
                lastFound = position
                return position
            }
            bucket = (bucket + 1) & mask
        }
        return nil
    }

    /// The value of a key; the dictionary keeps owning it.
    func get(_ key: Slot) -> Slot? {
        guard let position = position(of: key) else { return nil }
        return values.base[position]
    }

    /// Puts a value that is no object where a key has one already; false if the key is new.
    func replace(_ key: Slot, withPlain value: Slot) -> Bool {
        guard let position = position(of: key) else { return false }
        (values.base + position).replace(with: value)
        return true
    }

    /// Puts in a value that the caller owns under a key that the caller keeps.
    func set(_ key: Slot, _ value: Slot) {
        let position = positionAdding(key)
        (values.base + position).replace(with: value)
        if value.isObject { values.noteDepth(of: value) }
    }

    /// The position of a key, which is put in with nil for its value if it is new.
    func positionAdding(_ key: Slot) -> Int {
        let hash = key.hash
        if let position = position(of: key, hash) { return position }
        let position = count
        keys.append(key.retained())
        values.append(.empty)
        if position == hashCapacity { growHashes() }
        hashes[position] = hash
        if position >= DictionaryObject.fewKeys { enter(position) }
        return position
    }

    /// Takes a key out; the caller owns its value.
    func remove(_ key: Slot) -> Slot? {
        guard let position = position(of: key) else { return nil }
        let value = values.remove(at: position)
        keys.remove(at: position).release()
        (hashes + position).update(from: hashes + position + 1, count: count - position)
        // The positions behind it have moved up.
        if buckets != nil { rebuild(bucketCount: mask + 1) }
        return value
    }

    private func growHashes() {
        let larger = UnsafeMutablePointer<UInt>.allocate(capacity: hashCapacity * 2)
        larger.update(from: hashes, count: hashCapacity)
        hashes.deallocate()
        hashes = larger
        hashCapacity *= 2
    }

    /// Notes the newest key in the table, which is never more than half full.
    private func enter(_ position: Int) {
        guard let buckets, count * 2 <= mask + 1 else {
            return rebuild(bucketCount: max(32, (mask + 1) * 2))
        }
        place(position, in: buckets)
    }

    private func place(_ position: Int, in buckets: UnsafeMutablePointer<Int32>) {
        var bucket = Int(bitPattern: hashes[position]) & mask
        while buckets[bucket] >= 0 { bucket = (bucket + 1) & mask }
        buckets[bucket] = Int32(truncatingIfNeeded: position)
    }

    private func rebuild(bucketCount: Int) {
        dropBuckets()
        let fresh = UnsafeMutablePointer<Int32>.allocate(capacity: bucketCount)
        fresh.initialize(repeating: -1, count: bucketCount)
        MemoryBudget.addValue(bucketCount * 4)
        buckets = fresh
        mask = bucketCount - 1
        for position in 0..<count { place(position, in: fresh) }
    }

    private func dropBuckets() {
        guard let buckets else { return }
        buckets.deallocate()
        MemoryBudget.subtractValue((mask + 1) * 4)
        self.buckets = nil
    }
}
