/// A plot laid out in cells: title, legend, axes, marks, color bar, small print.
struct TextPlot {
    private let chart: Chart
    private let style: TextStyle
    private var title: [[TextCell]]
    private var legend: TextLegend
    private var yLabel: [TextCell]
    private var xLabel: [TextCell]
    private var footer: [[TextCell]]
    private var colorBar: TextColorBar?
    private var xTicks: [TextTick] = []
    private var yTicks: [TextTick] = []
    /// The cells left of the vertical axis.
    private var gutter = 0
    private var columns = 1
    private var rows = 1
    private(set) var height = 0

    /// Rows that look well when no height is asked for.
    private static let tallest = 22
    /// Fewer rows than this show nothing; labels give way before.
    private static let lowest = 4

    init(_ chart: Chart, _ figure: Figure, width: Int, height: Int?, _ style: TextStyle) {
        self.chart = chart
        self.style = style
        let characters = style.characters
        title = CellText.wrapped(figure.title ?? "", characters, width: width)
        legend = TextLegend(chart.legend, isOverField: chart.field != nil, width: width, style)
        func label(_ axis: Axis) -> [TextCell] {
            CellText.cut(CellText.cells(axis.label ?? "", characters), characters, width: width)
        }
        yLabel = label(figure.yAxis)
        xLabel = label(figure.xAxis)
        footer = (chart.notes + [figure.caption ?? ""]).flatMap {
            CellText.wrapped($0, characters, width: width)
        }
        colorBar = chart.field.map { TextColorBar($0, width: width, style) }

        if let height { giveWay(to: height) }
        let free = height.map { max($0 - fixedLines, 1) }
        // The height decides how many marks the vertical axis has, these how wide it is, and that, where units
        // are equal, the height: twice around is enough.
        rows = free ?? min(max((width - 6) / 4, 6), 18)
        for _ in 0..<2 {
            yTicks = TextTick.down(chart.y, rows: rows, characters)
            gutter = yTicks.reduce(0) { max($0, $1.width) } + 1
            let across = max(width - gutter - 1, 1)
            columns = across
            if let aspect = chart.aspect {
                let tallest = free ?? min(TextPlot.tallest, max(width / 2, 6))
                columns = min(max(Int((Double(tallest) * 2 / aspect).rounded()), 1), across)
                rows = min(max(Int((Double(columns) * aspect / 2).rounded()), 1), tallest)
            }
        }
        if let grid = chart.field?.grid, grid.isMatrix { makeEntriesEqual(grid) }
        yTicks = TextTick.down(chart.y, rows: rows, characters)
        xTicks = TextTick.across(chart.x, columns: columns, reach: width - gutter - 1, characters)
        self.height = height ?? fixedLines + rows
    }

    /// Makes every entry of a matrix as wide and as high as the next, where there is room for all.
    private mutating func makeEntriesEqual(_ grid: Grid) {
        if columns >= grid.columns { columns -= columns % grid.columns }
        let showsHalves =
            style.characters == .unicode && (style.colors >= .ansi256)
        while rows > grid.rows && rows * (showsHalves ? 2 : 1) % grid.rows != 0 { rows -= 1 }
    }

    private var fixedLines: Int {
        title.count + legend.height + footer.count + 2 + (yLabel.isEmpty ? 0 : 1) + (xLabel.isEmpty ? 0 : 1)
            + (colorBar == nil ? 0 : 1)
    }

    /// In few lines the small print goes first, then what the axes measure, then the rest.
    private mutating func giveWay(to height: Int) {
        func isCrowded() -> Bool { height - fixedLines < TextPlot.lowest }
        while isCrowded() && !footer.isEmpty { footer.removeLast() }
        if isCrowded() { xLabel = [] }
        if isCrowded() { yLabel = [] }
        while isCrowded() && title.count > 1 { title.removeLast() }
        if isCrowded() { legend = TextLegend([], width: 0, style) }
        if isCrowded() { title = [] }
        if isCrowded() { colorBar = nil }
    }

    func draw(in grid: inout CellGrid, x: Int, y: Int) {
        var line = y
        grid.write(lines: title, x: x, y: &line, isStrong: true)
        legend.draw(in: &grid, x: x, y: line)
        line += legend.height
        if !yLabel.isEmpty {
            grid.write(yLabel, x: x, y: line)
            line += 1
        }
        let plot = CellBox(x: x + gutter + 1, y: line, width: columns, height: rows)
        TextMarks(chart, plot, style).draw(in: &grid)
        drawAxes(in: &grid, plot)
        line += rows + 2
        if !xLabel.isEmpty {
            let indent = max((columns - CellText.width(xLabel)) / 2, -gutter - 1)
            grid.write(xLabel, x: plot.x + max(indent, x - plot.x), y: line)
            line += 1
        }
        if let colorBar {
            colorBar.draw(in: &grid, x: x, y: line, indent: gutter + 1)
            line += 1
        }
        grid.write(lines: footer, x: x, y: &line)
    }

    private func drawAxes(in grid: inout CellGrid, _ plot: CellBox) {
        let isAscii = style.characters == .ascii
        let (left, bottom) = (plot.x - 1, plot.y + plot.height)
        for row in 0..<plot.height { grid[left, plot.y + row] = GridCell(scalar: isAscii ? "|" : "│") }
        for column in 0..<plot.width { grid[plot.x + column, bottom] = GridCell(scalar: isAscii ? "-" : "─") }
        grid[left, bottom] = GridCell(scalar: isAscii ? "+" : "└")
        for tick in yTicks {
            grid[left, plot.y + tick.cell] = GridCell(scalar: isAscii ? "+" : "┤")
            grid.write(tick.text, x: left - tick.width - 1, y: plot.y + tick.cell)
        }
        for tick in xTicks {
            grid[plot.x + tick.cell, bottom] = GridCell(scalar: isAscii ? "+" : "┬")
            grid.write(tick.text, x: plot.x + tick.labelStart, y: bottom + 1)
        }
    }
}
