import Script
import Testing

@testable import Prelude

@Suite("a mask stays a mask, or is no index at all")
struct MaskTests {
    private let beginning = "let x = tensor([10, 20, 30, 40])\nlet m = x > 15\n"

    @Test(
        arguments: [
            ("x[m]", "[20, 30, 40]"), ("x[!m]", "[10]"), ("x[m * (x < 35)]", "[20, 30]"),
            ("x[multiply(m, x < 35)]", "[20, 30]"), ("x[maximum(x < 15, x > 35)]", "[10, 40]"),
            ("x[minimum(m, x < 35)]", "[20, 30]"), ("x[m.reshape(4)]", "[20, 30, 40]"),
            ("x[m[0..<4]]", "[20, 30, 40]"),
            ("x[flip(m)]", "[10, 20, 30]"), ("x[stack(m, m)[0]]", "[20, 30, 40]"),
            ("x[detach(m)]", "[20, 30, 40]"),
            ("x[concatenate(m[..<2], m[2...])]", "[20, 30, 40]"), ("x[tensor(m)]", "[20, 30, 40]"),
            ("x[tensor([true, false, false, true])]", "[10, 40]"), ("x[m.T]", "[20, 30, 40]"),
            ("x[notEqual(m * 1, 0)]", "[20, 30, 40]"), ("x[[m, m][1]]", "[20, 30, 40]"),
            ("gather(x, m * 1)", "[10, 20, 20, 20]"), ("x[argsort(x)]", "[10, 20, 30, 40]"),
            ("x[where(m, 2, 0)]", "[10, 30, 30, 30]"), ("x[cumsum(m)]", "[10, 20, 30, 40]"),
        ])
    func picks(expression: String, result: String) throws {
        let run = try run(beginning + "print(\(expression))")
        #expect(run.error == "")
        #expect(run.output == result + "\n")
    }

    @Test(
        arguments: [
            "m * 1.0", "1 - m", "m + 0", "-m", "m / 1", "m ** 1", "m % 2", "add(m, 0)", "(m * 1).reshape(4)",
            "stack(m, x)[0]", "stack(x, m)[1]", "tensor([x, m])[1]", "concatenate(m[..<2], tensor([1, 1]))",
        ])
    func isNoIndex(expression: String) throws {
        let run = try run(beginning + "let i = \(expression)\nx[i]")
        #expect(run.error.contains("numbers that were reckoned from a mask are neither a mask nor places"))
        #expect(
            run.error.contains(
                "`notEqual(i, 0)` picks where they are not 0, `gather(x, i)` takes the elements"))
    }

    @Test("no place is a mask")
    func noPlaces() throws {
        #expect(
            try run(beginning + "gather(x, x > 15)").error.contains("`(x > 15) * 1` are the numbers 0 and 1"))
        for call in ["gather(x, m)", "scatterAdd(x, m, 2)"] {
            #expect(try run(beginning + call).error.contains("a mask is no list of places"), "\(call)")
        }
    }

    /// What a function of shapes takes behind the tensor; a new one that needs nothing is taken in without.
    private static let rest = [
        "reshape": "2, 2", "pad": "1", "pieces": "parts: 2", "expandDims": "0", "tile": "[2]",
        "broadcast": "[2, 4]",
        "gather": "[0]", "scatterAdd": "[0, 1, 2, 3], 4",
    ]

    @Test(
        "every function of shapes keeps masks", arguments: Library.entries(in: .topic(.shaping)).map(\.name))
    func shapes(name: String) throws {
        let more = Self.rest[name].map { ", \($0)" } ?? ""
        let found = try run(beginning + "\(name)(m\(more))")
        #expect(found.error == "")
        #expect(found.value?.tensorRole == .mask)
    }
}
