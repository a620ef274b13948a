import Budget
import Networks
import Script
import Tensors

/// What a finite set can be made of.
enum Rows: Sendable {
    /// The rows of a tensor.
    case tensor(Tensor)
    /// The lines of a file.
    case file(String)
}

extension Input where Argument == Rows {
    /// A tensor with a row for each sample, or the path of a file that holds them.
    static func rows(_ name: String, _ summary: String) -> Self {
        let tensor = Input<Tensor>.tensor(name, summary)
        return Input(name, type: "Tensor or String", summary, accepts: tensor.accepts) { given in
            if case .string(let path) = given.value { return .file(path) }
            return .tensor(try tensor.read(given))
        }
    }
}

extension Input where Argument == PixelRange {
    /// What pixels are scaled to.
    static var pixels: Self {
        .labeled(
            Input(
                "range", type: "range", "what black and white become: -1...1 or 0...1",
                default: .minusOneToOne,
                text: "-1...1", accepts: .range
            ) { given, value in
                if case .range(let range) = value {
                    if Array(range.prefix(4)) == [-1, 0, 1] { return .minusOneToOne }
                    if Array(range.prefix(4)) == [0, 1] { return .zeroToOne }
                }
                throw given.mismatch("-1...1 or 0...1")
            })
    }
}

extension Input where Argument == [Double] {
    /// A number, or a list with one for each dimension or center.
    static func oneOrMore(_ name: String, _ summary: String, default fallback: Int) -> Self {
        Input(
            name, type: "number or list", summary, default: [Double(fallback)], text: "\(fallback)",
            accepts: .numbers
        ) { given, value in
            guard let numbers = try doubles(value), !numbers.isEmpty else {
                throw given.mismatch("a number or a list of numbers")
            }
            return numbers
        }
    }

    /// A point in the plane.
    static func point(_ name: String, _ fallback: [Int]) -> Self {
        Input(
            name, type: "point", "a list of two numbers", default: fallback.map(Double.init),
            text: "\(fallback)",
            accepts: .numbers
        ) { given, value in
            guard let numbers = try doubles(value), numbers.count == 2 else {
                throw given.mismatch("a point: a list of two numbers")
            }
            return numbers
        }
    }
}

extension Input where Argument == [[Double]] {
    /// Centers, a row each.
    static func centers(_ name: String, _ summary: String) -> Self {
        Input(name, type: "list or Tensor", summary, default: nil, text: nil, accepts: .tensor) {
            given, value in
            guard let tensor = try plainTensor(value), tensor.rank == 1 || tensor.rank == 2 else {
                throw given.mismatch("a list of numbers, or of rows of one length")
            }
            // Numbers of the script itself keep their 64 bits.
            if case .list(let list) = value {
                try MemoryBudget.reserve(bytes: list.count * 80)
                if let numbers = list.doubles { return numbers.map { [$0] } }
                if let rows = all(try list.map { try doubles($0) }) { return rows }
            }
            let width = tensor.rank == 1 ? 1 : tensor.shape[1]
            try MemoryBudget.reserve(bytes: tensor.count * 20 + tensor.shape[0] * 64)
            let floats = tensor.floats.map(Double.init)
            return stride(from: 0, to: floats.count, by: max(width, 1)).map {
                Array(floats[$0..<($0 + width)])
            }
        }
    }
}
