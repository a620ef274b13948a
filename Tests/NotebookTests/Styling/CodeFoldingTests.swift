import Testing

@testable import Notebook

@Suite struct CodeFoldingTests {
    @Test func codeThatFitsStaysAsItIs() {
        let code = "let x = 1\n\nfor i in 0..<3 {\n    print(i)\n}"
        #expect(foldedCode(code, width: 40) == code)
    }

    @Test func aWideLineBreaksAtASpaceAndIsIndented() {
        #expect(
            foldedCode("let D = Sequential(Dense(2, 128), leakyRelu(slope: 0.2))", width: 36) == """
                let D = Sequential(Dense(2, 128),
                    leakyRelu(slope: 0.2))
                """)
    }

    @Test func aStringStaysWhole() {
        #expect(
            foldedCode("print(\"one two three four\", x, y)", width: 28) == """
                print("one two three four",
                    x, y)
                """)
    }

    @Test func aCommentGoesOnAsAComment() {
        #expect(
            foldedCode("  // a remark that is too wide", width: 20) == """
                  // a remark that
                  // is too wide
                """)
    }

    @Test func aCommentBesideCodeGoesOnBelowItself() {
        #expect(
            foldedCode("f(x)   // one two three four five six", width: 32) == """
                f(x)   // one two three four
                       // five six
                """)
        #expect(
            foldedCode("f(x, y, z)   // one two three four", width: 32) == """
                f(x, y, z)   // one two three
                // four
                """)
    }

    @Test func whatCannotBreakIsLeft() {
        let name = String(repeating: "x", count: 30)
        #expect(foldedCode(name, width: 20) == name)
    }
}
