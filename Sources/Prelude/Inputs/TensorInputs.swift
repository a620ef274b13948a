import Budget
import Script
import Tensors
import Text

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
                try MemoryBudget.reserve(bytes: list.count * MemoryLayout<Tensor>.stride)
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
    } catch var mistake as Mistake {
        mistake.place = .argument(given.index)
        throw mistake
    }
    var hint = ""
    if case .object(let object) = value, object is NetworkObject { hint = "call it with a batch: `{0}(x)`" }
    if case .object(let object) = value, object is DataObject { hint = "draw samples: `{0}.sample(256)`" }
    if case .function = value { hint = "call it with parentheses to have its value" }
    throw given.mismatch("a tensor, a number or a list of numbers", hint: hint)
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
