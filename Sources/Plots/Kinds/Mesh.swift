import Text

/// A grid bent in the plane: what a map makes of the lines of a regular one.
struct Mesh: PlotLayer {
    static let kind = "mesh"

    /// Row after row.
    var points: Points
    var rows: Int
    var columns: Int
    var label: String?

    func add(to chart: inout Chart, _ tally: inout ChartTally) {
        if chart.field == nil { (tally.xPadding, tally.yPadding) = (0.05, 0.05) }
        tally.add(points, in: chart)
        let style = chart.style(label.map { [$0] } ?? [], 0, &tally) { .mesh($0) }
        chart.marks.append(MeshMark(mesh: self, series: style))
    }

    /// The points along every `step`-th row and column, and along the last ones.
    func threads(every step: Int) -> [Points] {
        func chosen(_ count: Int) -> [Int] { (0..<count).filter { $0 % step == 0 || $0 == count - 1 } }
        let across = chosen(rows).map { row in (0..<columns).map { row * columns + $0 } }
        let down = chosen(columns).map { column in (0..<rows).map { $0 * columns + column } }
        return (across + down).map { points[$0] }
    }
}

extension Figure {
    /// A grid bent in the plane: the lines along its rows and along its columns.
    ///
    /// - Parameters:
    ///   - points: where the crossings of the lines lie, row after row.
    ///   - rows: how many points a column has.
    ///   - columns: how many points a row has.
    ///   - label: a name in the legend.
    public static func mesh(
        _ points: Points, rows: Int, columns: Int, label: String? = nil, title: String? = nil,
        xLabel: String? = nil, yLabel: String? = nil
    ) throws(Mistake) -> Figure {
        try FigureCheck.somethingGiven(points.count, "mesh", "point")
        let (count, isTooLarge) = rows.multipliedReportingOverflow(by: columns)
        guard rows > 0, columns > 0, !isTooLarge, count == points.count else {
            throw Mistake(
                construct: "mesh", problem: "the points do not fill the rows and columns",
                note:
                    "{0} has \(FigureCheck.plain(points.count, "point")), and \(FigureCheck.plain(rows, "row")) of "
                    + "\(FigureCheck.plain(columns, "column")) take \(isTooLarge ? "more" : "\(count)")",
                argument: 0)
        }
        let layer = Mesh(points: points, rows: rows, columns: columns, label: label)
        return Figure(
            layer, title: title, xAxis: Axis(label: xLabel), yAxis: Axis(label: yLabel), hasEqualAspect: true)
    }
}

/// The lines of a mesh.
private struct MeshMark: PlotMark {
    static let level = MarkLevel.line
    let mesh: Mesh
    let series: SeriesStyle

    func draw(in plot: TextMarks, _ grid: inout CellGrid) {
        // Finer than a line in every fourth cell or so, a mesh in dots is a spot.
        let finest = max(plot.box.width / 4, 2)
        let step = (max(mesh.rows, mesh.columns) + finest - 1) / finest
        var dots = DotCanvas(columns: plot.box.width, rows: plot.box.height)
        for thread in mesh.threads(every: max(step, 1)) {
            for line in CurvePieces.pieces(thread, plot.chart.x, plot.chart.y) {
                plot.line(through: line, into: &dots)
            }
        }
        let sign = series.index == 0 ? nil : TextMarks.lineSign(series, plot.style)
        plot.merge(dots, series.color, sign: sign, in: &grid)
    }

    func draw(in plot: VectorMarks, _ scene: inout Scene) {
        let lines = mesh.threads(every: 1).flatMap { thread in
            CurvePieces.pieces(thread, plot.chart.x, plot.chart.y).flatMap(plot.clipped)
        }
        scene.shapes.append(.lines(lines, Pen(color: series.color, width: 1.1)))
    }
}

extension LegendSample {
    fileprivate static func mesh(_ series: SeriesStyle) -> LegendSample {
        LegendSample { style, _ in
            let sign = series.index == 0 ? nil : TextMarks.lineSign(series, style).map { "\($0)\($0)" }
            return (sign ?? (style.characters == .ascii ? "##" : "╫╫"), series.color)
        } shapes: { left, right in
            let across = [-4.0, 0, 4].map {
                [Spot(x: left.x + 2, y: left.y + $0), Spot(x: right.x - 2, y: left.y + $0)]
            }
            let down = [4.0, 9, 14].map {
                [Spot(x: left.x + $0, y: left.y - 6), Spot(x: left.x + $0, y: left.y + 6)]
            }
            return [.lines(across + down, Pen(color: series.color, width: 1.1))]
        }
    }
}
