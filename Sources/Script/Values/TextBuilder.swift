/// A text that is being put together, byte by byte.
struct TextBuilder {
    private var bytes: [UInt8] = []

    var count: Int { bytes.count }

    mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func append(_ utf8: [UInt8]) { bytes.append(contentsOf: utf8) }

    /// The number in decimal digits.
    mutating func append(_ number: Int) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var first = 20
            var rest = number.magnitude
            repeat {
                first -= 1
                digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[first...]))
        }
    }

    /// Empties it and keeps its memory, unless that is much.
    mutating func removeAll() { bytes.removeAll(keepingCapacity: bytes.capacity < 1 << 16) }

    var text: String { String(decoding: bytes, as: UTF8.self) }
}
