/// The control sequences of a terminal that the live view needs.
enum Escape {
    static let hideCursor = "\u{1B}[?25l"
    static let showCursor = "\u{1B}[?25h"
    static let clearRestOfLine = "\u{1B}[K"
    static let clearBelow = "\u{1B}[J"
    static let clearScreen = "\u{1B}[H\u{1B}[2J"
    /// Terminals that know these two show what is between them at once; others ignore them.
    static let beginFrame = "\u{1B}[?2026h"
    static let endFrame = "\u{1B}[?2026l"

    static func up(_ lines: Int) -> String { "\u{1B}[\(lines)A" }
}
