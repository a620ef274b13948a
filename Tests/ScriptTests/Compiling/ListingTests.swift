import Testing

@testable import Script

/// Programs as the machine carries them out.
struct ListingTests {
    @Test func aLoopAtTheTopLevel() throws {
        #expect(
            try listing("var total = 0\nfor i in 0..<10 {\n    total += i * 2.5\n}\nprint(total)") == """
                script, 9 registers
                   1  var total = 0
                """)
    }
}

private func listing(_ text: String) throws -> String {
    let interpreter = scriptInterpreter { _ in }
    return try interpreter.listing(of: interpreter.parse(SourceFile(name: "script", text: text)).program)
}
