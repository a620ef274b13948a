import Prelude
import Testing

@Suite struct TensorObjectTests {
    /// Runs lines that print, and compares what they print.
    private func expectPrints(_ script: String, _ lines: String...) throws {
        let run = try run(script)
        #expect(run.error == "")
        #expect(run.output == lines.map { $0 + "\n" }.joined())
    }

    @Test("Operators work on both sides of numbers, with Swift's precedence")
    func operators() throws {
        try expectPrints(
            "let x = tensor([1, 2])\nprint(x + 1, 1 - x, 2 * x, 6 / x, x ** 2, 2 ** x, -x ** 2)\nprint(x % 2, (-x) % 3)",
            "[2, 3] [ 0, -1] [2, 4] [6, 3] [1, 4] [2, 4] [-1, -4]", "[1, 0] [2, 1]")
    }

    @Test("Numbers, Bools, ranges, pairs and tensors in lists are read as rows")
    func nestedLists() throws {
        try expectPrints(
            """
            print(tensor([[true, false], [1, 0.5]]).shape, tensor([[], []]).shape, tensor([0..<3, 1..<4])[1])
            print(tensor([(1, 2), (3, 4)])[0], tensor([mean(ones(2)), 2]), tensor([zeros(2), ones(2)])[1])
            let v = variable(tensor([1, 2]))
            print(gradient(of: sum(tensor([[v[0] * 2, 1], [0, v[1]]])), for: v))
            """,
            "[2, 2] [2, 0] [1, 2, 3]", "[1, 2] [1, 2] [1, 1]", "[2, 1]")
    }

    @Test("An index is a place, a range, a list of places or a mask")
    func indexing() throws {
        try expectPrints(
            """
            let x = reshape(arange(6), [2, 3])
            print(x[1, 2], x[-1], x[0..., 1], x[0, 1...], x[..<1])
            print(x[0, [2, 0]], x[x > 3], x[0, stride(from: 0, to: 3, by: 2)], x[0][[true, false, true]])
            """,
            "5 [3, 4, 5] [1, 4] [1, 2] [[0, 1, 2]]", "[2, 0] [4, 5] [0, 2] [0, 2]")
    }

    @Test("Gradients flow through an index and a loop over rows")
    func gradientsThroughIndices() throws {
        try expectPrints(
            """
            let v = variable(tensor([2, 5]))
            print(gradient(of: v[0] ** 2 + 3 * v[1], for: v))
            let w = variable(tensor([[1, 2], [3, 4]]))
            var total = 0
            for row in w { total = total + sum(row * row) }
            print(gradient(of: total, for: w))
            print(gradient(of: sum(tensor([v[0], v[0] * v[1]])), for: v))
            """,
            "[4, 3]", "[[2, 4],", " [6, 8]]", "[6, 2]")
    }

    @Test("A tensor without axes counts as a number")
    func numbers() throws {
        try expectPrints(
            """
            let loss = mean(tensor([1, 2]))
            print(loss < 2, loss == 1.5, max(loss, 1), [10, 20, 30][argmax(tensor([1, 3, 2]))], "\\(loss, digits: 2)")
            for i in 0..<sum(tensor([1, 1])) { print(i) }
            """,
            "true true 1.5 20 1.50", "0", "1")
    }

    @Test("Comparisons of tensors with axes are masks")
    func masks() throws {
        try expectPrints(
            "let x = tensor([1, 2, 3])\nprint(x > 1, !(x > 1), (x > 1) * (x < 3), x == nil, all(x > 0))",
            "[0, 1, 1] [1, 0, 0] [0, 1, 0] false true")
    }

    @Test("Functions of a calculator keep numbers, and lists count as tensors")
    func calculator() throws {
        try expectPrints(
            "print(sqrt(2), abs(-3), exp([0, 0]), sum([1, 2]), mean([1, 2]), max([3, 1]), sum([0.5, 1]), max(0..<4))",
            "1.4142135623730951 3 [1, 1] 3 1.5 3 1.5 3")
    }

    @Test("The logarithm of a saturated probability is the engine's, the softplus exact")
    func saturation() throws {
        try expectPrints("print(log(1 - sigmoid(17.0)), -softplus(17.0))", "-inf -17")
    }

    @Test("Inside a list a tensor takes one line")
    func nested() throws { try expectPrints("print([eye(2), zeros(1)])", "[[[1, 0], [0, 1]], [0]]") }

    @Test("A tensor that no memory holds is an error that says how much it asks for")
    func tooLarge() throws {
        let run = try run("zeros(1000000, 1000000)")
        #expect(run.error.contains("memory: there is not enough of it for this tensor"))
        #expect(run.error.contains("it asks for 4.0 TB"))
    }
}
