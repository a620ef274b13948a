/// Names of series in lines: a sample of the mark before each.
struct TextLegend {
    private var lines: [[(entry: LegendEntry, label: [TextCell], x: Int)]] = []
    private let style: TextStyle
    private let isOverField: Bool

    init(_ entries: [LegendEntry], isOverField: Bool = false, width: Int, _ style: TextStyle) {
        self.style = style
        self.isOverField = isOverField
        var x = 0
        for entry in entries {
            let label = CellText.cut(
                CellText.cells(entry.label, style.characters), style.characters, width: max(width - 3, 1))
            let needed = 3 + CellText.width(label)
            if lines.isEmpty || x + needed > width {
                lines.append([])
                x = 0
            }
            lines[lines.count - 1].append((entry, label, x))
            x += needed + 2
        }
    }

    var height: Int { lines.count }

    func draw(in grid: inout CellGrid, x: Int, y: Int) {
        for (row, line) in lines.enumerated() {
            for item in line {
                let (signs, color) = item.entry.sample.text(style, isOverField)
                let cells = signs.map { TextCell(character: $0, width: 1) }
                grid.write(cells, x: x + item.x, y: y + row, ink: color)
                grid.write(item.label, x: x + item.x + 3, y: y + row)
            }
        }
    }
}
