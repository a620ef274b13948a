import Script

extension AdviceTable {
    /// What there is to say about values and forms of the grammar, by the occasion.
    static let onOccasions: [Occasion: String] = onCalls.merging(onValues) { first, _ in first }
        .merging(onSyntax) { first, _ in first }.merging(onOperands) { first, _ in first }

    private static let onCalls: [Occasion: String] = [
        .missingArgument("gradients", function: "step", hasNoArguments: true):
            "the gradients are its argument: `let g = gradients(of: loss, for: G)`, then `opt.step(g)`",
        .missingArgument("x", function: "relu", hasNoArguments: false): standsAlone("relu"),
        .missingArgument("x", function: "sigmoid", hasNoArguments: false): standsAlone("sigmoid"),
        .missingArgument("x", function: "tanh", hasNoArguments: false): standsAlone("tanh"),
        .missingArgument("x", function: "softplus", hasNoArguments: false): standsAlone("softplus"),
        .missingArgument("x", function: "gelu", hasNoArguments: false): standsAlone("gelu"),
        .missingArgument("on", function: "train", hasNoArguments: false):
            "say what it learns from: `train(gan, on: ring(modes: 8))`",
        .missingArgument("noise", function: "GAN", hasNoArguments: false):
            "say how many random numbers a sample is made of: `GAN(G, D, noise: 16)`",
        .missingArgument("size", function: "noise", hasNoArguments: false):
            "it makes a batch: `noise(64, 16)` is 64 rows of 16 numbers",
        .missingArgument("count", function: "sample", hasNoArguments: false): "say how many: `.sample(64)`",
    ]

    private static func standsAlone(_ activation: String) -> String {
        "in `Sequential` it stands by its name alone: `\(activation)`"
    }

    private static let onValues: [Occasion: String] = [
        .use(kind: "data"): "`.sample(64)` draws samples, `.batches(64)` goes through all",
        .use(kind: "GAN"): "`.sample(64)` draws samples, `train(…, on: data)` trains it",
        .unpacking(kind: "Tensor"): "`.batches(64, labels: true)` gives pairs of samples and labels",
        .assignment(kind: "Tensor"): "a tensor never changes: make a new one, with `where` or of its parts",
        .condition(kind: "Tensor"): "`all(x)` or `any(x)` makes one Bool of a mask",
        .operandNeeded(symbol: "-"): "a tensor",
        .operandNeeded(symbol: "@"): "tensors",
        .fractionAsPosition: "`Int(x)` cuts off the fraction, `round(x)` rounds it",
        .fractionAsBound: "`stride(from: 0, to: 1, by: 0.1)` goes by fractions",
        .severalPositions: "a tensor takes several: `tensor(x)[0, 1]`",
        .severalAssigned:
            "a tensor's parts cannot be assigned: make a new one of the parts, or use `where`",
        .textOfValue: "`String(x)` makes a string of it",
        .repeatedNumbers: "to multiply each number, make it a tensor: `tensor({0}) * {1}`",
    ]

    private static let onSyntax: [Occasion: String] = [
        .foreignWord(">>"): "write `quotient(x, 2 ** n)`",
        .foreignWord("div"): "write `quotient(a, b)`",
        .foreignWord("as"): "write `Int(x)`, `Double(x)` or `String(x)`",
        .foreignWord("assert"): "write `if !condition { print(…) }`",
        .foreignWord("with"): "for tensors without gradients write `withoutGradients { … }`",
        .flooredDivision: "`quotient({0}, {1})` divides and rounds down",
        .membership(isNegated: false): "to ask whether a list holds a value write `{0}.contains({1})`",
        .membership(isNegated: true): "to ask whether a list holds a value write `!{0}.contains({1})`",
        .comprehension: "write `xs.map { x in … }`, and `.filter { x in … }` for an `if`",
        .enumeration: "{0}.enumerated()",
        .stepInIndex: "choose the elements with a stride: `xs[stride(from: 0, to: xs.count, by: 2)]`",
        .stepInRange: "for steps there is `stride(from:to:by:)`",
    ].merging(
        ["class", "struct", "enum", "protocol", "extension", "interface", "trait"].map { word in
            (
                .foreignWord(word),
                "functions, lists and dictionaries do; networks are made of layers with `Sequential` and `Model`"
            )
        }, uniquingKeysWith: { first, _ in first })

    /// Lists reckon with tensors' operators once they are tensors, and gradients want an optimizer.
    private static let onOperands: [Occasion: String] = {
        var table: [Occasion: String] = [:]
        let numbers = ["Int", "Double"]
        for operation in BinaryOperator.allCases {
            for number in numbers {
                table[.operands(operation, left: "List", right: number)] =
                    operation == .add
                    ? "to reckon with all elements at once: `tensor(…)`"
                    : "reckon with all elements at once as a tensor: `tensor(…)`"
                table[.operands(operation, left: number, right: "List")] =
                    "reckon with all elements at once as a tensor: `tensor(…)`"
            }
            table[.operands(operation, left: "List", right: "List")] =
                "reckon with all elements at once as tensors: `tensor(…)`"
            table[.operands(operation, left: "List", right: "Tensor")] =
                "make a tensor of the list: `tensor({0})`"
            table[.operands(operation, left: "Tensor", right: "List")] =
                "make a tensor of the list: `tensor({1})`"
        }
        for other in numbers + ["Tensor", "gradients"] {
            let words = "an optimizer makes the step: `SGD(G, lr: 0.1).step(g)`"
            table[.operands(.multiply, left: "gradients", right: other)] = words
            table[.operands(.multiply, left: other, right: "gradients")] = words
        }
        return table
    }()
}
