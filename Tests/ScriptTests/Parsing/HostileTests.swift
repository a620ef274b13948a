import Testing

@testable import Script

/// Texts that nobody writes: the parser says what is wrong with them and comes to an end.
struct HostileTests {
    @Test(
        "brackets beyond the limit are an error, at any number",
        arguments: ["(", "[", "{", "f(", "x[", "f{", "\"\\("])
    func bracketsWithoutEnd(opener: String) throws {
        let parsed = Parser.parse(
            SourceFile(name: "a", text: "x = " + String(repeating: opener, count: 10_000)))
        #expect(parsed.firstError != nil)
        #expect(parsed.program.isEmpty)
    }

    @Test func aThousandBracketsAreRead() throws {
        for (left, right) in [
            ("(", ")"), ("[", "]"), ("f(", ")"), ("x[", "]"), ("f { ", " }"), ("1 + (", ")"), ("-(", ")"),
        ] {
            let text = String(repeating: left, count: 999) + "1" + String(repeating: right, count: 999)
            let parsed = Parser.parse(SourceFile(name: "a", text: text))
            #expect(parsed.diagnostics.isEmpty, "\(left): \(parsed.diagnostics.first?.rendered() ?? "")")
        }
    }

    @Test func oneBracketTooManyIsNamed() {
        let text = String(repeating: "(", count: 1001) + "1" + String(repeating: ")", count: 1001)
        let error = Parser.parse(SourceFile(name: "a", text: text)).firstError
        #expect(error?.problem == "too many brackets stand inside one another")
        #expect(error?.note == "the limit is 1000")
        #expect(error?.span.start == 1000)
    }

    @Test(
        "long chains are read up to the limit and an error beyond",
        arguments: ["+ 1 ", "?? a ", "** 2 ", "? 1 : a ", ".x", "(1)", "[0]", "&& a "])
    func chains(link: String) {
        let short = Parser.parse(SourceFile(name: "a", text: "a " + String(repeating: link, count: 2000)))
        #expect(short.diagnostics.isEmpty, "\(link): \(short.diagnostics.first?.rendered() ?? "")")
        let long = Parser.parse(SourceFile(name: "a", text: "a " + String(repeating: link, count: 10_000)))
        #expect(long.firstError != nil)
    }

    @Test(arguments: [
        "-", "!", "+", "not ", "else if a {} ", "else ", "}", ")", "\"", "'", "/*", "//", "\\", "$", ".",
    ])
    func repeatedTokens(token: String) {
        let text = "if a {} " + String(repeating: token, count: 3000)
        _ = Parser.parse(SourceFile(name: "a", text: text))
        _ = Parser.parse(SourceFile(name: "a", text: String(repeating: token + "\n", count: 3000)))
    }

    @Test func aFileOfParentheses() {
        let bytes = [UInt8](repeating: UInt8(ascii: "("), count: 200_000)
        let parsed = Parser.parse(SourceFile(name: "a", bytes: bytes))
        #expect(parsed.firstError?.problem == "too many brackets stand inside one another")
        #expect((parsed.firstError?.rendered().count ?? 0) < 1000)
    }

    @Test func bytesThatAreNoTextAreNamed() {
        let parsed = Parser.parse(SourceFile(name: "a", bytes: Array("let x = \"a".utf8) + [0xFF, 0x41]))
        #expect(
            parsed.diagnostics.map { $0.rendered() } == [
                """
                a:1:11: text: the text is not UTF-8
                  1 | let x = "a\u{FFFD}A
                    |           ^  the byte 0xFF begins no character; save the file as UTF-8
                """
            ])
    }

    @Test func everyPairOfSignsIsAnswered() {
        let interesting = Array("\0\n\r\t \"'()[]{}.,;:?!+-*/%@=<>&|#$\\_`~^a1e\u{7F}".utf8)
        for first in interesting {
            for second in interesting {
                for third in Array("\n(1".utf8) {
                    _ = Parser.parse(SourceFile(name: "a", bytes: [first, second, third]))
                }
            }
        }
    }

    @Test("every beginning of a program is answered, and is complete only where it can be")
    func beginnings() {
        let bytes = Array(everything.utf8)
        for end in 0...bytes.count {
            let parsed = Parser.parse(SourceFile(name: "a", bytes: Array(bytes[..<end])))
            for diagnostic in parsed.diagnostics { #expect(!diagnostic.rendered().isEmpty) }
        }
        #expect(Parser.parse(SourceFile(name: "a", text: everything)).diagnostics.isEmpty)
    }

    @Test func programsWithATokenLessAreAnswered() {
        let source = SourceFile(name: "a", text: everything)
        var lexer = Lexer(source)
        lexer.run()
        let bytes = Array(everything.utf8)
        for token in lexer.tokens {
            let rest = bytes[..<Int(token.extent.start)] + bytes[Int(token.extent.end)...]
            let parsed = Parser.parse(SourceFile(name: "a", bytes: Array(rest)))
            #expect(parsed.diagnostics.count <= 2 * Parser.errorLimit)
        }
    }
}

/// Every construct of the language, once.
let everything = #"""
    // a comment            /* another */
    let n = 256_000; var total = 1e-3
    let name = "loss \(total, digits: 3) \"quoted\" \u{3C3}"
    let text = """
        two \(n + 1)
          lines
        """
    let rates = ["G": 0.001, "D": 0.002]
    let empty = [:]
    let flags = [true, false, nil] * 100
    for (i, x) in flags.enumerated() { if i == 1 { continue }; print(i, x) }
    while total > 100 && !flags.isEmpty || n != 3 { total /= 2; if total < 1 { break } }
    if n > 10 { print("big") } else if n == 0 { print("none") }
    else { print("small") }
    let sign = total < 0 ? -1 : 1
    func clamp01(x, from low = 0, to high = 1) { max(low, min(high, x)) }
    func long(x) {
        let y = x ** 2 % 7
        func inner(a) { a }
        return inner(y)
    }
    let squares = [1, 2, 3].map { x, _ in x * x }.filter { $0 > 1 }
    let (a, (b, _)) = (1, (2, 3))
    print(x @ x + 1, x[0], x[0..<1], x[0..., ..<2, ...3, 1...2], (1, 2).0)
    rates["G"] = rates["D"] ?? 0.5
    _ = gradients(of: n, for: total, in: 3)
    let m = Model([a, b]) { x, y in x + y }
    withoutGradients { print(_) }

    """#
