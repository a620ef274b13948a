import Text

/// A character of a label and how many cells it takes.
struct TextCell: Sendable, Equatable {
    var character: Character
    var width: Int
}

/// Labels as a terminal shows them.
enum CellText {
    /// The cells of a text on one line: what would change the terminal is a visible sign, and without Unicode what is
    /// not ASCII becomes the nearest sign or a question mark.
    static func cells(_ text: String, _ characters: TextStyle.Characters) -> [TextCell] {
        shown(text, characters).map { TextCell(character: $0, width: displayWidth($0)) }
    }

    static func width(_ cells: [TextCell]) -> Int { cells.reduce(0) { $0 + $1.width } }

    /// Lines no wider than `width`, broken between words where that is possible.
    static func wrapped(_ text: String, _ characters: TextStyle.Characters, width: Int) -> [[TextCell]] {
        let text = shown(text, characters)
        guard text.contains(where: { $0 != " " }) else { return [] }
        return Text.wrapped(text, width: width).map { cells($0, characters) }
    }

    /// At most `width` cells; where some are missing, the last says so.
    static func cut(_ cells: [TextCell], _ characters: TextStyle.Characters, width: Int) -> [TextCell] {
        guard Self.width(cells) > width else { return cells }
        let text = String(cells.map(\.character)).shortened(to: width)
        return width > 0 ? Self.cells(text, characters) : []
    }

    /// The text as it can be shown: a line end is a space, and so is what has no width of its own.
    private static func shown(_ text: String, _ characters: TextStyle.Characters) -> String {
        String(
            escaped(text, for: .terminal).map { character in
                displayWidth(character) == 0 ? " " : characters == .ascii ? ascii(character) : character
            })
    }

    private static func ascii(_ character: Character) -> Character {
        guard let scalar = character.unicodeScalars.first else { return " " }
        return scalar.isASCII ? Character(scalar) : plain[scalar] ?? "?"
    }

    private static let plain: [Unicode.Scalar: Character] = [
        "−": "-", "–": "-", "—": "-", "×": "x", "·": ".", "’": "'", "‘": "'", "“": "\"", "”": "\"",
        "…": "~", "→": ">", "←": "<",
    ]
}
