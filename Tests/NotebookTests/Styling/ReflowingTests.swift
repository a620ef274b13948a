import Testing

@testable import Notebook

@Suite struct ReflowingTests {
    @Test func narrowTextStaysAsItIs() {
        let text = "Example\n    print(1)\n\n  a    b"
        #expect(reflowed(text, width: 40) == text)
    }

    @Test func rowsGoOnUnderTheirSecondColumn() {
        #expect(
            reflowed("  bias    whether a bias is added", width: 22) == """
                  bias    whether a
                          bias is
                          added
                """)
    }

    @Test func indentedLinesKeepTheirIndentation() {
        #expect(reflowed("  one two three four", width: 12) == "  one two\n  three four")
    }

    @Test func sentencesBreakBetweenWordsAndTablesStay() {
        #expect(unbrokenWords("of them for real", width: 10) == "of them\nfor real")
        #expect(unbrokenWords("   a b c d e f g h", width: 14) == "   a b c d e f\n   g h")
        #expect(unbrokenWords("one  two  three", width: 10) == "one  two  three")
        #expect(unbrokenWords("short", width: 10) == "short")
        #expect(unbrokenWords(" [1,  2]] shape [9, 9]", width: 18) == " [1,  2]]\nshape [9, 9]")
        #expect(unbrokenWords(" [1,  2]] shape [9, 9]", width: 22) == " [1,  2]] shape [9, 9]")
    }
}
