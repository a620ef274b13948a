import Text

/// Points joined in the order in which they come: trajectories in the plane.
struct Path: PlotLayer {
    static let kind = "path"

    var series: [Points]
    var labels: [String]
    var isTimed: Bool

    func add(to chart: inout Chart, _ tally: inout ChartTally) {
        if chart.field == nil { (tally.xPadding, tally.yPadding) = (0.05, 0.05) }
        for (index, points) in series.enumerated() {
            tally.add(points, in: chart)
            let style = chart.style(labels, index, &tally) { .path($0) }
            chart.marks.append(PathMark(points: points, series: style, isTimed: isTimed))
        }
        let colors = isTimed ? ", pale at first and in full color at last" : ""
        let note = "a path goes from its ring to its arrow\(colors)"
        if !chart.notes.contains(note) { chart.notes.append(note) }
    }
}

extension Figure {
    /// Points joined in the order in which they come. A ring marks where a path begins, an arrow where it ends.
    ///
    /// - Parameters:
    ///   - series: the points of each path.
    ///   - labels: a name for each path, shown in the legend; none, or as many as paths.
    ///   - isTimed: whether a path is pale where it begins and comes to its full color on the way, where the medium
    ///     has that many colors.
    ///   - hasEqualAspect: whether both axes have the same unit. False where x and y measure different things.
    public static func path(
        _ series: [Points], labels: [String] = [], isTimed: Bool = false, hasEqualAspect: Bool = true,
        title: String? = nil, xLabel: String? = nil, yLabel: String? = nil
    ) throws(Mistake) -> Figure {
        try FigureCheck.somethingGiven(series.count, "path", "set of points")
        try FigureCheck.labels(labels, for: series.count, "path", "path")
        return Figure(
            Path(series: series, labels: labels, isTimed: isTimed), title: title,
            xAxis: Axis(label: xLabel), yAxis: Axis(label: yLabel), hasEqualAspect: hasEqualAspect)
    }
}

/// The line of one path and the marks at its ends.
private struct PathMark: PlotMark {
    static let level = MarkLevel.line
    let points: Points
    let series: SeriesStyle
    let isTimed: Bool

    /// The color of the way's beginning, which can be seen on white and on black.
    private static let pale = Color(0xA8A8A8)

    /// The path in parts of one color each, in shares of the plot.
    private func parts(_ chart: Chart) -> [(lines: [[Spot]], color: Color)] {
        let steps = max(points.count - 1, 1)
        let count = isTimed ? min(24, steps) : 1
        return (0..<count).map { part in
            let range = part * steps / count..<min((part + 1) * steps / count + 1, points.count)
            let lines = CurvePieces.pieces(points[range], chart.x, chart.y)
            let share = count == 1 ? 1 : Double(part) / Double(count - 1)
            return (lines, PathMark.pale.mixed(with: series.color, share: share))
        }
    }

    /// Where the path begins and ends, and from where it came to its end; nil where nothing can be drawn.
    private func ends(_ chart: Chart) -> (start: Spot, before: Spot, end: Spot)? {
        let spots = CurvePieces.pieces(points, chart.x, chart.y).joined()
        guard let start = spots.first, let end = spots.reversed().first else { return nil }
        return (start, spots.reversed().first { $0 != end } ?? end, end)
    }

    private func isInside(_ spot: Spot) -> Bool { (0...1).contains(spot.x) && (0...1).contains(spot.y) }

    func draw(in plot: TextMarks, _ grid: inout CellGrid) {
        for part in parts(plot.chart) {
            var dots = DotCanvas(columns: plot.box.width, rows: plot.box.height)
            for line in part.lines { plot.line(through: line, into: &dots) }
            let hasShades = plot.style.colors >= .ansi256
            plot.merge(
                dots, hasShades ? part.color : series.color, sign: TextMarks.lineSign(series, plot.style),
                in: &grid)
        }
        guard let (start, before, end) = ends(plot.chart) else { return }
        func put(_ sign: Unicode.Scalar, at spot: Spot) {
            guard isInside(spot) else { return }
            let (x, y) = (plot.place(spot.x, plot.box.width), plot.place(spot.y, plot.box.height))
            plot.put(sign, series.color, x: x, y: plot.box.height - 1 - y, in: &grid)
        }
        put(plot.style.characters == .ascii ? "o" : "○", at: start)
        // In cells a step down is as long as two steps sideways.
        let across = (end.x - before.x) * Double(plot.box.width)
        let up = (end.y - before.y) * Double(plot.box.height) * 2
        if start != end || before != end { put(plot.arrowHead(across, up), at: end) }
    }

    func draw(in plot: VectorMarks, _ scene: inout Scene) {
        for part in parts(plot.chart) {
            let lines = part.lines.flatMap(plot.clipped)
            scene.shapes.append(.lines(lines, Pen(color: part.color, width: points.count > 600 ? 1.2 : 2)))
        }
        guard let (start, before, end) = ends(plot.chart) else { return }
        let (from, to) = (plot.spot(before.x, before.y), plot.spot(end.x, end.y))
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        let length = (dx * dx + dy * dy).squareRoot()
        if isInside(end), length > 0 {
            let head = Scene.arrowHead(dx / length, dy / length, at: to, length: 11)
            scene.shapes.append(.polygons([head.corners], series.color, opacity: 1))
        }
        if isInside(start) {
            let spot = plot.spot(start.x, start.y)
            scene.shapes.append(
                .markers(
                    .ring, [spot], radius: 4.5, series.color, opacity: 1, hasHalo: plot.chart.field != nil))
        }
    }
}

extension LegendSample {
    fileprivate static func path(_ series: SeriesStyle) -> LegendSample {
        LegendSample { style, _ in
            let isAscii = style.characters == .ascii
            let line = TextMarks.lineSign(series, style) ?? (isAscii ? "*" : "⠒")
            return ((isAscii ? "o" : "○") + "\(line)", series.color)
        } shapes: { left, right in
            let ring = Spot(x: left.x + 3, y: left.y)
            return [.markers(.ring, [ring], radius: 3, series.color, opacity: 1, hasHalo: false)]
                + Scene.arrow(Spot(x: left.x + 6, y: left.y), right, series.color)
        }
    }
}
