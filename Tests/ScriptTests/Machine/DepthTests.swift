import Testing

@testable import Script

/// Deep programs and deep recursion end in an error, whatever stack the thread has.
struct DepthTests {
    /// What a program comes to on a thread with so large a stack.
    private func outcome(of program: String, onStackOf bytes: Int) throws -> String {
        try runOnLargeStack(bytes: bytes) {
            let run = ScriptRun()
            run.cell(program)
            return run.text
        }
    }

    @Test("endless recursion is an error on any stack", arguments: [512 << 10, 1 << 20, 8 << 20, 256 << 20])
    func recursion(bytes: Int) throws {
        for program in [
            "func f(n) { 1 + f(n + 1) }\nf(0)",
            "func f(n) { map([n]) { f($0 + 1) } }\nf(0)",
            "func f(n) { \"\\(f(n + 1))\" }\nf(0)",
            "let f = { g in g(g) }\nf(f)",
        ] {
            let text = try outcome(of: program, onStackOf: bytes)
            #expect(text.contains("limit: calls are nested too deeply"), "\(program)")
        }
    }

    @Test("a thousand brackets are run, of every kind")
    func nestedBrackets() throws {
        for (left, right) in [("(", ")"), ("[", "]"), ("-(", ")"), ("1 + (", ")"), ("[0, ", "][1]")] {
            let program =
                String(repeating: left, count: 900) + "1" + String(repeating: right, count: 900)
            let text = try outcome(of: "let x = \(program)\nprint(\"read\")", onStackOf: 256 << 20)
            #expect(text == "read\n", "\(left)")
        }
    }

    @Test("nested blocks and functions are run, or answered with an error")
    func nestedBlocks() throws {
        for (left, right) in [
            ("if true {\n", "\n}"), ("while true {\n", "\nbreak\n}"), ("for i in 0..<1 {\n", "\n}"),
            ("func f() {\n", "\n}\nf()"), ("withoutEnd { ", " }"),
        ] {
            for count in [100, 990, 5_000] {
                let (head, tail) = (repeatElement(left, count: count), repeatElement(right, count: count))
                let program = head.joined() + "print(1)" + tail.joined()
                let text = try outcome(of: program, onStackOf: 256 << 20)
                #expect(!text.isEmpty, "\(count) \(left)")
            }
        }
    }

    @Test("values nested to the limit are compared, printed, copied and let go of on a small stack")
    func nestedValues() throws {
        let program = """
            var xs = []
            for i in 0..<900 { xs = [xs] }
            let ys = xs
            print(xs == ys, "\\(xs)".count)
            xs = []
            """
        #expect(try outcome(of: program, onStackOf: 1 << 20) == "true 1802\n")
    }
}
