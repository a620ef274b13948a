import Budget

/// A string in the machine.
final class StringObject {
    @exclusivity(unchecked) private(set) var text: String
    @exclusivity(unchecked) private var counted: Int
    /// The hash once it was asked for; 0 before.
    @exclusivity(unchecked) private var knownHash: UInt = 0

    init(_ text: String) {
        self.text = text
        counted = StringObject.bytes(text)
        MemoryBudget.addValue(counted)
    }

    deinit { MemoryBudget.subtractValue(counted) }

    /// Appends in place, for a string that only one variable holds.
    func append(_ tail: String) {
        text += tail
        knownHash = 0
        let bytes = StringObject.bytes(text)
        MemoryBudget.addValue(bytes - counted)
        counted = bytes
    }

    /// The same for strings that are equal, also where two spellings of an accent are.
    var hash: UInt {
        if knownHash == 0 { knownHash = max(1, StringObject.hash(of: text)) }
        return knownHash
    }

    private static func hash(of text: String) -> UInt {
        var text = text
        let ascii = text.withUTF8 { bytes -> UInt? in
            var hash = UInt(truncatingIfNeeded: bytes.count)
            var all: UInt = 0
            var rest = UnsafeRawBufferPointer(bytes)
            while rest.count >= 8 {
                let word = rest.loadUnaligned(as: UInt.self)
                all |= word
                hash = mixed(hash ^ word)
                rest = UnsafeRawBufferPointer(rebasing: rest[8...])
            }
            var word: UInt = 0
            for byte in rest { word = word << 8 | UInt(byte) }
            all |= word
            return all & 0x8080_8080_8080_8080 == 0 ? mixed(hash ^ word) : nil
        }
        return ascii ?? UInt(bitPattern: text.hashValue)
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
