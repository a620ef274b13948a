import Glibc
import Script
import Tensors
import Text

extension Entry {
    static let elementwise: [Entry] =
        [
            calculator("exp", Glibc.exp, Tensors.exp, "exp(0)", "1.0"),
            calculator(
                "log", Glibc.log, Tensors.log, "log(1)", "0.0",
                more: " Its slope at 0 is infinite: `log(maximum(x, 1e-10))` keeps away from it."),
            calculator(
                "sqrt", { $0.squareRoot() }, Tensors.sqrt, "sqrt(2)", "1.4142135623730951",
                more:
                    " Its slope at 0 is infinite: `sqrt(maximum(x, 1e-10))` keeps away from it, and `norm(x)`, the "
                    + "root of a sum of squares, has the slope 0 there."),
            calculator("sin", Glibc.sin, Tensors.sin, "sin(0)", "0.0"),
            calculator("cos", Glibc.cos, Tensors.cos, "cos(0)", "1.0"),
            calculator(
                "tanh", Glibc.tanh, Tensors.tanh, "tanh(tensor([-1, 0, 1]))", "[-0.7616,  0.0000,  0.7616]"),
            calculator(
                "floor", { $0.rounded(.down) }, Tensors.floor, "floor(tensor([1.5, -1.5]))", "[ 1, -2]",
                "The greatest whole number not above each element."),
            calculator(
                "ceil", { $0.rounded(.up) }, Tensors.ceil, "ceil(tensor([1.5, -1.5]))", "[ 2, -1]",
                "The least whole number not below each element."),
            whole(
                "abs", { $0.magnitude > UInt(Int.max) ? nil : Swift.abs($0) }, { Swift.abs($0) }, Tensors.abs,
                "abs(-3)", "3"),
            whole(
                "square",
                {
                    let (value, overflow) = $0.multipliedReportingOverflow(by: $0)
                    return overflow ? nil : value
                },
                { $0 * $0 }, Tensors.square, "square(tensor([1, -2]))", "[1, 4]"),
            whole(
                "negate", { $0 == .min ? nil : -$0 }, { -$0 }, Tensors.negate, "negate(tensor([1, -2]))",
                "[-1,  2]"),
            whole(
                "sign", { $0.signum() }, { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 }, Tensors.sign,
                "sign(tensor([-3, 0, 2]))",
                "[-1,  0,  1]", "-1, 0 or 1: the sign of each element."),
            binary("add", Tensors.add, "add(tensor([1, 2]), 10)", "[11, 12]"),
            binary("subtract", Tensors.subtract, "subtract(tensor([1, 2]), 10)", "[-9, -8]"),
            binary(
                "multiply", Tensors.multiply, "multiply(tensor([1, 2]), 10)", "[10, 20]", keepsMasks: true),
            binary("divide", Tensors.divide, "divide(tensor([1, 2]), 4)", "[0.25, 0.50]"),
            binary(
                "maximum", Tensors.maximum, "maximum(tensor([1, 2]), 1.5)", "[1.5, 2.0]", extremes,
                keepsMasks: true),
            binary(
                "minimum", Tensors.minimum, "minimum(tensor([1, 2]), 1.5)", "[1.0, 1.5]", extremes,
                keepsMasks: true),
            Entry(
                "power", .elementwise,
                "Each element to the power of a number, or of the elements of a tensor.",
                .tensor("x"), .tensor("exponent"),
                text: "The same as `x ** exponent`. A negative x has only whole exponents; others give NaN.",
                example: "print(power(tensor([1, 2]), exponent: 3))", prints: "[1, 8]",
                seeAlso: ["square", "exp"]
            ) { _, x, exponent in try power(x, exponent: exponent) },
            Entry(
                "clamp", .elementwise, catalog("clamp"), .tensor("x"), .optional(.float("lower")),
                .optional(.float("upper")),
                example: "print(clamp(tensor([-2, 0, 2]), lower: -1, upper: 1))", prints: "[-1,  0,  1]",
                seeAlso: ["maximum", "minimum", "clip"]
            ) { _, x, lower, upper in try clamp(x, lower: lower, upper: upper) },
            Entry(
                "normalDistribution", .elementwise, catalog("normalDistribution"), .tensor("x"),
                example: "print(normalDistribution(tensor([0])))", prints: "[0.5]",
                seeAlso: ["gelu", "randn"]
            ) { _, x in try normalDistribution(x) },
        ]

    /// A function of a calculator: a number gives a number of 64 bits, a tensor a tensor.
    private static func calculator(
        _ name: String, _ number: @escaping @Sendable (Double) -> Double,
        _ tensor: @escaping @Sendable (Tensor) throws -> Tensor, _ example: String, _ prints: String,
        _ summary: String? = nil, more: String = ""
    ) -> Entry {
        Entry(
            name, .elementwise, summary ?? catalog(name), .numeric("x"), returns: .same(as: "x"),
            text: "A number gives a number, a tensor a tensor." + more, example: "print(\(example))",
            prints: .text(prints)
        ) { _, x in
            switch x {
            case .number(let x): Value.double(number(x))
            case .tensor(let x): Value(try tensor(x))
            }
        }
    }

    /// The same for functions under which an Int stays one.
    private static func whole(
        _ name: String, _ int: @escaping @Sendable (Int) -> Int?,
        _ number: @escaping @Sendable (Double) -> Double,
        _ tensor: @escaping @Sendable (Tensor) throws -> Tensor, _ example: String, _ prints: String,
        _ summary: String? = nil
    ) -> Entry {
        Entry(
            name, .elementwise, summary ?? catalog(name), .numeric("x"), returns: .same(as: "x"),
            text: "An Int gives an Int, a Double a Double, a tensor a tensor.", example: "print(\(example))",
            prints: .text(prints)
        ) { call, x in
            if case .int(let x)? = call.arguments[0] {
                guard let result = int(x) else {
                    throw Mistake(problem: "the result does not fit an Int", note: "{0} is \(x)")
                }
                return Value.int(result)
            }
            switch x {
            case .number(let x): return .double(number(x))
            case .tensor(let x): return Value(try tensor(x))
            }
        }
    }

    private static func binary(
        _ name: String, _ operation: @escaping @Sendable (Tensor, Tensor) throws -> Tensor, _ example: String,
        _ prints: String, _ more: String = "", keepsMasks: Bool = false
    ) -> Entry {
        Entry(
            name, .elementwise, catalog(name), .tensor("a"), .tensor("b"), returns: .tensor,
            text: "Axes of size 1, and axes that one side lacks, are repeated to fit the other side." + more,
            example: "print(\(example))", prints: .text(prints),
            raises: ["Shapes of which an axis disagrees."]
        ) { call, a, b in
            let (first, second) = (call.arguments[0]?.tensorRole, call.arguments[1]?.tensorRole)
            let (one, other) = (first ?? .numbers, second ?? .numbers)
            let role = keepsMasks ? one.combined(with: other) : one.reckoned(with: other)
            return Value.object(TensorObject(try operation(a, b), role: role))
        }
    }

    private static let extremes =
        " NaN beside a number gives NaN. What lost gets a gradient of 0, and 0 times an infinite slope is NaN: bound "
        + "what a root or logarithm is taken of, `sqrt(maximum(x, 1e-10))`, not its result."

    /// What the engine says about an operation, in a sentence.
    static func catalog(_ name: String) -> String { summaries[name] ?? name }

    private static let summaries = Dictionary(
        Catalog.operations.map { ($0.name, $0.summary) }, uniquingKeysWith: { first, _ in first })
}
