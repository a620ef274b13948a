import Text

/// A dictionary as the host sees it, in the order in which its keys came.
public struct DictionaryValue: RandomAccessCollection {
    let object: DictionaryObject

    init(_ object: DictionaryObject) { self.object = object }

    /// A dictionary of these entries; of two with the same key the later value stays, at the first's place.
    ///
    /// - Throws: a `Mistake` for a key that is no number, text or Bool, nor a list or tuple of such.
    public init(_ entries: some Sequence<(key: Value, value: Value)>) throws {
        object = DictionaryObject()
        for (key, value) in entries {
            let slot = Slot(key)
            defer { slot.release() }
            guard slot.canBeKey else { throw Mistake.noKey(key) }
            object.set(slot, Slot(value))
        }
    }

    /// A dictionary whose keys are texts.
    public init(_ entries: KeyValuePairs<String, Value>) {
        object = DictionaryObject()
        for (key, value) in entries {
            let slot = Slot.string(key)
            object.set(slot, Slot(value))
            slot.release()
        }
    }

    /// Always zero.
    public var startIndex: Int { 0 }

    /// The number of keys.
    public var endIndex: Int { object.count }

    /// The entry at a position counted from zero.
    public subscript(position: Int) -> (key: Value, value: Value) {
        let entry = object.entry(at: position)
        return (Value(entry.key), Value(entry.value))
    }

    /// The value of a key, or nil.
    public subscript(key: Value) -> Value? {
        let slot = Slot(key)
        defer { slot.release() }
        guard slot.canBeKey else { return nil }
        return object.get(slot).map { Value($0) }
    }

    /// The value of a key that is a text, or nil.
    public subscript(key: String) -> Value? { self[.string(key)] }
}
