import Testing

@Suite("lists, tuples and ranges of numbers are taken for tensors")
struct ListsAsTensorsTests {
    @Test(
        arguments: [
            ("tensor([[true, 0], [1.5, false]])", "[[1.0, 0.0],\n [1.5, 0.0]]"),
            ("tensor((1, 2, 3))", "[1, 2, 3]"),
            ("tensor([[], []]).shape", "[2, 0]"),
            ("tensor([[[[[]] * 9999] * 9999] * 9999] * 9999).shape", "[9999, 9999, 9999, 9999, 0]"),
            ("tensor([0..<3, 3..<6])", "[[0, 1, 2],\n [3, 4, 5]]"),
            ("tensor([zeros(2), ones(2)])", "[[0, 0],\n [1, 1]]"),
            ("tensor([tensor([1]), tensor([2])])", "[[1],\n [2]]"),
            ("tensor([[tensor(1), 2], [3, 4]])", "[[1, 2],\n [3, 4]]"),
            ("round(3, -9223372036854775807 - 1)", "0.0"),
        ])
    func areTaken(expression: String, result: String) throws {
        let run = try run("print(\(expression))")
        #expect(run.error == "")
        #expect(run.output == result + "\n")
    }

    @Test("a gradient flows to a variable inside a list")
    func gradients() throws {
        let run = try run(
            """
            let w = variable(tensor([1, 2]))
            print(gradient(of: sum(tensor([w, [3, 4]]) * tensor([[1, 2], [3, 4]])), for: w))
            print(gradient(of: sum(tensor([w[0], 2, w[1]]) * 3), for: w))
            """)
        #expect(run.error == "")
        #expect(run.output == "[1, 2]\n[3, 3]\n")
    }

    @Test("a nest of lists that no memory can take is told of before it is walked through")
    func tooLarge() throws {
        let run = try run("round([[[[[0] * 999] * 999] * 999] * 999] * 999)")
        #expect(run.error.contains("it asks for 4.0 PB"))
    }
}
