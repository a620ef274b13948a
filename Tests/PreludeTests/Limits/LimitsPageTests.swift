import Foundation
import Networks
import Plots
import Testing

@testable import Prelude
@testable import Script

/// `Documentation/Language.md` lists every limit, and each begins where it says.
struct LimitsPageTests {
    /// A limit as the page has it: its row, the number in the code, and scripts that keep to a number and go beyond it.
    struct Bound: Sendable, CustomTestStringConvertible {
        let row: String
        let number: Int
        /// A script with so many of what is limited; nil where it would take too long.
        var script: (@Sendable (Int) -> String)?
        /// How many more than the number are surely too many, and how many fewer are surely allowed; nil where what is
        /// allowed would take too much.
        var beyond = 1
        var within: Int? = 0

        var testDescription: String { row }
    }

    static let bounds = [
        Bound(
            row: "calls under way at once", number: Limits().calls,
            script: { "func f(n) { n == 0 ? 0 : 1 + f(n - 1) }\nf(\($0))" }, beyond: 2, within: nil),
        Bound(
            row: "brackets and blocks inside one another", number: Parser.bracketLimit,
            script: { String(repeating: "(", count: $0) + "1" + String(repeating: ")", count: $0) }),
        Bound(
            row: "lists, tuples, dictionaries inside one another", number: Limits().nesting,
            script: { "var x = []\nfor i in 1..<\($0) { x = [x] }" }),
        Bound(
            row: "operators in a row", number: Int(Parser.heightLimit),
            script: { "let x = 1" + String(repeating: " + 1", count: $0) }, beyond: 10, within: 100),
        Bound(
            row: "levels of an expression, such as `a ** b ** c`", number: Parser.depthLimit,
            script: { "let x = 1" + String(repeating: " ** 1", count: $0) }, beyond: 10, within: 1_500),
        Bound(
            row: "parameters of a function", number: FunctionCompiler.mostParameters - 1,
            script: { "func f(\((0..<$0).map { "a\($0)" }.joined(separator: ", "))) { 1 }" }),
        Bound(row: "variables and values under way in one function", number: FunctionCompiler.mostRegisters),
        Bound(
            row: "different numbers and texts in one function, or outside of all",
            number: FunctionCompiler.mostInTable),
        Bound(
            row: "elements of a list", number: Limits().elements, script: { "let xs = [0] * \($0)" },
            within: nil),
        Bound(
            row: "bytes of a string", number: Limits().stringBytes, script: { "let s = \"a\" * \($0)" },
            within: nil),
        Bound(
            row: "parts of a key, those of its lists and tuples counted in", number: Limits.keyParts,
            script: { "var d = [:]\nd[List(0..<\($0))] = 1" }, within: 1),
        Bound(row: "parts of a value that `expect` compares, each time it is held", number: Datum.mostParts),
        Bound(row: "bars of a figure", number: Figure.mostBars, script: { "let f = bars([1] * \($0))" }),
        Bound(
            row: "bytes of the picture of a `sketch`", number: Sketch.mostBytes,
            script: { "let s = sketch(\"*\" * \($0))" }, within: 999_000),
        Bound(
            row: "samples of `earthMover` in more than one dimension", number: mostPairedSamples,
            script: { "let e = earthMover(zeros(\($0), 2), zeros(\($0), 2))" }, within: nil),
        Bound(row: "bytes of a file that is read", number: FileAccess(.open).mostBytes),
    ]

    /// Rows that name no number of the code, but an option or a rule.
    private static let others = [
        "bytes of all lists, strings and dictionaries", "bytes of these and of tensors together",
        "bytes of a message's text", "time", "steps",
    ]

    /// The rows of the page: what, and how much.
    private static func rows() throws -> [(what: String, number: Int?)] {
        let page = try String(contentsOfFile: packageFolder + "/Documentation/Language.md", encoding: .utf8)
        let section = page.components(separatedBy: "## Limits\n")[1].components(separatedBy: "\n## ")[0]
        return section.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst(2).map { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            let digits = cells[1].prefix { $0.isNumber || $0 == "," }.filter(\.isNumber)
            return (cells[0], Int(digits))
        }
    }

    @Test func thePageListsEveryLimit() throws {
        #expect(try Self.rows().map(\.what).sorted() == (Self.bounds.map(\.row) + Self.others).sorted())
    }

    @Test func theTextOfAMessageIsCut() throws {
        let error = try run("fail(\"ab \" * 20000)").error
        #expect(error.utf8.count < 6_000)
        #expect(error.contains("… (60000 bytes in all)"))
    }

    @Test("a limit begins where the page says", arguments: bounds)
    func bound(_ bound: Bound) throws {
        let number = try #require(try Self.rows().first { $0.what == bound.row }?.number)
        #expect(number == bound.number)
        guard let script = bound.script else { return }
        if let within = bound.within {
            #expect(try run(script(number - within)).error == "", "\(number - within)")
        }
        let error = try run(script(number + bound.beyond)).error
        #expect(!error.isEmpty, "\(number + bound.beyond)")
    }
}
