import Testing

@Suite("rounding to digits keeps to the number at every count of them")
struct RoundingTests {
    @Test(
        arguments: [
            ("round(2.675, digits: 2), \"\\(2.675, digits: 2)\", round(1.005, 2)", "2.67 2.67 1.0"),
            ("round(0.125, digits: 2), \"\\(0.125, digits: 2)\", \"\\(-2.5, digits: 0)\"", "0.13 0.13 -3"),
            ("round(3.14159, 2), round(-2.5, 0), round(0.1 + 0.2, 3)", "3.14 -3.0 0.3"),
            ("round(123456, -3), round(3, -9223372036854775808)", "123000.0 0.0"),
            ("round(3.5, 400), round(7, 9223372036854775807)", "3.5 7.0"),
            ("round(1e300, 20), round(1e300, -299)", "1e+300 1e+300"),
            ("round(tensor([2.675, 0.5, 1.5]), digits: 0)", "[3, 0, 2]"),
            (
                "round(tensor([3.5, 1200]), 400), round(tensor([3.5, 1260]), -2)",
                "[   3.5, 1200.0] [   0, 1300]"
            ),
        ])
    func rounds(arguments: String, printed: String) throws {
        let run = try run("print(\(arguments))")
        #expect(run.error == "")
        #expect(run.output == printed + "\n")
    }
}
