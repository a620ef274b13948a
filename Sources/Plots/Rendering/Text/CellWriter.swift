import Text

/// Cells as lines of text, with the colors that they have.
enum CellWriter {
    static func text(_ grid: CellGrid, _ colors: ColorDepth) -> TerminalText {
        var text = TerminalText()
        for row in 0..<grid.height {
            if row > 0 { text.append("\n" as Unicode.Scalar) }
            var end = grid.width
            while end > 0 && grid[end - 1, row].isBlank { end -= 1 }
            var last = GridCell()
            for column in 0..<end {
                let cell = grid[column, row]
                if colors != .none && !cell.hasLook(of: last) {
                    text.turnOn(change(from: last, to: cell, colors))
                }
                last = cell
                if cell.isContinuation { continue }
                text.append(cell.scalar)
                for scalar in grid.rest(of: cell) { text.append(scalar) }
            }
            if colors != .none && !GridCell().hasLook(of: last) { text.turnOn([0]) }
        }
        return text
    }

    /// The numbers of the escape sequence that makes one look the other.
    private static func change(from old: GridCell, to new: GridCell, _ colors: ColorDepth) -> [Int] {
        var codes: [Int] = []
        let startsAnew =
            (old.isStrong && !new.isStrong) || (old.ink != nil && new.ink == nil)
            || (old.ground != nil && new.ground == nil)
        if startsAnew { codes.append(0) }
        if new.isStrong && (startsAnew || !old.isStrong) { codes.append(1) }
        if let ink = new.ink, startsAnew || ink != old.ink {
            codes += TerminalColor.codes(ink, isGround: false, colors)
        }
        if let ground = new.ground, startsAnew || ground != old.ground {
            codes += TerminalColor.codes(ground, isGround: true, colors)
        }
        return codes
    }
}

extension GridCell {
    fileprivate func hasLook(of other: GridCell) -> Bool {
        ink == other.ink && ground == other.ground && isStrong == other.isStrong
    }
}
