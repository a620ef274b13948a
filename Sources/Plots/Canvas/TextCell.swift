/// A character of a label and how many cells it takes.
struct TextCell: Sendable, Equatable {
    var scalar: Unicode.Scalar
    var width: Int
}

/// Labels as a terminal shows them.
enum CellText {
    /// The cells of a text: what would move the cursor or change the terminal becomes a space, and without
    /// Unicode what is not ASCII becomes the nearest sign or a question mark.
    static func cells(_ text: String, _ characters: TextStyle.Characters) -> [TextCell] {
        var cells: [TextCell] = []
        for character in text {
            guard let scalar = character.unicodeScalars.first else { continue }
            if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || invisible.contains(scalar.value)
            {
                cells.append(TextCell(scalar: " ", width: 1))
            } else if characters == .ascii && !scalar.isASCII {
                cells.append(TextCell(scalar: plain[scalar] ?? "?", width: 1))
            } else {
                cells.append(TextCell(scalar: scalar, width: isWide(scalar.value) ? 2 : 1))
            }
        }
        return cells
    }

    static func width(_ cells: [TextCell]) -> Int { cells.reduce(0) { $0 + $1.width } }

    /// Lines no wider than `width`, broken between words where that is possible.
    static func wrapped(_ text: String, _ characters: TextStyle.Characters, width: Int) -> [[TextCell]] {
        var lines: [[TextCell]] = []
        var line: [TextCell] = []
        for word in cells(text, characters).split(separator: TextCell(scalar: " ", width: 1)) {
            let room = Self.width(line)
            if room > 0 && room + 1 + Self.width(Array(word)) > width {
                lines.append(line)
                line = []
            }
            if !line.isEmpty { line.append(TextCell(scalar: " ", width: 1)) }
            for piece in word {
                if Self.width(line) + piece.width > width && !line.isEmpty {
                    lines.append(line)
                    line = []
                }
                line.append(piece)
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    /// At most `width` cells; where some are missing, the last says so.
    static func cut(_ cells: [TextCell], _ characters: TextStyle.Characters, width: Int) -> [TextCell] {
        guard Self.width(cells) > width else { return cells }
        var kept: [TextCell] = []
        for cell in cells {
            guard Self.width(kept) + cell.width < width else { break }
            kept.append(cell)
        }
        if width > 0 { kept.append(TextCell(scalar: characters == .ascii ? "~" : "…", width: 1)) }
        return kept
    }

    /// Joiners, direction marks and line separators.
    private static let invisible: Set<UInt32> = Set(
        Array(0x200B...0x200F) + Array(0x2028...0x202E) + Array(0x2060...0x206F) + [0xFEFF])

    private static let plain: [Unicode.Scalar: Unicode.Scalar] = [
        "−": "-", "–": "-", "—": "-", "×": "x", "·": ".", "’": "'", "‘": "'", "“": "\"", "”": "\"",
        "…": "~", "→": ">", "←": "<",
    ]

    /// The wide blocks of Unicode's East Asian widths, and the pictographs.
    private static func isWide(_ value: UInt32) -> Bool {
        guard value >= 0x1100 else { return false }
        return value <= 0x115F || (0x2E80...0x303E).contains(value) || (0x3041...0xA4CF).contains(value)
            || (0xA960...0xA97F).contains(value) || (0xAC00...0xD7A3).contains(value)
            || (0xF900...0xFAFF).contains(value) || (0xFE30...0xFE6F).contains(value)
            || (0xFF00...0xFF60).contains(value) || (0xFFE0...0xFFE6).contains(value)
            || (0x1F300...0x1F64F).contains(value) || (0x1F900...0x1F9FF).contains(value)
            || (0x20000...0x3FFFD).contains(value)
    }
}
