import Testing

@Suite("a stride between brackets picks the elements at its places")
struct StrideIndexTests {
    @Test(
        arguments: [
            ("[10, 20, 30, 40][stride(from: 0, to: 4, by: 2)]", "[10, 30]"),
            ("[10, 20, 30, 40][stride(from: 3, through: 0, by: -1)]", "[40, 30, 20, 10]"),
            ("[10, 20, 30, 40][stride(from: 0, to: 0, by: 2)]", "[]"),
            ("\"aböd\"[stride(from: 0, to: 4, by: 2)]", "aö"),
            ("(5..<9)[stride(from: 3, to: 0, by: -2)]", "[8, 6]"),
            ("tensor([1, 2, 3, 4])[stride(from: 0, to: 4, by: 2)]", "[1, 3]"),
            ("tensor([1, 2, 3, 4])[stride(from: 3, through: 1, by: -2)]", "[4, 2]"),
        ])
    func picks(expression: String, result: String) throws {
        let run = try run("print(\(expression))")
        #expect(run.error == "")
        #expect(run.output == result + "\n")
    }
}
