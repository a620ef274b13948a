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
                draw(item.entry.sample, in: &grid, x: x + item.x, y: y + row)
                grid.write(item.label, x: x + item.x + 3, y: y + row)
            }
        }
    }

    private func draw(_ sample: LegendEntry.Sample, in grid: inout CellGrid, x: Int, y: Int) {
        let isAscii = style.characters == .ascii
        func put(_ text: String, _ color: Color?) {
            grid.write(text.unicodeScalars.map { TextCell(scalar: $0, width: 1) }, x: x, y: y, ink: color)
        }
        switch sample {
        case .dots(let series):
            let sign = TextMarks.dotSign(series, isOverField: isOverField, style)
            put(sign.map { " \($0)" } ?? (isAscii ? ".:" : "⠪⠕"), series.color)
        case .line(let series):
            let sign = TextMarks.lineSign(series, style)
            put(sign.map { "\($0)\($0)" } ?? (isAscii ? "**" : "⠒⠒"), series.color)
        case .area(let series):
            let sign = TextMarks.areaSign([series.index], isAlone: false, style)
            put("\(sign)\(sign)", series.color)
        case .arrow(let series): put(isAscii ? "->" : "─→", series.color)
        case .contour: put(isAscii ? "::" : "⠉⠒", nil)
        case .rule: put(isAscii ? "- " : "╌╌", style.colors == .none ? nil : Ink.rule)
        }
    }
}
