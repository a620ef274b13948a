import Testing

@testable import Script

@Suite("Notes in a window")
struct NoteWrappingTests {
    private func rendered(_ source: String, _ part: String, note: String, window: Int) -> String {
        let file = SourceFile(name: "a.duel", text: source)
        let start = source.utf8.count - source[source.firstRange(of: part)!.lowerBound...].utf8.count
        let span = Span(source: file, start: start, end: start + part.utf8.count)
        return Diagnostic(construct: "sum", problem: "it fails", note: note, span: span).rendered(
            window: window)
    }

    @Test func aNoteThatFitsStandsBesideTheCarets() {
        #expect(
            rendered("x + y", "y", note: "y is 1", window: 40) == """
                a.duel:1:5: sum: it fails
                  1 | x + y
                    |     ^  y is 1
                """)
    }

    @Test func aLongNoteGoesOnBesideTheCarets() {
        #expect(
            rendered("x + y", "y", note: "one two three four five six seven eight nine ten", window: 50)
                == """
                a.duel:1:5: sum: it fails
                  1 | x + y
                    |     ^  one two three four five six seven
                    |        eight nine ten
                """)
    }

    @Test func withoutRoomBesideThemItStandsBelow() {
        #expect(
            rendered("a + b + c + d", "d", note: "one two three four five six", window: 30) == """
                a.duel:1:13: sum: it fails
                  1 | a + b + c + d
                    |             ^
                    | one two three four five
                    | six
                """)
    }
}
