import Text

/// The comparison of two Ints or two Doubles; nil for anything else.
@inline(__always)
func compareAlike(_ operation: BinaryOperator, _ left: Slot, _ right: Slot) -> Bool? {
    if left.isInt, right.isInt {
        let first = left.asInt
        let second = right.asInt
        switch operation {
        case .less: return first < second
        case .lessOrEqual: return first <= second
        case .greater: return first > second
        case .greaterOrEqual: return first >= second
        case .equal: return first == second
        default: return first != second
        }
    }
    if left.isDouble, right.isDouble {
        let first = left.asDouble
        let second = right.asDouble
        switch operation {
        case .less: return first < second
        case .lessOrEqual: return first <= second
        case .greater: return first > second
        case .greaterOrEqual: return first >= second
        case .equal: return first == second
        default: return first != second
        }
    }
    return nil
}

/// The order of two numbers, exact also between an Int and a Double.
func compareNumbers(_ operation: BinaryOperator, _ left: Slot, _ right: Slot) -> Bool {
    if let alike = compareAlike(operation, left, right) { return alike }
    let first = left.widened
    let second = right.widened
    if first != second || first.magnitude < 9e15 {
        return compareAlike(operation, .double(first), .double(second)) ?? false
    }
    // Both round to the same Double: the Int's last digits decide, if the Double is an Int at all.
    let whole = left.isInt ? left.asInt : right.asInt
    let other = left.isInt ? second : first
    guard let otherWhole = Int(exactly: other) else {
        // 2**63, just above the largest Int.
        let sign: Slot = .double(left.isInt ? 0 : 1)
        return compareAlike(operation, sign, .double(left.isInt ? 1 : 0)) ?? false
    }
    return compareAlike(
        operation, .int(left.isInt ? whole : otherWhole), .int(left.isInt ? otherWhole : whole)) ?? false
}

extension Interpreter {
    /// Whether a comparison holds, as a condition.
    @inline(never)
    func holds(
        _ operation: BinaryOperator, _ i: Instruction, _ registers: UnsafeMutablePointer<Slot>, _ right: Slot
    ) throws -> Bool {
        let left = registers[Int(i.b)]
        if left.isNumber, right.isNumber {
            return operation == .equal || operation == .notEqual
                ? try areEqual(left, right) == (operation == .equal) : compareNumbers(operation, left, right)
        }
        let result = try binary(operation, left, right)
        defer { result.release() }
        if i.flags & Flag.freesB != 0 { (registers + Int(i.b)).replace(with: .empty) }
        if i.flags & Flag.freesC != 0 { (registers + Int(i.c)).replace(with: .empty) }
        guard result.head == Tag.bool else {
            var mistake = noCondition(result)
            mistake.place = .whole
            throw mistake
        }
        return result.asBool
    }

    /// `<` and its kin between values that are no numbers: strings by their characters, lists and tuples by
    /// the first elements that differ.
    func isOrdered(_ operation: BinaryOperator, _ left: Slot, _ right: Slot) throws -> Bool {
        if left.isNumber, right.isNumber { return compareNumbers(operation, left, right) }
        if left.isHost || right.isHost, let result = try orderedHosts(operation, left, right) {
            return result
        }
        if left.head == Tag.string, right.head == Tag.string {
            switch operation {
            case .less: return left.asString < right.asString
            case .lessOrEqual: return left.asString <= right.asString
            case .greater: return left.asString > right.asString
            default: return left.asString >= right.asString
            }
        }
        guard let first = left.sequence, let second = right.sequence, left.head == right.head else {
            throw operandsDoNotFit(operation, left, right)
        }
        for (position, (one, other)) in zip(first, second).enumerated() {
            try spendQuietly(1)
            do {
                if try areEqual(one, other) { continue }
                return try isOrdered(operation, one, other)
            } catch var mistake as Mistake {
                for operand in ["{0}", "{1}"] {
                    mistake.note = mistake.note.replacing(operand, with: "element \(position) of \(operand)")
                }
                throw mistake
            }
        }
        return compareAlike(operation, .int(first.count), .int(second.count)) ?? false
    }

    /// What an object says of the order; nil where neither side has an opinion.
    private func orderedHosts(_ operation: BinaryOperator, _ left: Slot, _ right: Slot) throws -> Bool? {
        if let first = number(left), let second = number(right) {
            return compareAlike(operation, .double(first), .double(second))
        }
        guard let result = try hostBinary(operation, left, right) else { return nil }
        defer { result.release() }
        guard result.head == Tag.bool else { throw noCondition(result) }
        return result.asBool
    }

    /// `==`.
    func areEqual(_ left: Slot, _ right: Slot) throws -> Bool {
        if left.isHost, let equal = try left.asHost.isEqual(to: Value(right)) { return equal }
        if right.isHost, let equal = try right.asHost.isEqual(to: Value(left)) { return equal }
        guard left.head == right.head else {
            if left.isHost || right.isHost, let first = number(left), let second = number(right) {
                return first == second
            }
            return numbersAreEqual(left, right)
        }
        switch left.head {
        case Tag.none: return true
        case Tag.double: return left.asDouble == right.asDouble
        case Tag.string: return left.bits == right.bits || left.asString == right.asString
        case Tag.range: return left.asRange.hasSameNumbers(as: right.asRange)
        case Tag.list, Tag.tuple, Tag.dictionary:
            var known = EqualPairs()
            return try haveEqualParts(left, right, &known)
        default: return left.bits == right.bits
        }
    }

    /// `==` of two lists, two tuples or two dictionaries.
    private func haveEqualParts(_ left: Slot, _ right: Slot, _ known: inout EqualPairs) throws -> Bool {
        if known.contains(left, right) { return true }
        if left.head == Tag.dictionary {
            let (first, second) = (left.asDictionary, right.asDictionary)
            guard first.count == second.count else { return false }
            for position in 0..<first.count {
                let (key, value) = first.entry(at: position)
                guard let other = second.get(key), try arePartsEqual(value, other, &known) else {
                    return false
                }
            }
        } else {
            guard let first = left.sequence, let second = right.sequence, first.count == second.count else {
                return false
            }
            for (one, other) in zip(first, second) where try !arePartsEqual(one, other, &known) {
                return false
            }
        }
        known.insert(left, right)
        return true
    }

    private func arePartsEqual(_ left: Slot, _ right: Slot, _ known: inout EqualPairs) throws -> Bool {
        try spendQuietly(1)
        known.walked += 1
        guard left.nesting > 0, left.head == right.head else { return try areEqual(left, right) }
        return try haveEqualParts(left, right, &known)
    }
}

/// The lists, tuples and dictionaries that a comparison has found equal, once it has walked far: a value may hold
/// another any number of times, and is to be walked through once.
private struct EqualPairs {
    private struct Pair: Hashable {
        let left: UInt
        let right: UInt
    }

    /// How many parts have been compared.
    var walked = 0
    private var pairs: Set<Pair> = []

    func contains(_ left: Slot, _ right: Slot) -> Bool {
        !pairs.isEmpty && pairs.contains(Pair(left: left.bits, right: right.bits))
    }

    mutating func insert(_ left: Slot, _ right: Slot) {
        if walked > 1_000, left.nesting > 1 { pairs.insert(Pair(left: left.bits, right: right.bits)) }
    }
}

extension Slot {
    /// The elements of a list or a tuple.
    var sequence: UnsafeBufferPointer<Slot>? {
        switch head {
        case Tag.list: asList.elements
        case Tag.tuple: asTuple.elements
        default: nil
        }
    }
}
