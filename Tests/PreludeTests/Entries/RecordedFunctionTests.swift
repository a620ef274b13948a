import Prelude
import Testing

/// Each function of the prelude that takes tensors gives the same bits whether they are recorded or not. A new one is
/// taken in by its entry.
@Suite struct RecordedFunctionTests {
    private static let topics: [Topic] = [
        .elementwise, .comparison, .reductions, .shaping, .products, .images, .normalization, .gradients,
        .activations,
        .losses, .ganLosses, .measures,
    ]
    /// These ask for a variable, which a plain tensor is not.
    private static let gradients: Set = ["gradient", "gradients"]

    private static let entries = topics.flatMap { Library.entries(in: .topic($0)) }
        .filter { !gradients.contains($0.name) }

    private static let forms = [
        ("[0, 1, -2, 0.5, infinity, nan]", "[2, -1, 0, 1, -3, 0.5]"),
        ("[[0, 1, -2], [2, 2, 0.5], [3, -1, 1]]", "[[2, 0, 1], [-1, 3, 0], [1, 1, 2]]"),
        ("[[0.25, 0.75], [0.5, 0.5]]", "[[0, 1], [1, 0]]"),
        ("[[[[0, 1, 2], [3, -1, 4], [5, 2, 2]]]]", "[[[[1, 0], [0, -1]]]]"),
    ]

    @Test("A function gives the same bits of recorded tensors", arguments: entries.map(\.name))
    func sameBits(name: String) throws {
        let entry = try #require(Self.entries.first { $0.name == name })
        for (x, y) in Self.forms {
            guard let call = Self.call(entry) else { return }
            let plain = try run("let x = tensor(\(x))\nlet y = tensor(\(y))\n\(call)")
            for (first, second) in [("variable", "variable"), ("variable", "tensor"), ("tensor", "variable")]
            {
                let recorded = try run(
                    "let x = \(first)(tensor(\(x)))\nlet y = \(second)(tensor(\(y)))\n\(call)")
                #expect(
                    recorded.error.isEmpty == plain.error.isEmpty, "\(call) \(plain.error)\(recorded.error)")
                #expect(bits(recorded.datum) == bits(plain.datum), "\(call) of \(x) and \(y)")
            }
        }
    }

    @Test("Most of these functions can be called so")
    func notVacuous() throws {
        let (x, y) = Self.forms[1]
        let called = try Self.entries.filter { entry in
            guard let call = Self.call(entry) else { return false }
            return try run("let x = tensor(\(x))\nlet y = tensor(\(y))\n\(call)").error.isEmpty
        }
        #expect(called.count > 60, "\(called.count) of \(Self.entries.count)")
    }

    /// A call with something of the right kind for each parameter that must be given; nil where there is none.
    private static func call(_ entry: Entry) -> String? {
        var tensors = ["x", "y"]
        var arguments: [String] = []
        for parameter in entry.parameters where !parameter.isOptional || parameter.isVariadic {
            let value: String
            switch parameter.type {
            case let type where type.contains("Tensor") || type == "numbers" || type == "any value":
                value = tensors.isEmpty ? "x" : tensors.removeFirst()
            case "Int": value = "1"
            case "number": value = "0.5"
            case "list of Ints": value = "[0, 1, 1]"
            case "function": value = "{ v in v * v }"
            case "network": value = "Sequential(Dense(3, 1, initializer: \"zeros\"))"
            default: return nil
            }
            arguments.append(parameter.isLabelOnly ? "\(parameter.name): \(value)" : value)
        }
        return "\(entry.name)(\(arguments.joined(separator: ", ")))"
    }

    /// The value bit for bit, but that one NaN is as good as another.
    private func bits(_ datum: Datum) -> String {
        func bits(_ number: Double) -> String { number.isNaN ? "nan" : String(number.bitPattern) }
        switch datum {
        case .double(let number): return bits(number)
        case .tensor(let shape, let values): return "\(shape) \(values.map { bits(Double($0)) })"
        case .list(let elements): return "\(elements.map(self.bits))"
        default: return "\(datum)"
        }
    }
}
