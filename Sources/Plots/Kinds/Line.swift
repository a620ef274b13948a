import Text

/// Curves over a common or their own abscissa.
struct Line: PlotLayer {
    static let kind = "line"
    static let isGraph = true

    var series: [Points]
    var labels: [String]

    func add(to chart: inout Chart, _ tally: inout ChartTally) {
        tally.yPadding = max(tally.yPadding, 0.05)
        for (index, points) in series.enumerated() {
            tally.add(points, in: chart)
            let style = chart.style(labels, index, &tally) { .line($0) }
            chart.marks.append(CurveMark(points: points, series: style))
        }
    }
}

extension Figure {
    /// Curves.
    ///
    /// - Parameters:
    ///   - series: the ordinates of each curve. Without `x` they may differ in length.
    ///   - x: the abscissa of all of them; 0, 1, 2, … when nil.
    ///   - labels: a name for each curve, shown in the legend; none, or as many as curves.
    ///   - logX: equal steps to the right are equal factors.
    ///   - logY: equal steps upward are equal factors; values that are not positive are left out, and said so.
    public static func line(
        _ series: [[Double]], x: [Double]? = nil, labels: [String] = [], logX: Bool = false,
        logY: Bool = false, title: String? = nil, xLabel: String? = nil, yLabel: String? = nil
    ) throws(Mistake) -> Figure {
        try FigureCheck.somethingGiven(series.count, "line", "series of numbers")
        try FigureCheck.labels(labels, for: series.count, "line", "series")
        var curves: [Points] = []
        for (index, y) in series.enumerated() {
            if let x, x.count != y.count {
                throw Mistake(
                    construct: "line", problem: "x and a series differ in length",
                    note: "x has \(FigureCheck.plain(x.count, "value")) and {\(index)} has "
                        + FigureCheck.plain(y.count, "value"),
                    argument: index)
            }
            curves.append(try Points(x: x ?? y.indices.map(Double.init), y: y))
        }
        return Figure(
            Line(series: curves, labels: labels), title: title,
            xAxis: Axis(label: xLabel, isLogarithmic: logX), yAxis: Axis(label: yLabel, isLogarithmic: logY))
    }
}

/// Points joined from left to right.
struct CurveMark: PlotMark {
    static let level = MarkLevel.line
    let points: Points
    let series: SeriesStyle

    func draw(in plot: TextMarks, _ grid: inout CellGrid) {
        var dots = DotCanvas(columns: plot.box.width, rows: plot.box.height)
        for curve in CurvePieces.pieces(points, plot.chart.x, plot.chart.y) {
            plot.line(through: curve, into: &dots)
        }
        plot.merge(dots, series.color, sign: TextMarks.lineSign(series, plot.style), in: &grid)
    }

    func draw(in plot: VectorMarks, _ scene: inout Scene) {
        var lines: [[Spot]] = []
        var lonely: [Spot] = []
        for curve in CurvePieces.pieces(
            points, plot.chart.x, plot.chart.y, columns: Int(plot.frame.width * 2))
        {
            if curve.count == 1, (0...1).contains(curve[0].x) && (0...1).contains(curve[0].y) {
                lonely.append(plot.spot(curve[0].x, curve[0].y))
                continue
            }
            lines += plot.clipped(curve)
        }
        let longest = lines.reduce(0) { max($0, $1.count) }
        scene.shapes.append(.lines(lines, Pen(color: series.color, width: longest > 600 ? 1.2 : 2)))
        if !lonely.isEmpty {
            // A value between two that cannot be drawn is no line: a dot shows that it is there.
            scene.shapes.append(
                .markers(.disc, lonely, radius: 2.5, series.color, opacity: 1, hasHalo: false))
        }
    }
}

extension LegendSample {
    fileprivate static func line(_ series: SeriesStyle) -> LegendSample {
        LegendSample { style, _ in
            let sign = TextMarks.lineSign(series, style).map { "\($0)\($0)" }
            return (sign ?? (style.characters == .ascii ? "**" : "⠒⠒"), series.color)
        } shapes: { left, right in
            [.lines([[left, right]], Pen(color: series.color, width: 2))]
        }
    }
}
