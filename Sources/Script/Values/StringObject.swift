/// A string in the machine.
final class StringObject {
    private(set) var text: String
    private var counted: Int

    init(_ text: String) {
        self.text = text
        counted = StringObject.bytes(text)
        MemoryMeter.add(counted)
    }

    deinit { MemoryMeter.subtract(counted) }

    /// Appends in place, for a string that only one variable holds.
    func append(_ tail: String) {
        text += tail
        let bytes = StringObject.bytes(text)
        MemoryMeter.add(bytes - counted)
        counted = bytes
    }

    /// Up to 15 bytes lie in the string itself; longer ones have storage of their own.
    @inline(__always) private static func bytes(_ text: String) -> Int {
        let length = text.utf8.count
        return length > 15 ? 96 + length : 48
    }
}

/// A range in the machine.
final class RangeObject {
    let range: RangeValue

    init(_ range: RangeValue) { self.range = range }
}
