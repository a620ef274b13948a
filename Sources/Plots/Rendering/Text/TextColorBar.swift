import Text

/// What the colors of a heat map stand for: a bar between the numbers at its ends.
struct TextColorBar {
    private let field: HeatField
    private let style: TextStyle
    private let low: [TextCell]
    private let high: [TextCell]
    private let label: [TextCell]
    private let length: Int

    init(_ field: HeatField, width: Int, _ style: TextStyle) {
        self.field = field
        self.style = style
        func number(_ value: Double) -> [TextCell] {
            let text = NumberText.short(value)
            let signed = style.characters == .ascii ? text : NumberText.withMinus(text)
            return CellText.cells(signed, style.characters)
        }
        low = number(field.range.lowerBound)
        high = number(field.range.upperBound)
        let free = width - CellText.width(low) - CellText.width(high) - 2
        length = min(max(free - 8, min(free, 6), 1), 24)
        label = CellText.cut(
            CellText.cells(field.label ?? "", style.characters), style.characters,
            width: max(free - length - 2, 0))
    }

    func draw(in grid: inout CellGrid, x: Int, y: Int, indent: Int) {
        let start = max(indent, CellText.width(low) + 1)
        let total = length + CellText.width(high) + 1 + (label.isEmpty ? 0 : CellText.width(label) + 2)
        let bar = x + (x + start + total <= grid.width ? start : CellText.width(low) + 1)
        grid.write(low, x: bar - CellText.width(low) - 1, y: y)
        for column in 0..<length {
            let share = (Double(column) + 0.5) / Double(length)
            let value = field.range.lowerBound + share * field.range.length
            grid[bar + column, y] = TextHeat.cell(field, upper: value, lower: value, style)
        }
        if style.colors == .none || style.colors == .ansi16 {
            // The lowest shade is blank: without edges the bar would not be seen to begin.
            grid[bar - 1, y] = GridCell(scalar: style.characters == .ascii ? "|" : "▕")
            grid[bar + length, y] = GridCell(scalar: style.characters == .ascii ? "|" : "▏")
        }
        grid.write(high, x: bar + length + 1, y: y)
        grid.write(label, x: bar + length + CellText.width(high) + 3, y: y)
    }
}
