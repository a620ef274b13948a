/// Splits a text into front matter and cells.
struct CellSplitter {
    private let lines: [String]
    private let endsWithLineBreak: Bool
    private var next = 0

    init(_ text: String) {
        // Swift sees "\r\n" as one character; scalars keep it apart from "\n".
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line.last == "\r" ? line.dropLast() : line)
        }
        endsWithLineBreak = lines.last == ""
        if endsWithLineBreak { lines.removeLast() }
        self.lines = lines
    }

    func document() -> CellDocument {
        var reader = self
        return reader.read()
    }

    private mutating func read() -> CellDocument {
        var document = CellDocument(cells: [])
        document.endsWithLineBreak = endsWithLineBreak
        while next < lines.count, lines[next].isEmpty { next += 1 }
        document.emptyLinesBefore = next
        if let matter = frontMatter() {
            document.frontMatter = matter
            let start = next
            while next < lines.count, lines[next].isEmpty { next += 1 }
            document.emptyLinesAfterFrontMatter = next - start
        }
        while next < lines.count { document.cells.append(cell()) }
        return document
    }

    /// Reads from `// ---` to `// ---`. An opening fence without a closing one is a comment like others.
    private mutating func frontMatter() -> FrontMatter? {
        guard next < lines.count, isFence(lines[next]) else { return nil }
        for end in (next + 1)..<max(lines.count, next + 1) {
            if isFence(lines[end]) {
                let matter = FrontMatter(lines: Array(lines[next...end]))
                next = end + 1
                return matter
            }
            guard lines[end].hasPrefix("//") else { return nil }
        }
        return nil
    }

    private mutating func cell() -> DocumentCell {
        let hasMarker = isMarker(lines[next])
        var cell =
            hasMarker
            ? DocumentCell(markerLine: lines[next], firstLine: next + 2) : DocumentCell(headless: next + 1)
        if hasMarker { next += 1 }
        let start = next
        while next < lines.count, !isMarker(lines[next]) { next += 1 }
        var end = next
        while end > start, lines[end - 1].isEmpty { end -= 1 }
        cell.text = lines[start..<end].joined(separator: "\n")
        cell.emptyLinesAfter = next - end
        return cell
    }

    private func isFence(_ line: String) -> Bool {
        line == "// ---" || line == "//---"
    }

    /// `// %%` or `//%%`, alone or before a space: `// %%time` is a comment.
    private func isMarker(_ line: String) -> Bool {
        for mark in ["// %%", "//%%"] where line.hasPrefix(mark) {
            let rest = line.dropFirst(mark.count)
            return rest.isEmpty || rest.first == " "
        }
        return false
    }
}
