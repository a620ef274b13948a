import Text

/// Lying bars: names at the left, values at the ends.
struct TextBars {
    private let bars: Bars
    private let style: TextStyle
    private var title: [[TextCell]]
    private var legend: TextLegend
    private var xLabel: [TextCell]
    private var caption: [[TextCell]]
    private let names: [[TextCell]]
    private let nameWidth: Int
    private let valueWidth: Int
    private let length: Int
    private let span: BarSpan
    /// How many names are shown; the rest is told.
    private var shown: Int
    private(set) var height = 0

    init(_ bars: Bars, _ figure: Figure, width: Int, height: Int?, _ style: TextStyle) {
        self.bars = bars
        self.style = style
        let characters = style.characters
        title = CellText.wrapped(figure.title ?? "", characters, width: width)
        let entries = zip(bars.labels, bars.labels.indices).map { label, index in
            LegendEntry(label: label, sample: .area(SeriesStyle(index: index)))
        }
        legend = TextLegend(entries, width: width, style)
        xLabel = CellText.cut(CellText.cells(figure.xAxis.label ?? "", characters), characters, width: width)
        caption = CellText.wrapped(figure.caption ?? "", characters, width: width)
        names = bars.names.map { CellText.cut(CellText.cells($0, characters), characters, width: width / 3) }
        nameWidth = names.reduce(0) { max($0, CellText.width($1)) }
        valueWidth = bars.series.joined().reduce(0) { max($0, TextBars.value($1, style).count) }
        length = max(width - nameWidth - valueWidth - 3, 1)
        span = BarSpan(bars)
        shown = bars.names.count
        if let height {
            let fixed = title.count + legend.height + (xLabel.isEmpty ? 0 : 1) + caption.count
            if fixed + barLines > height { caption = [] }
            if fixed + barLines > height { shown = max((height - fixed - 1) / linesPerName, 0) }
        }
        let own = title.count + legend.height + barLines + (xLabel.isEmpty ? 0 : 1) + caption.count
        self.height = height ?? own
    }

    private var linesPerName: Int { bars.series.count == 1 ? 1 : bars.series.count + 1 }

    /// The lines from the first bar to the last.
    private var axisLines: Int { max(shown * linesPerName - (bars.series.count > 1 && shown > 0 ? 1 : 0), 0) }

    private var barLines: Int {
        let rest = shown < bars.names.count ? 1 : 0
        return axisLines + rest + (bars.names.isEmpty ? 1 : 0)
    }

    private static func value(_ value: Double, _ style: TextStyle) -> String {
        let text = NumberText.short(value)
        return style.characters == .ascii ? text : NumberText.withMinus(text)
    }

    func draw(in grid: inout CellGrid, x: Int, y: Int) {
        var line = y
        grid.write(lines: title, x: x, y: &line, isStrong: true)
        legend.draw(in: &grid, x: x, y: line)
        line += legend.height
        if bars.names.isEmpty {
            grid.write(CellText.cells("no data", style.characters), x: x, y: line)
            line += 1
        }
        let isAscii = style.characters == .ascii
        let axis = Int((span.zero * Double(length)).rounded(.down))
        for row in 0..<axisLines {
            grid[x + nameWidth + 1 + axis, line + row] = GridCell(scalar: isAscii ? "|" : "│")
        }
        for index in 0..<shown {
            let name = names[index]
            grid.write(name, x: x + nameWidth - CellText.width(name), y: line)
            for (series, values) in bars.series.enumerated() {
                draw(values[index], SeriesStyle(index: series), in: &grid, x: x + nameWidth + 1, y: line)
                line += 1
            }
            line += linesPerName - bars.series.count
        }
        line -= shown > 0 ? linesPerName - bars.series.count : 0
        if shown < bars.names.count {
            let rest = "and \(bars.names.count - shown) more"
            grid.write(CellText.cells(rest, style.characters), x: x, y: line)
            line += 1
        }
        grid.write(xLabel, x: x + nameWidth + 1, y: line)
        line += xLabel.isEmpty ? 0 : 1
        grid.write(lines: caption, x: x, y: &line)
    }

    private func draw(_ value: Double, _ series: SeriesStyle, in grid: inout CellGrid, x: Int, y: Int) {
        let zero = Int((span.zero * Double(length)).rounded(.down))
        let text = CellText.cells(TextBars.value(value, style), style.characters)
        guard value.isDrawable else { return grid.write(text, x: x + zero + 2, y: y) }
        let color = style.colors == .none ? nil : series.color
        let full = TextMarks.areaSign([series.index], isAlone: bars.series.count == 1, style)
        let eighths = Int((span.share(value) * Double(length) * 8).rounded())
        if value < 0 {
            for step in 0..<min((eighths + 4) / 8, zero) {
                grid[x + zero - 1 - step, y] = GridCell(scalar: full, ink: color)
            }
            return grid.write(text, x: x + zero + 2, y: y)
        }
        let free = length - zero
        for step in 0..<min(eighths / 8, free) {
            grid[x + zero + 1 + step, y] = GridCell(scalar: full, ink: color)
        }
        var end = min(eighths / 8, free)
        if full == "█" && eighths % 8 > 0 && end < free {
            let partial = Unicode.Scalar(0x2590 - UInt32(eighths % 8)) ?? "▏"
            grid[x + zero + 1 + end, y] = GridCell(scalar: partial, ink: color)
            end += 1
        }
        grid.write(text, x: x + zero + 2 + end, y: y)
    }
}
