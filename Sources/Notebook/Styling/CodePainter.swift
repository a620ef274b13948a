/// Gives a script the colors of its parts in a terminal.
public enum CodePainter {
    static let keywords: Set<String> = [
        "let", "var", "func", "for", "in", "while", "if", "else", "return", "break", "continue", "true",
        "false",
        "nil",
    ]

    /// The text with escape sequences; without colors, as it is.
    public static func paint(_ source: String, _ appearance: Appearance) -> String {
        guard appearance.hasColors else { return source }
        return codePieces(source).map { piece, part in
            switch part {
            case .keyword: painted(piece, "1")
            case .string: painted(piece, TextColor.green.code(appearance.colors))
            case .number: painted(piece, TextColor.yellow.code(appearance.colors))
            case .comment: painted(piece, "2")
            case .other: String(piece)
            }
        }.joined()
    }

    /// Each line for itself, so that a cut between two lines keeps the colors right.
    private static func painted(_ piece: Substring, _ code: String) -> String {
        piece.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "\u{1B}[\(code)m\($0)\u{1B}[0m" }
            .joined(separator: "\n")
    }
}
