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
}
