import Text

/// A plot laid out in pixels.
struct VectorPlot {
    private let chart: Chart
    private let header: VectorHeader
    private let footer: VectorFooter
    private let yLabel: String
    private let xLabel: String
    private let xTicks: [Tick]
    private let yTicks: [Tick]
    /// The plot itself, from the corner of the figure.
    private let frame: Rectangle
    private let colorBar: VectorColorBar?
    private(set) var height: Double

    private static let tickHeight = 20.0

    init(_ chart: Chart, _ figure: Figure, width: Double, height: Double?) {
        self.chart = chart
        header = VectorHeader(title: figure.title, legend: chart.legend, width: width)
        footer = VectorFooter(chart.notes + [figure.caption ?? ""], width: width)
        yLabel = Letters.cut(figure.yAxis.label ?? "", size: Letters.label, width: width)
        xLabel = Letters.cut(figure.xAxis.label ?? "", size: Letters.label, width: width)
        let bar = chart.field.map { VectorColorBar($0) }
        let line = Letters.label * Letters.lineHeight
        // Half a label of the vertical axis may stand above the plot.
        let above = header.height + (yLabel.isEmpty ? 6 : line + 2)
        let below = VectorPlot.tickHeight + (xLabel.isEmpty ? 0 : line) + footer.height
        let free = height.map { max($0 - above - below, 20) }
        var rows = free ?? min(max(width * 0.55, 120), 360)
        let ticks = chart.y.ticks(atMost: max(Int(rows / 45), min(Int(rows / 24), 4), 2))
        let gutter =
            ticks.reduce(0) { max($0, Glyphs.width(NumberText.withMinus($1.label), size: Letters.label)) }
            + 10
        var columns = max(width - gutter - (bar.map { $0.width } ?? 8), 20)
        if let aspect = chart.aspect {
            let tallest = free ?? min(max(width * 0.8, 120), 440)
            let across = min(columns, tallest / aspect)
            (columns, rows) = (across, across * aspect)
        }
        frame = Rectangle(x: gutter, y: above, width: columns, height: rows)
        yTicks = chart.y.ticks(atMost: max(Int(rows / 45), min(Int(rows / 24), 4), 2))
        xTicks = VectorPlot.fittingTicks(chart.x, width: columns)
        colorBar = bar
        self.height = height ?? above + rows + below
    }

    private static func fittingTicks(_ scale: Scale, width: Double) -> [Tick] {
        for limit in stride(from: max(Int(width / 60), 4), through: 1, by: -1) {
            let ticks = scale.ticks(atMost: limit)
            let needed = ticks.reduce(0) { $0 + Glyphs.width($1.label, size: Letters.label) + 12 }
            if needed <= width || limit == 1 { return ticks }
        }
        return []
    }

    func draw(in scene: inout Scene, x: Double, y: Double) {
        header.draw(in: &scene, x: x, y: y)
        var plot = frame
        plot.x += x
        plot.y += y
        if !yLabel.isEmpty {
            let spot = Spot(x: x, y: plot.y - 9)
            scene.shapes.append(.text(yLabel, spot, .start, size: Letters.label, ChartColor.faint))
        }
        drawGrid(in: &scene, plot)
        VectorMarks(chart, plot).draw(in: &scene)
        drawAxes(in: &scene, plot)
        var line = plot.bottom + VectorPlot.tickHeight
        if !xLabel.isEmpty {
            let spot = Spot(x: plot.x + plot.width / 2, y: line + Letters.label)
            scene.shapes.append(.text(xLabel, spot, .middle, size: Letters.label, ChartColor.faint))
            line += Letters.label * Letters.lineHeight
        }
        colorBar?.draw(in: &scene, plot)
        footer.draw(in: &scene, x: x, y: line)
    }

    private func across(_ tick: Tick, _ plot: Rectangle) -> Double? {
        let share = chart.x.fraction(tick.value)
        return share > -1e-9 && share < 1 + 1e-9 ? plot.x + share * plot.width : nil
    }

    private func down(_ tick: Tick, _ plot: Rectangle) -> Double? {
        let share = chart.y.fraction(tick.value)
        return share > -1e-9 && share < 1 + 1e-9 ? plot.y + (1 - share) * plot.height : nil
    }

    private func drawGrid(in scene: inout Scene, _ plot: Rectangle) {
        guard chart.field == nil else { return }
        let pen = Pen(color: ChartColor.gridLine, width: 1)
        for tick in xTicks {
            if let x = across(tick, plot) { scene.line(x, plot.y, x, plot.bottom, pen) }
        }
        for tick in yTicks {
            if let y = down(tick, plot) { scene.line(plot.x, y, plot.right, y, pen) }
        }
    }

    private func drawAxes(in scene: inout Scene, _ plot: Rectangle) {
        let pen = Pen(color: ChartColor.axis, width: 1)
        scene.line(plot.x, plot.y, plot.x, plot.bottom, pen)
        scene.line(plot.x, plot.bottom, plot.right, plot.bottom, pen)
        for tick in xTicks {
            guard let x = across(tick, plot) else { continue }
            scene.line(x, plot.bottom, x, plot.bottom + 4, pen)
            let spot = Spot(x: x, y: plot.bottom + 16)
            scene.shapes.append(
                .text(NumberText.withMinus(tick.label), spot, .middle, size: Letters.label, ChartColor.faint))
        }
        for tick in yTicks {
            guard let y = down(tick, plot) else { continue }
            scene.line(plot.x - 4, y, plot.x, y, pen)
            let spot = Spot(x: plot.x - 7, y: y + Letters.label * 0.36)
            scene.shapes.append(
                .text(NumberText.withMinus(tick.label), spot, .end, size: Letters.label, ChartColor.faint))
        }
    }
}

/// What the colors of a heat map stand for: a standing bar at the right of the plot.
struct VectorColorBar {
    private let field: HeatField
    private let low: String
    private let high: String
    private let ticks: [Tick]
    /// The room it takes, with the gap to the plot.
    let width: Double

    init(_ field: HeatField) {
        self.field = field
        low = NumberText.withMinus(NumberText.short(field.range.lowerBound))
        high = NumberText.withMinus(NumberText.short(field.range.upperBound))
        let span = field.range.length
        ticks = Scale(range: field.range).ticks(atMost: 5).filter {
            $0.value - field.range.lowerBound > span * 0.08 && field.range.upperBound - $0.value > span * 0.08
        }
        let labels = [low, high] + ticks.map { NumberText.withMinus($0.label) }
        width = labels.reduce(0) { max($0, Glyphs.width($1, size: Letters.small)) } + 40
    }

    func draw(in scene: inout Scene, _ plot: Rectangle) {
        let bar = Rectangle(x: plot.right + 16, y: plot.y, width: 12, height: plot.height)
        let colors = (0..<128).map { field.map.color(1 - (Double($0) + 0.5) / 128) }
        scene.shapes.append(.pixels(Pixels(width: 1, height: 128, colors: colors), bar))
        func label(_ text: String, at share: Double) {
            let spot = Spot(x: bar.right + 5, y: bar.spot(0, share).y + Letters.small * 0.36)
            scene.shapes.append(.text(text, spot, .start, size: Letters.small, ChartColor.faint))
        }
        label(low, at: 0)
        label(high, at: 1)
        for tick in ticks { label(NumberText.withMinus(tick.label), at: field.share(tick.value)) }
        if let name = field.label {
            let spot = Spot(x: bar.right + 5 + Glyphs.width(high, size: Letters.small), y: bar.y - 9)
            scene.shapes.append(.text(name, spot, .end, size: Letters.small, ChartColor.faint))
        }
    }
}
