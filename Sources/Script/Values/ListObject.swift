import Budget

/// A list in the machine: slots in one block of memory, which grows by doubling.
///
/// Lists are values: who wants to change one that others hold too copies it first.
final class ListObject {
    @exclusivity(unchecked) private(set) var base: UnsafeMutablePointer<Slot>
    @exclusivity(unchecked) private(set) var count: Int
    @exclusivity(unchecked) private var capacity: Int
    /// Whether the next element moves the block.
    var isFull: Bool { count == capacity }
    /// At least how many lists, tuples and dictionaries deep it nests, itself counted.
    @exclusivity(unchecked) private(set) var depth: Int

    init(capacity: Int) {
        base = .allocate(capacity: capacity)
        count = 0
        self.capacity = capacity
        depth = 1
        MemoryBudget.addValue(64 + capacity * MemoryLayout<Slot>.stride)
    }

    /// A list that takes over slots which the caller owns.
    convenience init(taking slots: UnsafeMutablePointer<Slot>, count: Int) {
        self.init(capacity: count)
        base.update(from: slots, count: count)
        self.count = count
        for slot in elements where slot.isObject { noteDepth(of: slot) }
    }

    deinit {
        for slot in elements { slot.release() }
        base.deallocate()
        MemoryBudget.subtractValue(64 + capacity * MemoryLayout<Slot>.stride)
    }

    var elements: UnsafeBufferPointer<Slot> { UnsafeBufferPointer(start: base, count: count) }

    /// A list of its own with the same elements.
    func copy(capacity: Int? = nil) -> ListObject {
        let result = ListObject(capacity: max(count, capacity ?? 0))
        for index in 0..<count { (result.base + index).pointee = base[index].retained() }
        result.count = count
        result.depth = depth
        return result
    }

    /// Appends a value that the caller owns.
    @inline(__always) func append(_ value: Slot) {
        if count == capacity { grow(to: count + 1) }
        base[count] = value
        count += 1
        if value.isObject { noteDepth(of: value) }
    }

    /// Inserts a value that the caller owns.
    func insert(_ value: Slot, at index: Int) {
        if count == capacity { grow(to: count + 1) }
        (base + index + 1).update(from: base + index, count: count - index)
        base[index] = value
        count += 1
        if value.isObject { noteDepth(of: value) }
    }

    /// Takes an element out; the caller owns it.
    func remove(at index: Int) -> Slot {
        let value = base[index]
        (base + index).update(from: base + index + 1, count: count - index - 1)
        count -= 1
        if count == 0 { depth = 1 }
        return value
    }

    func removeAll() {
        for slot in elements { slot.release() }
        count = 0
        depth = 1
    }

    /// Makes room so that appending up to `wanted` elements does not move the block again.
    func reserve(_ wanted: Int) {
        if wanted > capacity { grow(to: wanted) }
    }

    /// Counts in how deep a new element nests.
    func noteDepth(of element: Slot) {
        depth = max(depth, 1 + element.nesting)
    }

    @inline(never) private func grow(to wanted: Int) {
        let larger = max(wanted, capacity * 2, 4)
        let block = UnsafeMutablePointer<Slot>.allocate(capacity: larger)
        block.update(from: base, count: count)
        base.deallocate()
        base = block
        MemoryBudget.addValue((larger - capacity) * MemoryLayout<Slot>.stride)
        capacity = larger
    }
}

/// A tuple in the machine; it never changes.
final class TupleObject {
    let count: Int
    let depth: Int
    private let base: UnsafeMutablePointer<Slot>

    /// A tuple that takes over slots which the caller owns.
    init(taking slots: UnsafeBufferPointer<Slot>) {
        count = slots.count
        base = .allocate(capacity: slots.count)
        base.update(from: slots.baseAddress.unsafelyUnwrapped, count: slots.count)
        depth = 1 + (slots.lazy.map(\.nesting).max() ?? 0)
        MemoryBudget.addValue(64 + count * MemoryLayout<Slot>.stride)
    }

    deinit {
        for slot in elements { slot.release() }
        base.deallocate()
        MemoryBudget.subtractValue(64 + count * MemoryLayout<Slot>.stride)
    }

    var elements: UnsafeBufferPointer<Slot> { UnsafeBufferPointer(start: base, count: count) }
}

extension Slot {
    /// How many lists, tuples and dictionaries deep the value nests; 0 for anything else.
    var nesting: Int {
        switch head {
        case Tag.list: unmanaged(ListObject.self)._withUnsafeGuaranteedRef { $0.depth }
        case Tag.tuple: unmanaged(TupleObject.self)._withUnsafeGuaranteedRef { $0.depth }
        case Tag.dictionary: unmanaged(DictionaryObject.self)._withUnsafeGuaranteedRef { $0.depth }
        default: 0
        }
    }
}
