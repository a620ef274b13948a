import Budget
import Script
import Tensors
import Text

/// The tensor that a value is or can be taken for; nil if it is none.
///
/// Lists are walked twice, for the shape and for the numbers, so that the memory is asked for once and before it is
/// needed.
///
/// - Throws: a `Mistake` about lists of unequal lengths inside a list, or a tensor that no memory can take.
func tensorLike(_ value: Value) throws -> Tensor? {
    if let element = elementLike(value) { return element }
    // The longest list's numbers are copied once on the way.
    try MemoryBudget.reserve(value.partCount, of: MemoryLayout<Double>.stride)
    guard let nest = try NestedNumbers(value) else { return nil }
    if nest.isRecorded { return try stack(value.parts.compactMap { try tensorLike($0) }) }
    return try Tensor.building(Shape(nest.sizes)) { out in
        // Lists without a number have nothing to write, however many they are.
        guard !out.isEmpty else { return }
        var place = 0
        try write(value, to: out, &place)
    }
}

/// The tensor that a value is or can be taken for; nil also for lists of unequal lengths inside a list.
func plainTensor(_ value: Value) throws -> Tensor? {
    do {
        return try tensorLike(value)
    } catch let mistake as Mistake where mistake.construct != "memory" && mistake.construct != "limit" {
        return nil
    }
}

/// The tensors in a list; nil if an element is none.
func listedTensors(_ list: ListValue) throws -> [Tensor]? {
    try MemoryBudget.reserve(bytes: list.count * TensorObject.leastBytes)
    return all(try list.map { try plainTensor($0) })
}

/// The tensor that a value is without being a list.
private func elementLike(_ value: Value) -> Tensor? {
    switch value {
    case .int(let number): Tensor(Float(number))
    case .double(let number): Tensor(Float(number))
    case .bool(let truth): Tensor(truth ? 1 : 0)
    case .object(let object): (object as? TensorObject)?.tensor
    default: nil
    }
}

/// What the lists of a value come to: a shape, and whether a gradient can flow to a tensor among them.
private struct NestedNumbers {
    var sizes: [Int] = []
    var isRecorded = false

    /// Nil for a value that is neither numbers nor lists of them.
    init?(_ value: Value) throws {
        switch value {
        case .int, .double, .bool: return
        case .object(let object):
            guard let tensor = (object as? TensorObject)?.tensor else { return nil }
            sizes = tensor.shape.dimensions
            isRecorded = tensor.isRecorded
        case .range(let range): sizes = [range.count]
        case .list(let list) where list.doubles != nil && !list.contains(where: \.isRecordedTensor):
            sizes = [list.count]
        case .list, .tuple:
            try Interruption.check()
            try MemoryBudget.reserve(value.partCount, of: MemoryLayout<Value>.stride)
            let parts = value.parts
            var first: [Int]?
            for (index, part) in parts.enumerated() {
                guard let below = try NestedNumbers(part) else { return nil }
                isRecorded = isRecorded || below.isRecorded
                if let first {
                    if first == below.sizes { continue }
                    throw Mistake(
                        problem: "the rows of a tensor must have one length",
                        note: "element 0 has the shape \(Shape(first)) and element \(index) "
                            + "\(Shape(below.sizes))")
                }
                first = below.sizes
                // A list may hold another one a thousand times: what no memory can take is not walked through.
                let elements = below.sizes.reduce(Double(parts.count)) { $0 * Double(max($1, 1)) }
                if 4 * elements > Double(MemoryBudget.limit) { break }
            }
            sizes = [parts.count] + (first ?? [])
        default: return nil
        }
    }
}

/// Writes the numbers of a nest in their order.
private func write(
    _ value: Value, to out: UnsafeMutableBufferPointer<Float>, _ place: inout Int
) throws {
    func put(_ numbers: some Sequence<Float>) {
        for number in numbers {
            out[place] = number
            place += 1
        }
    }
    switch value {
    case .range(let range): put(range.lazy.map { Float($0) })
    case .list(let list):
        try Interruption.check()
        if let numbers = list.doubles { return put(numbers.lazy.map { Float($0) }) }
        for part in list { try write(part, to: out, &place) }
    case .tuple(let parts): for part in parts { try write(part, to: out, &place) }
    case .int(let number): put(CollectionOfOne(Float(number)))
    case .double(let number): put(CollectionOfOne(Float(number)))
    case .bool(let truth): put(CollectionOfOne(truth ? 1 : 0))
    default: elementLike(value)?.withFloats { put($0) }
    }
}

extension Value {
    /// How many elements a list or a tuple has.
    fileprivate var partCount: Int {
        switch self {
        case .list(let list): list.count
        case .tuple(let parts): parts.count
        default: 0
        }
    }

    /// The elements of a list or a tuple.
    fileprivate var parts: [Value] {
        switch self {
        case .list(let list): Array(list)
        case .tuple(let parts): Array(parts)
        default: []
        }
    }

    /// Whether it is a tensor that remembers how it was computed.
    fileprivate var isRecordedTensor: Bool {
        if case .object(let object) = self {
            (object as? TensorObject)?.tensor.isRecorded ?? false
        } else {
            false
        }
    }

    /// Whether it is a tensor, a number or a list whose first element is one.
    var isTensorLike: Bool {
        switch self {
        case .int, .double: true
        case .object(let object): object is TensorObject
        case .list(let list): list.first?.isTensorLike ?? true
        default: false
        }
    }
}
