import Script
import Tensors

extension Entry {
    static let comparison: [Entry] = [
        mask("less", Tensors.less, "1 where a < b.", "[1, 0, 0]"),
        mask("lessEqual", Tensors.lessEqual, "1 where a <= b.", "[1, 1, 0]"),
        mask("greater", Tensors.greater, "1 where a > b.", "[0, 0, 1]"),
        mask("greaterEqual", Tensors.greaterEqual, "1 where a >= b.", "[0, 1, 1]"),
        mask("equal", Tensors.equal, "1 where both are the same number; NaN equals nothing.", "[0, 1, 0]"),
        mask("notEqual", Tensors.notEqual, "1 where they are not the same number.", "[1, 0, 1]"),
        Entry(
            "where", .comparison, catalog("where"), .tensor("mask", "1 or 0, as comparisons give"),
            .tensor("a"),
            .tensor("b"), text: unchosen,
            example: "let x = tensor([-1, 2])\nprint(where(x > 0, x, 0))",
            prints: "[0, 2]", seeAlso: ["less", "maximum"]
        ) { _, mask, a, b in try `where`(mask, a, b) },
        Entry(
            "any", .comparison, "Whether any element is not 0, or any Bool of a list true.", .truths("x"),
            example: "print(any(tensor([1, 2, 3]) > 2))", prints: "true", seeAlso: ["all"]
        ) { _, x in any(x) },
        Entry(
            "all", .comparison, "Whether every element is not 0, or every Bool of a list true.", .truths("x"),
            example: "print(all(tensor([1, 2, 3]) > 2))", prints: "false", seeAlso: ["any"]
        ) { _, x in all(x) },
        Entry(
            "isnan", .comparison, "1 where an element is not a number.", .tensor("x"), returns: .mask,
            text: "`where(isnan(x), 0, x)` puts a number in its place.",
            example: "print(isnan(log(tensor([-1, 1]))))", prints: "[1, 0]", seeAlso: ["isfinite"]
        ) { _, x in Value.object(TensorObject(try isnan(x), role: .mask)) },
        Entry(
            "isfinite", .comparison, "1 where an element is a finite number.", .tensor("x"), returns: .mask,
            example: "print(isfinite(log(tensor([0, 1]))))", prints: "[0, 1]", seeAlso: ["isnan"]
        ) { _, x in Value.object(TensorObject(try isfinite(x), role: .mask)) },
        Entry(
            "allClose", .comparison, "Whether two tensors agree everywhere but for rounding.", .tensor("a"),
            .tensor("b"),
            .labeled(.float("relative", "the share by which they may differ", default: 1e-5)),
            .labeled(.float("absolute", "the amount by which they may differ", default: 1e-8)),
            text:
                "Whether |a − b| ≤ absolute + relative·|b|; an infinity agrees with itself only, NaN with nothing.",
            example: "print(allClose(tensor([0.1]) + 0.2, tensor([0.3])))", prints: "true",
            seeAlso: ["equal", "expect"]
        ) { _, a, b, relative, absolute in try allClose(a, b, relative: relative, absolute: absolute) },
    ]

    private static let unchosen =
        "What is not chosen does not count, not even where it is NaN, but its own gradient still does: 0 times an "
        + "infinite slope is NaN. So keep what is computed for a branch within its bounds: "
        + "`where(x > 0, sqrt(where(x > 0, x, 1)), x)`."

    private static func mask(
        _ name: String, _ operation: @escaping @Sendable (Tensor, Tensor) throws -> Tensor, _ summary: String,
        _ prints: String
    ) -> Entry {
        Entry(
            name, .comparison, summary, .tensor("a"), .tensor("b"), returns: .mask,
            text: "A mask of 0 and 1 can be an index: `x[x > 0]`.",
            example: "print(\(name)(tensor([1, 2, 3]), 2))",
            prints: .text(prints), seeAlso: ["where", "all", "any"]
        ) { _, a, b in Value.object(TensorObject(try operation(a, b), role: .mask)) }
    }
}

extension Input where Argument == Tensor {
    /// A tensor, or a list of Bools.
    fileprivate static func truths(_ name: String) -> Self {
        Input(
            name, type: "Tensor or list of Bools",
            accepts: .tensor
        ) { given in
            guard let value = given.value, let tensor = try plainTensor(value) else {
                throw given.mismatch("a tensor or a list of Bools")
            }
            return tensor
        }
    }
}
