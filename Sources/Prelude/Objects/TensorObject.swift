import Script
import Tensors
import Text

/// A tensor as a script holds it.
final class TensorObject: LibraryObject {
    static let members = Library.kind(.tensor)

    let tensor: Tensor
    /// What it stands for as an index.
    let role: TensorRole

    init(_ tensor: Tensor, role: TensorRole = .numbers) {
        self.tensor = tensor
        self.role = role
    }

    var phrase: String {
        tensor.rank == 0
            ? "a tensor without axes (\(tensorText(tensor)))" : "a tensor of shape \(tensor.shape)"
    }

    var number: Double? { tensor.rank == 0 ? Double(tensor.item) : nil }

    func text(_ style: ValueFormat) -> String {
        switch style {
        case .print: tensorText(tensor)
        case .result: resultText
        case .nested: oneLine(tensorText(tensor))
        }
    }

    /// The rows, and for a tensor with axes its shape; for one of many elements their range too.
    private var resultText: String {
        let rows = tensorText(tensor)
        guard tensor.rank > 0, tensor.count > 0 else { return rows }
        if tensor.count <= 100 { return "\(rows)  shape \(tensor.shape)" }
        let (least, middle, most) = tensor.withFloats { floats in
            (
                floats.min() ?? .nan, floats.reduce(0.0) { $0 + Double($1) } / Double(floats.count),
                floats.max() ?? .nan
            )
        }
        return "\(rows)\nfrom \(tensorText(Tensor(least))) to \(tensorText(Tensor(most))), "
            + "\(tensorText(Tensor(Float(middle)))) on average"
    }

    func isEqual(to other: Value) throws -> Bool? {
        if let mine = number {
            guard let other = other.number else { return false }
            return Float(mine) == Float(other)
        }
        switch other {
        case .int, .double: break
        case .object(let object) where object is TensorObject: break
        default: return false
        }
        throw Mistake(
            problem: "`==` gives one Bool, and a tensor has many elements",
            note:
                "{0} is \(phrase); `allClose(a, b)` says whether all agree, `equal(a, b)` is a mask of those that do"
        )
    }

    /// What the smallest tensor takes, its object and its memory together.
    static let leastBytes = 320

    func elements(_ interpreter: Interpreter) throws -> ListValue? {
        guard tensor.rank > 0 else { return nil }
        let count = tensor.shape[0]
        // Each element becomes an object with memory of its own, however small.
        try interpreter.reserve(bytes: count * Self.leastBytes)
        var result = try interpreter.listBuilder(capacity: count)
        for place in 0..<count {
            if tensor.rank == 1, !tensor.isRecorded {
                try result.append(Value(Tensor(tensor.withFloats { $0[place] })))
            } else {
                try result.append(.object(TensorObject(try index(tensor, [.at(place)]), role: role)))
            }
        }
        return result.list()
    }
}

extension TensorObject: DatumConvertible {
    var datum: Datum { .tensor(shape: tensor.shape.dimensions, values: tensor.floats) }
}

/// Text of several lines brought onto one.
func oneLine(_ text: String) -> String {
    text.split(separator: "\n").map { line in line.drop { $0 == " " } }.joined(separator: " ")
}
