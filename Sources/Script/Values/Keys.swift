import Text

extension Slot {
    /// Whether a dictionary takes it as a key: numbers, texts, Bools, and lists and tuples of such. How many
    /// there may be in one key is bounded, since a list may hold another any number of times.
    var canBeKey: Bool {
        if head == Tag.string || head == Tag.int { return true }
        var budget = Limits.keyParts
        return canBeKey(&budget)
    }

    fileprivate func canBeKey(_ budget: inout Int) -> Bool {
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

    /// Whether both are the same key: as `==` says, numbers by their value.
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

    /// A number that is the same for the same keys.
    var hash: UInt {
        switch head {
        case Tag.string: return unmanaged(StringObject.self)._withUnsafeGuaranteedRef { $0.hash }
        case Tag.double:
            // A Double that is a whole number is the same key as the Int.
            if let whole = Int(exactly: asDouble) { return mixed(UInt(bitPattern: whole)) }
            return mixed(bits)
        case Tag.list, Tag.tuple:
            return (sequence.map { Array($0) } ?? []).reduce(17) { mixed($0 ^ $1.hash) }
        default: return mixed(bits)
        }
    }
}

/// Spreads a number's bits over all of the result (the finish of MurmurHash3).
@inline(__always) func mixed(_ bits: UInt) -> UInt {
    var hash = bits
    hash ^= hash >> 33
    hash = hash &* 0xFF51_AFD7_ED55_8CCD
    hash ^= hash >> 33
    hash = hash &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash >> 33
}

/// Whether an Int and a Double are the same number, exactly: 2**53 + 1 is not the Double 2**53.
@inline(__always) func numbersAreEqual(_ left: Slot, _ right: Slot) -> Bool {
    if left.isInt, right.isDouble { return Int(exactly: right.asDouble) == left.asInt }
    if left.isDouble, right.isInt { return Int(exactly: left.asDouble) == right.asInt }
    return false
}

extension Mistake {
    static func noKey(_ key: Value) -> Mistake {
        var budget = Limits.keyParts
        let slot = Slot(key)
        defer { slot.release() }
        if !slot.canBeKey(&budget), budget < 0 {
            return Mistake(
                construct: "limit", problem: "the key has too many parts",
                note: "it may have \(Limits.keyParts), those of its lists and tuples counted in")
        }
        return Mistake(
            construct: "dictionary", problem: "\(key.kindPhrase) cannot be a key",
            note: "keys are numbers, strings and Bools, and lists or tuples of them")
    }
}
