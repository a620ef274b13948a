import Text

/// Breaks runs of text into lines of at most `width` columns.
///
/// Lines break at spaces. A no-break space, as it stands between the parts of a formula, becomes an ordinary
/// one; it breaks the line only where what it binds is wider than a whole line. What is too wide even so is
/// cut.
func wrapped(_ runs: [Run], width: Int) -> [StyledLine] {
    var wrapper = Wrapper(width: max(width, 1))
    for run in runs { wrapper.add(run) }
    return wrapper.finish()
}

private struct Wrapper {
    let width: Int
    private var lines: [StyledLine] = []
    private var line: [Run] = []
    private var lineWidth = 0
    private var word: [Run] = []
    private var wordWidth = 0
    private var pendingSpace: Run?

    init(width: Int) {
        self.width = width
    }

    mutating func add(_ run: Run) {
        var piece = ""
        for character in run.text {
            switch character {
            case "\n":
                extend(piece, run.ink)
                piece = ""
                endWord()
                endLine()
            case " ":
                extend(piece, run.ink)
                piece = ""
                endWord()
                if lineWidth > 0 { pendingSpace = Run(" ", run.ink) }
            default: piece.append(character)
            }
        }
        extend(piece, run.ink)
    }

    mutating func finish() -> [StyledLine] {
        endWord()
        if !line.isEmpty || lines.isEmpty { endLine() }
        return lines
    }

    private mutating func extend(_ piece: String, _ ink: Ink) {
        guard !piece.isEmpty else { return }
        word.append(Run(piece, ink))
        wordWidth += displayWidth(piece)
    }

    private mutating func endWord() {
        guard !word.isEmpty else { return }
        if wordWidth > width {
            placeWide()
        } else {
            let gap = pendingSpace == nil ? 0 : 1
            if lineWidth + gap + wordWidth > width, lineWidth > 0 {
                endLine()
            } else if let space = pendingSpace {
                line.append(space)
                lineWidth += 1
            }
            line += word.map { Run($0.text.withOrdinarySpaces, $0.ink) }
            lineWidth += wordWidth
        }
        pendingSpace = nil
        word = []
        wordWidth = 0
    }

    /// Places a word that no line can hold: broken at its no-break spaces, and where it must be, anywhere.
    private mutating func placeWide() {
        if lineWidth > 0 { endLine() }
        var pieces: [Run] = []
        for run in word {
            let parts = run.text.split(separator: "\u{A0}", omittingEmptySubsequences: false)
            for (index, part) in parts.enumerated() {
                if index > 0 { pieces.append(Run(" ", run.ink)) }
                pieces.append(Run(String(part), run.ink))
            }
        }
        for piece in pieces {
            let pieceWidth = displayWidth(piece.text)
            if lineWidth > 0, lineWidth + pieceWidth > width { endLine() }
            if piece.text == " ", lineWidth == 0 { continue }
            if pieceWidth <= width {
                line.append(piece)
                lineWidth += pieceWidth
            } else {
                for character in piece.text {
                    let characterWidth = displayWidth(character)
                    if lineWidth + characterWidth > width { endLine() }
                    line.append(Run(String(character), piece.ink))
                    lineWidth += characterWidth
                }
            }
        }
    }

    private mutating func endLine() {
        lines.append(StyledLine(line))
        line = []
        lineWidth = 0
        pendingSpace = nil
    }
}

extension String {
    var withOrdinarySpaces: String {
        String(map { $0 == "\u{A0}" ? " " : $0 })
    }
}
