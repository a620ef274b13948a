import Glibc
import Text

extension Slot {
    @inline(__always) var isNumber: Bool { head | 1 == 3 }

    /// The Double of a slot that is an Int or a Double.
    @inline(__always) var widened: Double { isDouble ? asDouble : Double(asInt) }

    /// What the box in this slot holds.
    @inline(__always) var boxContent: UnsafeMutablePointer<Slot> {
        unmanaged(BoxObject.self)._withUnsafeGuaranteedRef { $0.content }
    }
}

extension Interpreter {
    /// R[a] = R[b] op `right` for operands that the machine does not know by heart.
    @inline(never)
    func operate(
        _ operation: BinaryOperator, _ i: Instruction, _ registers: UnsafeMutablePointer<Slot>, _ right: Slot
    ) throws {
        let left = registers[Int(i.b)]
        let target = registers + Int(i.a)
        if operation == .add, i.a == i.b, try appendInPlace(target, right) {
            dropTemporaries(i, registers, keeping: i.a)
            return
        }
        let isSwapped = i.flags & Flag.swapped != 0
        let result = try isSwapped ? binary(operation, right, left) : binary(operation, left, right)
        target.replace(with: result)
        dropTemporaries(i, registers, keeping: i.a)
    }

    @inline(__always)
    func dropTemporaries(_ i: Instruction, _ registers: UnsafeMutablePointer<Slot>, keeping target: UInt16) {
        if i.flags & Flag.freesB != 0, i.b != target { (registers + Int(i.b)).replace(with: .empty) }
        if i.flags & Flag.freesC != 0, i.c != target { (registers + Int(i.c)).replace(with: .empty) }
    }

    /// R[a] = op R[b]
    @inline(never)
    func operate(_ operation: UnaryOperator, _ i: Instruction, _ registers: UnsafeMutablePointer<Slot>) throws
    {
        let result = try unary(operation, registers[Int(i.b)])
        (registers + Int(i.a)).replace(with: result)
        if i.flags & Flag.freesB != 0, i.b != i.a { (registers + Int(i.b)).replace(with: .empty) }
    }

    private func unary(_ operation: UnaryOperator, _ operand: Slot) throws -> Slot {
        switch operation {
        case .negate:
            if operand.isInt {
                let (result, overflow) = Int(0).subtractingReportingOverflow(operand.asInt)
                if overflow { throw Mistake.overflow("-{0}") }
                return .int(result)
            }
            if operand.isDouble { return .double(-operand.asDouble) }
        case .not:
            if operand.head == Tag.bool { return .bool(!operand.asBool) }
        }
        if operand.isHost, let result = try operand.asHost.unary(operation) { return Slot(result) }
        let ofHost = advice.words(on: .operandNeeded(symbol: operation.symbol)).map { " or \($0)" } ?? ""
        let needed = (operation == .negate ? "a number" : "a Bool, true or false") + ofHost
        throw Mistake(
            problem: "`\(operation.symbol)` needs \(needed)", note: "{0} is \(operand.phrase)",
            place: .argument(0))
    }

    /// The value of an operation; the caller owns it and keeps the operands.
    func binary(_ operation: BinaryOperator, _ left: Slot, _ right: Slot) throws -> Slot {
        switch operation {
        case .equal: return .bool(try areEqual(left, right))
        case .notEqual: return .bool(try !areEqual(left, right))
        default: break
        }
        if left.isHost || right.isHost {
            if let result = try hostBinary(operation, left, right) { return result }
        } else if let first = left.asNumber, let second = right.asNumber {
            return try numbers(operation, left, right, first, second)
        }
        if operation.isOrdering {
            return .bool(try isOrdered(operation, left, right))
        }
        if let result = try collections(operation, left, right) { return result }
        throw operandsDoNotFit(operation, left, right)
    }

    /// The value of an operation as an object has it; nil where neither side knows the operation.
    func hostBinary(_ operation: BinaryOperator, _ left: Slot, _ right: Slot) throws -> Slot? {
        if left.isHost,
            let result = try left.asHost.binary(operation, Value(right), selfIsLeft: true, self)
        {
            return try checked(Slot(result))
        }
        if right.isHost,
            let result = try right.asHost.binary(operation, Value(left), selfIsLeft: false, self)
        {
            return try checked(Slot(result))
        }
        // What counts as a number is one where its own kind has no opinion.
        if let first = number(left), let second = number(right) {
            return try numbers(operation, .double(first), .double(second), first, second)
        }
        return nil
    }

    /// The number a value is or counts as.
    func number(_ slot: Slot) -> Double? {
        slot.asNumber ?? (slot.isHost ? slot.asHost.number : nil)
    }

    private func numbers(
        _ operation: BinaryOperator, _ left: Slot, _ right: Slot, _ first: Double, _ second: Double
    ) throws -> Slot {
        if left.isInt, right.isInt {
            if let result = try wholeNumbers(operation, left.asInt, right.asInt) { return result }
        }
        switch operation {
        case .add: return .double(first + second)
        case .subtract: return .double(first - second)
        case .multiply: return .double(first * second)
        case .divide:
            if second == 0 { throw Mistake.divisionByZero(operation) }
            return .double(first / second)
        case .remainder:
            if second == 0 { throw Mistake.divisionByZero(operation) }
            return .double(flooredRemainder(first, second))
        case .power:
            if first == 0, second < 0 {
                throw Mistake(
                    problem: "0 has no power with an exponent below 0", note: "it would be a division by 0",
                    place: .argument(1))
            }
            return .double(pow(first, second))
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            return .bool(compareNumbers(operation, left, right))
        case .matrixProduct:
            throw Mistake(
                problem: "`@` needs \(advice.words(on: .operandNeeded(symbol: "@")) ?? "matrices")",
                note: "{0} and {1} are numbers: multiply them with `*`")
        case .equal, .notEqual: return .bool((first == second) == (operation == .equal))
        }
    }

    private func wholeNumbers(_ operation: BinaryOperator, _ left: Int, _ right: Int) throws -> Slot? {
        let result: (partialValue: Int, overflow: Bool)
        switch operation {
        case .add: result = left.addingReportingOverflow(right)
        case .subtract: result = left.subtractingReportingOverflow(right)
        case .multiply: result = left.multipliedReportingOverflow(by: right)
        case .remainder:
            if right == 0 { throw Mistake.divisionByZero(operation) }
            if right == -1 { return .int(0) }
            let rest = left % right
            return .int(rest != 0 && (rest < 0) != (right < 0) ? rest + right : rest)
        case .power:
            guard right >= 0 else { return nil }
            result = wholePower(left, right)
        default: return nil
        }
        if result.overflow { throw Mistake.overflow("{0} \(operation.symbol) {1}") }
        return .int(result.partialValue)
    }

    /// Strings and lists: joined with `+`, a list repeated with `*`.
    private func collections(_ operation: BinaryOperator, _ left: Slot, _ right: Slot) throws -> Slot? {
        switch (operation, left.head, right.head) {
        case (.add, Tag.string, Tag.string):
            let first = left.asString
            let second = right.asString
            try reserveString(first.utf8.count + second.utf8.count)
            return .string(first + second)
        case (.add, Tag.list, Tag.list):
            let first = left.asList
            let second = right.asList
            try reserveList(first.count + second.count)
            try spendQuietly((first.count + second.count) >> 4)
            let result = first.copy(capacity: first.count + second.count)
            for element in second.elements { result.append(element.retained()) }
            return .list(result)
        case (.multiply, Tag.list, Tag.int): return try repeated(left, right.asInt, 1)
        case (.multiply, Tag.int, Tag.list): return try repeated(right, left.asInt, 0)
        case (.multiply, Tag.string, Tag.int):
            let text = left.asString
            let count = right.asInt
            if count < 0 { throw Mistake.negativeCount(count, 1) }
            if text.isEmpty { return .string("") }
            try reserveString(text.utf8.count.multipliedReportingOverflow(by: count))
            var repeated = TextBuilder()
            repeated.append(text, times: count)
            try spend(bytes: repeated.count)
            return .string(repeated.text)
        default: return nil
        }
    }

    private func repeated(_ list: Slot, _ times: Int, _ place: Int) throws -> Slot {
        if times < 0 { throw Mistake.negativeCount(times, place) }
        let list = list.asList
        let (total, overflow) = list.count.multipliedReportingOverflow(by: times)
        let result = try newList(capacity: overflow ? Int.max : total)
        // Nothing, any number of times, is nothing at once.
        guard total > 0 else { return .list(result) }
        for _ in 0..<times {
            try spendQuietly(list.count >> 10)
            for element in list.elements { result.append(element.retained()) }
        }
        return .list(result)
    }

    /// `s += t` and `xs += ys` where nothing else holds s or xs: without a copy.
    func appendInPlace(_ target: UnsafeMutablePointer<Slot>, _ tail: Slot) throws -> Bool {
        switch (target.pointee.head, tail.head) {
        case (Tag.string, Tag.string) where target.isUniquelyHeld:
            let object = target.pointee.object(StringObject.self)
            let text = tail.asString
            try reserveString(object.text.utf8.count + text.utf8.count)
            object.append(text)
            return true
        case (Tag.list, Tag.list) where target.isUniquelyHeld && tail.bits != target.pointee.bits:
            let list = target.pointee.asList
            let more = tail.asList
            try reserveList(list.count + more.count)
            try spendQuietly(more.count >> 4)
            list.reserve(list.count + more.count)
            for element in more.elements { list.append(element.retained()) }
            return true
        default: return false
        }
    }
}

extension UnsafeMutablePointer<Slot> {
    /// Whether this slot owns the only reference to its object.
    @inline(__always) var isUniquelyHeld: Bool {
        (UnsafeMutableRawPointer(self) + MemoryLayout<UInt>.stride)
            .withMemoryRebound(to: AnyObject.self, capacity: 1) { isKnownUniquelyReferenced(&$0.pointee) }
    }
}

/// The remainder with the divisor's sign.
func flooredRemainder(_ dividend: Double, _ divisor: Double) -> Double {
    let rest = fmod(dividend, divisor)
    return rest != 0 && (rest < 0) != (divisor < 0) ? rest + divisor : rest
}

/// A power of whole numbers by squaring.
private func wholePower(_ base: Int, _ exponent: Int) -> (partialValue: Int, overflow: Bool) {
    var result = 1
    var square = base
    var rest = exponent
    while true {
        if rest & 1 == 1 {
            let (product, overflow) = result.multipliedReportingOverflow(by: square)
            if overflow { return (0, true) }
            result = product
        }
        rest >>= 1
        if rest == 0 { return (result, false) }
        let (product, overflow) = square.multipliedReportingOverflow(by: square)
        if overflow {
            // Only 0, 1 and -1 have endless powers, and their squares do not overflow.
            return (0, true)
        }
        square = product
    }
}
