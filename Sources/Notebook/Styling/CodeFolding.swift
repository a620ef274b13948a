import Text

/// Breaks the lines of a script that are wider than a window at spaces, as a person would who types it there:
/// what follows is indented, a comment goes on as a comment, and a string stays whole.
func foldedCode(_ source: String, width: Int) -> String {
    escaped(source, for: .terminal).split(separator: "\n", omittingEmptySubsequences: false)
        .flatMap { foldedLine($0, width: max(width, 20)) }
        .joined(separator: "\n")
}

private func foldedLine(_ line: Substring, width: Int) -> [String] {
    guard displayWidth(line) > width else { return [String(line)] }
    let margin = line.prefix { $0 == " " }.count
    let indentation = spaces(min(margin + 4, width / 2))
    var lines = [String(line.prefix(margin))]
    var filler = LineFiller(room: width, opening: margin)
    var gap = ""
    func place(_ word: Substring, after opening: String) {
        if filler.beginsLine(displayWidth(word), gap: gap.count, indentation: displayWidth(opening)) {
            lines.append(opening + word)
        } else {
            lines[lines.count - 1] += gap + word
        }
        gap = ""
    }
    // Pieces that touch one another are one word.
    var word = line[line.startIndex..<line.startIndex]
    for (piece, part) in codePieces(String(line.dropFirst(margin))) {
        if part == .other, piece == " " {
            if !word.isEmpty { place(word, after: indentation) }
            (word, gap) = ("", gap + " ")
        } else if part == .comment {
            if !word.isEmpty { place(word, after: indentation) }
            word = ""
            // A remark beside code goes on below its beginning, unless that leaves a strip too narrow to read.
            let column = filler.used + gap.count
            let start = spaces(column + 24 <= width ? column : margin)
            for word in piece.split(separator: " ") {
                place(word, after: start + (word.hasPrefix("//") ? "" : "// "))
                gap = " "
            }
        } else {
            word = Substring(word + piece)
        }
    }
    if !word.isEmpty { place(word, after: indentation) }
    return lines
}
