import Text

/// The source line of a diagnostic, made fit for a terminal, and where its carets stand.
///
/// Tabs become spaces, characters that a terminal would obey or hide become visible signs, and a line
/// longer than `width` is cut around the carets. Of a span over several lines the first line is shown and
/// underlined to its end.
struct Excerpt {
    let text: String
    let caretColumn: Int
    let caretWidth: Int

    init(_ span: Span, width: Int) {
        let source = span.source
        let line = source.lineBounds(around: span.start)
        let start = min(max(span.start, line.lowerBound), line.upperBound)
        let end = min(max(span.end, start), line.upperBound)
        // A cell of the terminal holds at least a byte, so bytes far from the caret are never shown.
        let reach = 16 * width
        let from = source.characterBoundary(after: max(line.lowerBound, start - reach))
        let to = source.characterBoundary(after: min(line.upperBound, start + reach))
        var cells = Cells()
        cells.append(source.text(from: min(from, start), to: start))
        let first = cells.items.count
        cells.append(source.text(from: start, to: min(end, max(to, start))))
        let last = cells.items.count
        cells.append(source.text(from: min(end, to), to: to))

        var window = Window(cells.items, focus: first..<last, width: width)
        if from > line.lowerBound { window.isCutLeft = true }
        if to < line.upperBound { window.isCutRight = true }
        let shown = cells.items[window.range]
        let left = window.isCutLeft ? "…" : ""
        self.text = left + shown.map(\.text).joined() + (window.isCutRight ? "…" : "")
        let before = cells.items[window.range.lowerBound..<first].reduce(0) { $0 + $1.width }
        var under = cells.items[first..<min(last, window.range.upperBound)]
        let endsLine = last == under.endIndex
        while endsLine, under.count > 1, under.last?.text == " " { under.removeLast() }
        self.caretColumn = (window.isCutLeft ? 1 : 0) + before
        self.caretWidth = max(1, under.reduce(0) { $0 + $1.width })
    }
}

/// Characters as a terminal shows them, each with its width.
private struct Cells {
    struct Item {
        let text: String
        let width: Int
    }

    var items: [Item] = []
    private var column = 0

    mutating func append(_ text: String) {
        for character in text { append(character) }
    }

    private mutating func append(_ character: Character) {
        switch character {
        case "\t":
            for _ in 0..<(4 - column % 4) { add(" ", 1) }
        default:
            let shown = escaped(String(character), for: .line)
            let width = displayWidth(shown)
            if width == 0 { add("\u{FFFD}", 1) } else { add(shown, width) }
        }
    }

    private mutating func add(_ text: String, _ width: Int) {
        items.append(Item(text: text, width: width))
        column += width
    }
}

/// The part of a long line that is shown: the focus, and what fits around it.
private struct Window {
    var range: Range<Int>
    var isCutLeft: Bool
    var isCutRight: Bool

    init(_ items: [Cells.Item], focus: Range<Int>, width: Int) {
        let total = items.reduce(0) { $0 + $1.width }
        guard total > width else {
            range = 0..<items.count
            (isCutLeft, isCutRight) = (false, false)
            return
        }
        // The focus comes first, from its left end; then what is left of it, up to half of the room;
        // then what is right of it.
        let room = width - 2
        var used = 0
        var upper = focus.lowerBound
        func widen() -> Bool {
            guard upper < items.count, used + items[upper].width <= room else { return false }
            used += items[upper].width
            upper += 1
            return true
        }
        while upper < focus.upperBound, used < room * 3 / 4, widen() {}
        var lower = focus.lowerBound
        let leftRoom = upper == items.count ? room : used + (room - used) / 2
        while lower > 0, used + items[lower - 1].width <= leftRoom {
            lower -= 1
            used += items[lower].width
        }
        while widen() {}
        range = lower..<upper
        isCutLeft = lower > 0
        isCutRight = upper < items.count
    }
}

extension SourceFile {
    /// The first offset from here on that does not lie inside a character's bytes.
    fileprivate func characterBoundary(after offset: Int) -> Int {
        var offset = offset
        while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        return offset
    }
}
