import Script
import Tensors

extension Input where Argument == Tensor {
    /// A tensor; a number, or a list of numbers with as many levels as wished, will do.
    static func tensor(_ name: String, _ summary: String = "") -> Self {
        Input(name, type: "Tensor", summary, accepts: .tensor) { given in
            guard let value = given.value else { throw given.mistake("`\(name)` is missing") }
            if case .object(let object) = value, let tensor = (object as? TensorObject)?.tensor {
                return tensor
            }
            return try tensorFrom(value, given)
        }
    }
}

extension Input where Argument == [Tensor] {
    /// Tensors: several arguments, or one list of them.
    static func tensors(_ name: String, _ summary: String = "") -> Self {
        Input(name, type: "Tensor", summary, isVariadic: true, accepts: .tensor) { given in
            let rest = given.rest
            if rest.count == 1, case .list(let list) = rest[0],
                list.contains(where: { if case .object = $0 { true } else { false } })
            {
                return try list.map { element in
                    guard case .object(let object) = element, let tensor = (object as? TensorObject)?.tensor
                    else { throw given.mismatch(ofRest: 0, "tensors, or one list of tensors") }
                    return tensor
                }
            }
            return try rest.enumerated().map { position, value in
                guard let tensor = try tensorLike(value) else {
                    throw given.mismatch(ofRest: position, "tensors, or one list of tensors")
                }
                return tensor
            }
        }
    }
}

private func tensorFrom(_ value: Value, _ given: Given) throws -> Tensor {
    do {
        if let tensor = try tensorLike(value) { return tensor }
    } catch let ragged as RaggedList {
        throw given.mistake(
            "`\(given.parameter.name)` must have rows of one length", "in {\(given.index)} \(ragged.text)")
    }
    var hint = ""
    if case .object(let object) = value, object is NetworkObject { hint = "call it with a batch: `{0}(x)`" }
    if case .object(let object) = value, object is DataObject { hint = "draw samples: `{0}.sample(256)`" }
    if case .function = value { hint = "call it with parentheses to have its value" }
    throw given.mismatch("a tensor, a number or a list of numbers", hint: hint)
}

/// Lists inside a list that do not all have the same length.
struct RaggedList: Error {
    let text: String
}

/// The tensor that a value is or can be taken for; nil if it is none.
///
/// - Throws: `RaggedList` for lists of unequal lengths inside a list.
func tensorLike(_ value: Value) throws -> Tensor? {
    switch value {
    case .int(let number): return Tensor(Float(number))
    case .double(let number): return Tensor(Float(number))
    case .bool(let truth): return Tensor(truth ? 1 : 0)
    case .object(let object): return (object as? TensorObject)?.tensor
    case .range(let range):
        guard range.count <= 1 << 26 else { return nil }
        return try Tensor(range.map { Float($0) }, [range.count])
    case .tuple(let values): return try tensorLike(.list(ListValue(values)))
    case .list(let list):
        if let numbers = list.doubles, !list.contains(where: \.isRecordedTensor) {
            return try Tensor(numbers.map { Float($0) }, [numbers.count])
        }
        var rows: [Tensor] = []
        for (index, element) in list.enumerated() {
            guard let row = try tensorLike(element) else { return nil }
            if let first = rows.first, first.shape != row.shape {
                throw RaggedList(
                    text: "element 0 has the shape \(first.shape) and element \(index) \(row.shape)")
            }
            rows.append(row)
        }
        return try stack(rows)
    default: return nil
    }
}

extension Value {
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

/// A number of the language, or a tensor: what the functions of a calculator take.
enum Numeric: Sendable {
    case number(Double)
    case tensor(Tensor)
}

extension Input where Argument == Numeric {
    /// A number, which stays a number of 64 bits, or a tensor.
    static func numeric(_ name: String, _ summary: String = "") -> Self {
        Input(name, type: "Tensor or number", summary, accepts: .tensor) { given in
            switch given.value {
            case .int(let number)?: .number(Double(number))
            case .double(let number)?: .number(number)
            case .object(let object)? where object is TensorObject:
                .tensor((object as? TensorObject)?.tensor ?? Tensor(.nan))
            case let value?: .tensor(try tensorFrom(value, given))
            case nil: throw given.mistake("`\(name)` is missing")
            }
        }
    }
}

/// The inputs that many reductions share.
extension Input where Argument == Int? {
    /// The axis to go along; all elements if left out.
    static func axis(_ summary: String = "the axis that disappears; all elements if left out") -> Self {
        .optional(.int("axis", summary))
    }
}

extension Input where Argument == Bool {
    /// Whether the reduced axis stays with size 1.
    static var keepAxis: Self { .flag("keepAxis", "leave the axis with size 1") }
}
