import Text

/// Gives a script the colors of its parts in a terminal.
public enum CodePainter {
    static let keywords: Set<String> = [
        "let", "var", "func", "for", "in", "while", "if", "else", "return", "break", "continue", "true",
        "false",
        "nil",
    ]

    /// The text with its colors.
    public static func paint(_ source: String, _ appearance: Appearance) -> TerminalText {
        guard appearance.hasColors else { return TerminalText(source) }
        return codePieces(source).map { $1.ink.paint($0, appearance.colors) }.joined()
    }
}

extension CodePart {
    fileprivate var ink: Ink {
        switch self {
        case .keyword: .bold
        case .string: .string
        case .number: .number
        case .comment: .faint
        case .other: []
        }
    }
}
