import Testing

struct StringTests {
    @Test(
        "strings",
        arguments: [
            (#""""#, #""""#),
            (#""a \"b\" \\ \n\t\r\0\' ""#, #""a \"b\" \\ \n\t\r\0\' ""#),
            (#""\u{3C3}\u{1F642}""#, "\"σ🙂\""),
            (#""x is \(x)""#, #"(string "x is " x)"#),
            (#""\(a)\(b)""#, "(string a b)"),
            (#""\(total, digits: 3) left""#, #"(string (total digits: 3) " left")"#),
            (#""\(f("inner \(x)"))""#, #"(string (call f (string "inner " x)))"#),
            (#""\((a + b) * c)""#, "(string (* (+ a b) c))"),
            (#""\(xs.map { $0 })""#, "(string (call (. xs map) (closure 1 {$0}) trailing))"),
            (#""// no comment /* nor this""#, #""// no comment /* nor this""#),
            ("\"\"\"\na\n\"\"\"", #""a""#),
            ("\"\"\"\n\"\"\"", #""""#),
            ("\"\"\"\n\n\"\"\"", #""""#),
            ("\"\"\"\n\na\n\n\"\"\"", #""\na\n""#),
            ("\"\"\"\n    a\n      b\n\n    c\n    \"\"\"", #""a\n  b\n\nc""#),
            ("\"\"\"\r\n  a\r\n  b\r\n  \"\"\"", #""a\nb""#),
            ("\"\"\"\n  a \\\n  b\n  \"\"\"", #""a b""#),
            ("\"\"\"\n  \"quoted\" \\\"\"\"\n  \"\"\"", #""\"quoted\" \"\"\"""#),
            ("\"\"\"\n  a \\(x) b\n  c \\(y)\n  \"\"\"", #"(string "a " x " b\nc " y)"#),
            ("\"\"\"\n  \\(x)\n  \\(y)\n  \"\"\"", #"(string x "\n" y)"#),
            ("\"\"\"\n  a \\(f(1,\n2)) b\n  \"\"\"", #"(string "a " (call f 1 2) " b")"#),
        ])
    func strings(text: String, tree: String) {
        #expect(outline(text) == tree)
    }

    @Test func quotesOfOtherKindsAreTextInAString() {
        #expect(
            outline("\"it's # fine\"") == "\"it's # fine\""
                || outline("\"it's # fine\"") == "\"it\\'s # fine\"")
    }
}
