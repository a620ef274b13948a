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

    @Test(
        "nested blocks and functions are run up to the limit, and an error that names it beyond",
        arguments: [
            ("if true {\n", "\n}"), ("while true {\n", "\nbreak\n}"), ("for i in 0..<1 {\n", "\n}"),
            ("func f() {\n", "\n}\nf()"), ("if false { } else {\n", "\n}"),
            ("for i in 0..<1 { if true { while true {\n", "\nbreak } } }"),
            ("let f = {\n", "\n}\nf()"),
        ])
    func nestedBlocks(left: String, right: String) throws {
        let braces = left.filter { $0 == "{" }.count - left.filter { $0 == "}" }.count
        for depth in [90, 900, 10_000] {
            let count = depth / braces
            let (head, tail) = (repeatElement(left, count: count), repeatElement(right, count: count))
            let program = head.joined() + "print(1)" + tail.joined()
            let text = try outcome(of: program, onStackOf: 256 << 20)
            if depth < 1_000 {
                #expect(text == "1\n", "\(depth)")
            } else {
                #expect(text.contains("too many brackets stand inside one another"))
                #expect(text.contains("the limit is 1000"))
            }
        }
    }

    @Test("a chain of ten thousand else-ifs is run, and ten thousand statements in a row")
    func longChains() throws {
        let chain = (0..<10_000).map { "if n == \($0) { print(\($0)) } else " }.joined()
        #expect(try outcome(of: "let n = 9999\n\(chain){ }", onStackOf: 256 << 20) == "9999\n")
        let row =
            "var n = 0\nfunc f() {\n" + String(repeating: "n += 1\n", count: 10_000) + "}\nf()\nprint(n)"
        #expect(try outcome(of: row, onStackOf: 256 << 20) == "10000\n")
    }

    @Test("strings inside strings are run up to the limit, and an error that names it beyond")
    func nestedInterpolations() throws {
        for depth in [10, 450, 10_000] {
            let program =
                "print(" + String(repeating: "\"<\\(", count: depth) + "1"
                + String(repeating: ")>\"", count: depth) + ")"
            let text = try outcome(of: program, onStackOf: 256 << 20)
            if depth < 1_000 {
                let marks = (String(repeating: "<", count: depth), String(repeating: ">", count: depth))
                #expect(text == "\(marks.0)1\(marks.1)\n", "\(depth)")
            } else {
                #expect(text.contains("the limit is 1000"))
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
