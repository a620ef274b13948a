import Glibc
import Script
import Tensors
import Text

extension Entry {
    static let reductions: [Entry] = [
        Entry(
            "sum", .reductions, "The sum of all elements, or along an axis.", .tensorOrNumbers("x"), .axes,
            .keepAxis, returns: .tensorOrNumber, text: listRule,
            example: "let x = tensor([[1, 2], [3, 4]])\nprint(sum(x), sum(x, axis: 0), sum([1, 2, 3]))",
            prints: "10 [4, 6] 6", raises: ["An axis that is not there."], seeAlso: ["mean", "cumsum"]
        ) { call, x, axes, keepAxis in
            if let numbers = try plain(call, axes) {
                if let whole = wholeSum(numbers) { return Value.int(whole) }
                return .double(numbers.reduce(0) { $0 + ($1.number ?? 0) })
            }
            switch axes {
            case nil: return Value(try sum(x, axis: nil, keepAxis: keepAxis))
            case let axes? where axes.count == 1: return Value(try sum(x, axis: axes[0], keepAxis: keepAxis))
            case let axes?: return Value(try sum(x, axes: axes, keepAxis: keepAxis))
            }
        },
        Entry(
            "mean", .reductions, "The average of all elements, or along an axis.", .tensorOrNumbers("x"),
            .axes, .keepAxis, returns: .tensorOrNumber, text: listRule,
            example: "let x = tensor([[1, 2], [3, 4]])\nprint(mean(x), mean(x, axis: 1))",
            prints: "2.5 [1.5, 3.5]",
            raises: ["An axis that is not there.", "No element at all."], seeAlso: ["sum", "variance"]
        ) { call, x, axes, keepAxis in
            if let numbers = try plain(call, axes), !numbers.isEmpty {
                return Value.double(numbers.reduce(0) { $0 + ($1.number ?? 0) } / Double(numbers.count))
            }
            switch axes {
            case nil: return Value(try mean(x, axis: nil, keepAxis: keepAxis))
            case let axes? where axes.count == 1: return Value(try mean(x, axis: axes[0], keepAxis: keepAxis))
            case let axes?: return Value(try mean(x, axes: axes, keepAxis: keepAxis))
            }
        },
        extreme("max", "largest", { $0 > $1 }, Tensors.max, Tensors.maximum, "3", "[3, 4]"),
        extreme("min", "smallest", { $0 < $1 }, Tensors.min, Tensors.minimum, "1", "[1, 2]"),
        Entry(
            "variance", .reductions, "The average squared distance from the mean.", .tensorOrNumbers("x"),
            .axis(),
            .flag("unbiased", "divide by n − 1 instead of n"), .keepAxis, returns: .tensorOrNumber,
            text: listRule,
            example: "print(variance(tensor([1, 3])), variance(tensor([1, 3]), unbiased: true))",
            prints: "1 2",
            seeAlso: ["standardDeviation", "mean"]
        ) { call, x, axis, unbiased, keepAxis in
            if axis == nil, let value = spread(try plain(call, nil), unbiased) { return Value.double(value) }
            return Value(try variance(x, axis: axis, unbiased: unbiased, keepAxis: keepAxis))
        },
        deviation("standardDeviation", seeAlso: ["std", "variance"]),
        deviation("std", seeAlso: ["standardDeviation", "variance"]),
        Entry(
            "median", .reductions, "The middle of the elements in order, of all or along an axis.",
            .tensorOrNumbers("x"), .axis(), .keepAxis, returns: .tensorOrNumber,
            text: "Of an even number of elements it is the mean of the two in the middle, as in numpy; "
                + "PyTorch takes the lower one. A NaN among the elements gives NaN. \(listRule)",
            example: "print(median(tensor([[1, 5, 3], [8, 2, 4]]), axis: 1), median([1, 2, 3, 10]))",
            prints: "[3, 4] 2.5", raises: ["No element at all."], seeAlso: ["quantile", "mean"]
        ) { call, x, axis, keepAxis in
            if axis == nil, let value = quantile(try plain(call, nil), 0.5) { return Value.double(value) }
            return Value(try median(x, axis: axis, keepAxis: keepAxis))
        },
        Entry(
            "quantile", .reductions, catalog("quantile"), .tensorOrNumbers("x"),
            .number("q", "the share, from 0 to 1"), .axis(), .keepAxis, returns: .tensorOrNumber,
            text: "Between two elements it lies on the line between them, as in numpy and PyTorch. A NaN "
                + "among the elements gives NaN. \(listRule)",
            example: "print(quantile(tensor([1, 2, 3, 4, 5]), 0.25), quantile([10, 20], 0.75))",
            prints: "2 17.5", raises: ["A share outside 0 to 1.", "No element at all."],
            seeAlso: ["median", "sort"]
        ) { call, x, q, axis, keepAxis in
            if axis == nil, let value = quantile(try plain(call, nil), q) { return Value.double(value) }
            return Value(try quantile(x, q, axis: axis, keepAxis: keepAxis))
        },
        Entry(
            "logSumExp", .reductions, catalog("logSumExp"), .tensor("x"), .axis(), .keepAxis,
            example: "print(logSumExp(tensor([[1000, 1000]]), axis: 1))", prints: "[1001]",
            seeAlso: ["softmax"]
        ) { _, x, axis, keepAxis in try logSumExp(x, axis: axis, keepAxis: keepAxis) },
        Entry(
            "argmax", .reductions, "The place of the largest element.", .tensor("x"), .axis(), .keepAxis,
            example: "print(argmax(tensor([[1, 3], [4, 2]]), axis: 1))", prints: "[1, 0]",
            seeAlso: ["max", "argmin"]
        ) { _, x, axis, keepAxis in try argmax(x, axis: axis, keepAxis: keepAxis) },
        Entry(
            "argmin", .reductions, "The place of the smallest element.", .tensor("x"), .axis(), .keepAxis,
            example: "print(argmin(tensor([3, 1, 2])))", prints: "1",
            seeAlso: ["min", "argmax"]
        ) { _, x, axis, keepAxis in try argmin(x, axis: axis, keepAxis: keepAxis) },
        Entry(
            "cumsum", .reductions, catalog("cumsum"), .tensor("x"), .axis("the axis to go along"),
            example: "print(cumsum(tensor([1, 2, 3])))", prints: "[1, 3, 6]", seeAlso: ["sum"]
        ) { _, x, axis in try cumsum(x, axis: axis) },
        Entry(
            "sort", .reductions, "The elements along an axis in order.", .tensor("x"),
            .int("axis", default: -1),
            .flag("descending", "the largest first"),
            text: "`xs.sorted()` puts a list in order.",
            example: "print(sort(tensor([3, 1, 2]), descending: true))",
            prints: "[3, 2, 1]", seeAlso: ["argsort"]
        ) { _, x, axis, descending in try sort(x, axis: axis, descending: descending) },
        Entry(
            "argsort", .reductions, "The places of the elements in the order of their size.", .tensor("x"),
            .int("axis", default: -1), .flag("descending", "the largest first"),
            example: "print(argsort(tensor([3, 1, 2])))", prints: "[1, 2, 0]", seeAlso: ["sort", "gather"]
        ) { _, x, axis, descending in try argsort(x, axis: axis, descending: descending) },
    ]

    private static let listRule = "Of a plain list of numbers the result is a plain number."

    /// `standardDeviation`, and the short name that numpy and PyTorch gave it.
    private static func deviation(_ name: String, seeAlso: [String]) -> Entry {
        Entry(
            name, .reductions, "The root of the variance.", .tensorOrNumbers("x"), .axis(),
            .flag("unbiased", "divide by n − 1 instead of n"), .keepAxis, returns: .tensorOrNumber,
            text: listRule,
            example: "print(\(name)(tensor([[1, 3], [2, 6]]), axis: 1))", prints: "[1, 2]", seeAlso: seeAlso
        ) { call, x, axis, unbiased, keepAxis in
            if axis == nil, let value = spread(try plain(call, nil), unbiased) {
                return Value.double(value.squareRoot())
            }
            return Value(try standardDeviation(x, axis: axis, unbiased: unbiased, keepAxis: keepAxis))
        }
    }

    private static func extreme(
        _ name: String, _ word: String, _ isBefore: @escaping @Sendable (Double, Double) -> Bool,
        _ reduce: @escaping @Sendable (Tensor, Int?, Bool) throws -> Tensor,
        _ pairwise: @escaping @Sendable (Tensor, Tensor) throws -> Tensor, _ first: String, _ second: String
    ) -> Entry {
        Entry(
            name, .reductions, "The \(word) of several values, or of the elements of one, or along an axis.",
            .values("values", "numbers or tensors; of a single one, its elements"),
            .labeled(.axis()), .labeled(.keepAxis), returns: .described("number or Tensor", .anything),
            text: "Several tensors are compared element by element. \(listRule)",
            example: "print(\(name)(3, 1), \(name)(tensor([[1, 4], [3, 2]]), axis: 0))",
            prints: name == "max" ? "3 [3, 4]" : "1 [1, 2]", raises: ["Nothing to choose from."],
            seeAlso: [name == "max" ? "maximum" : "minimum", "arg\(name)"]
        ) { call, values, axis, keepAxis in
            var candidates = values
            if values.count == 1 {
                guard case .list(let list) = values[0], axis == nil, list.doubles != nil, !list.isEmpty else {
                    guard let x = try plainTensor(values[0]) else {
                        throw Mistake(
                            problem: "`\(name)` needs numbers or tensors", note: "{3} is \(values[0].phrase)",
                            place: .argument(3))
                    }
                    return Value(try reduce(x, axis, keepAxis))
                }
                try reserve(list.count, call)
                candidates = Array(list)
            }
            guard let first = candidates.first else {
                throw Mistake(problem: "`\(name)` needs something to choose from", note: "no value is given")
            }
            return try candidates.dropFirst().reduce(first) { best, next in
                if let a = best.plainNumber, let b = next.plainNumber {
                    return b.isNaN || isBefore(b, a) ? next : best
                }
                guard let a = try plainTensor(best), let b = try plainTensor(next) else {
                    throw Mistake(
                        problem: "`\(name)` needs numbers or tensors",
                        note: "\(try plainTensor(best) == nil ? best.phrase : next.phrase) is neither")
                }
                return Value(try pairwise(a, b))
            }
        }
    }
}

extension Value {
    /// The number if it is an Int or a Double, and no tensor, whose history would be lost.
    var plainNumber: Double? {
        switch self {
        case .int(let value): Double(value)
        case .double(let value): value
        default: nil
        }
    }
}

/// The numbers of a plain list or range that is reduced as a whole.
private func plain(_ call: Call, _ axes: [Int]?) throws -> [Value]? {
    guard axes == nil else { return nil }
    switch call.arguments[0] {
    case .list(let list)?:
        guard list.allSatisfy({ $0.plainNumber != nil }) else { return nil }
        try reserve(list.count, call)
        return Array(list)
    case .range(let range)? where range.count <= 1 << 26:
        try reserve(range.count, call)
        return range.map { .int($0) }
    default: return nil
    }
}

/// Makes sure that there is room for so many values and their numbers, and pays for going through them.
private func reserve(_ count: Int, _ call: Call) throws {
    try call.interpreter.reserve(
        bytes: count * (MemoryLayout<Value>.stride + 2 * MemoryLayout<Double>.stride))
    try call.interpreter.spend(count >> 4)
}

private func wholeSum(_ numbers: [Value]) -> Int? {
    var total = 0
    for number in numbers {
        guard case .int(let value) = number else { return nil }
        let (sum, overflow) = total.addingReportingOverflow(value)
        guard !overflow else { return nil }
        total = sum
    }
    return total
}

private func spread(_ numbers: [Value]?, _ unbiased: Bool) -> Double? {
    guard let numbers = numbers?.compactMap(\.number), numbers.count > (unbiased ? 1 : 0) else { return nil }
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return squares / Double(numbers.count - (unbiased ? 1 : 0))
}

private func quantile(_ numbers: [Value]?, _ q: Double) -> Double? {
    guard let numbers = numbers?.compactMap(\.number), !numbers.isEmpty, (0...1).contains(q) else {
        return nil
    }
    if numbers.contains(where: \.isNaN) { return .nan }
    let sorted = numbers.sorted()
    let position = q * Double(sorted.count - 1)
    let (lower, share) = (Int(position), position - position.rounded(.down))
    return share == 0 ? sorted[lower] : sorted[lower] * (1 - share) + sorted[lower + 1] * share
}

extension Input where Argument == Tensor {
    /// A tensor, or a list or range of numbers.
    fileprivate static func tensorOrNumbers(_ name: String) -> Self {
        let input = Input.tensor(name)
        return Input(
            name, type: "Tensor or list",
            accepts: .numbers, read: input.read)
    }
}

extension Input where Argument == [Int]? {
    /// One axis, or a list of them.
    fileprivate static var axes: Self {
        .optional(.ints("axis", "the axis that disappears, or a list of them; all elements if left out"))
    }
}

extension ResultKind {
    /// What reductions give: a list is a list of numbers, whose sum is one.
    fileprivate static let tensorOrNumber = described(
        "Tensor; of a list a number", .either(.tensor, .either(.int, .double)))
}
