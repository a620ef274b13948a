import Budget
import Text

/// Groups of points, each with a color and a shape of its own.
struct Scatter: PlotLayer {
    static let kind = "scatter"

    var groups: [Points]
    var labels: [String]
    var opacity: Double
    var size: Double

    func add(to chart: inout Chart, _ tally: inout ChartTally) {
        if chart.field == nil { (tally.xPadding, tally.yPadding) = (0.05, 0.05) }
        for (index, group) in groups.enumerated() {
            tally.add(group, in: chart)
            let style = chart.style(labels, index, &tally) { .dots($0) }
            let isFirst = !chart.marks.contains { $0 is DotsMark }
            chart.marks.append(
                DotsMark(points: group, series: style, opacity: opacity, size: size, isFirst: isFirst))
        }
    }
}

extension Figure {
    /// Points in a plane, one group a color and a shape.
    ///
    /// - Parameters:
    ///   - groups: the points of each group.
    ///   - labels: a name for each group, shown in the legend; none, or as many as groups.
    ///   - opacity: from 0 (not to be seen) to 1; below 1, crowds show as darker spots.
    ///   - size: a factor on the usual size of the marks.
    ///   - hasEqualAspect: whether both axes have the same unit. False where x and y measure different things.
    public static func scatter(
        _ groups: [Points], labels: [String] = [], opacity: Double = 1, size: Double = 1,
        hasEqualAspect: Bool = true, title: String? = nil, xLabel: String? = nil, yLabel: String? = nil
    ) throws(Mistake) -> Figure {
        try FigureCheck.somethingGiven(groups.count, "scatter", "set of points")
        try FigureCheck.labels(labels, for: groups.count, "scatter", "group")
        guard opacity >= 0 && opacity <= 1 else {
            throw Mistake(
                construct: "scatter", problem: "opacity goes from 0 to 1",
                note: "it is \(NumberText.short(opacity))")
        }
        guard size > 0 && size <= 20 else {
            throw Mistake(
                construct: "scatter", problem: "size is a factor above 0, at most 20",
                note: "it is \(NumberText.short(size))")
        }
        let layer = Scatter(groups: groups, labels: labels, opacity: opacity, size: size)
        return Figure(
            layer, title: title, xAxis: Axis(label: xLabel), yAxis: Axis(label: yLabel),
            hasEqualAspect: hasEqualAspect)
    }
}

/// Points of one group.
private struct DotsMark: PlotMark {
    static let level = MarkLevel.dot
    let points: Points
    let series: SeriesStyle
    let opacity: Double
    let size: Double
    /// Whether it is the first of the chart, which in cells draws all groups.
    let isFirst: Bool

    /// All groups at once. The first series is drawn in fine dots, every other with a sign of its own; in a cell
    /// that several series share, the one with the most points is shown, and of equals the later.
    func draw(in plot: TextMarks, _ grid: inout CellGrid) {
        guard isFirst else { return }
        let count = plot.box.width * plot.box.height
        var most = [Int](repeating: 0, count: count)
        var winner = [SeriesStyle?](repeating: nil, count: count)
        var fine = DotCanvas(columns: plot.box.width, rows: plot.box.height)
        for group in plot.chart.marks.compactMap({ $0 as? DotsMark }) {
            let (points, series) = (group.points, group.series)
            var crowd = [Int](repeating: 0, count: count)
            for i in Interruption.places(points.count) {
                guard plot.chart.x.shows(points.x[i]), plot.chart.y.shows(points.y[i]) else { continue }
                let (across, up) = (plot.chart.x.fraction(points.x[i]), plot.chart.y.fraction(points.y[i]))
                guard (0...1).contains(across) && (0...1).contains(up) else { continue }
                let (x, y) = (
                    plot.place(across, fine.dotsAcross), fine.dotsDown - 1 - plot.place(up, fine.dotsDown)
                )
                crowd[(y >> 2) * plot.box.width + (x >> 1)] += 1
                if series.marker == .disc { fine.set(x, y) }
            }
            for cell in 0..<count where crowd[cell] > 0 && crowd[cell] >= most[cell] {
                most[cell] = crowd[cell]
                winner[cell] = series
            }
        }
        for cell in 0..<count {
            guard let series = winner[cell] else { continue }
            let sign = TextMarks.dotSign(series, isOverField: plot.chart.field != nil, plot.style)
            let scalar = sign ?? DotCanvas.scalar(fine.masks[cell], plot.style.characters)
            plot.put(scalar, series.color, x: cell % plot.box.width, y: cell / plot.box.width, in: &grid)
        }
    }

    func draw(in plot: VectorMarks, _ scene: inout Scene) {
        var spots: [Spot] = []
        for i in Interruption.places(points.count)
        where plot.chart.x.shows(points.x[i]) && plot.chart.y.shows(points.y[i]) {
            let (across, up) = (plot.chart.x.fraction(points.x[i]), plot.chart.y.fraction(points.y[i]))
            if (0...1).contains(across) && (0...1).contains(up) { spots.append(plot.spot(across, up)) }
        }
        let radius =
            size * (spots.count <= 60 ? 4 : spots.count <= 300 ? 3.2 : spots.count <= 2000 ? 2.4 : 1.6)
        scene.shapes.append(
            .markers(
                series.marker, spots, radius: radius, series.color, opacity: opacity,
                hasHalo: plot.chart.field != nil))
    }
}

extension TextMarks {
    /// The sign of a point; nil for the first series where it is drawn in fine dots.
    static func dotSign(_ series: SeriesStyle, isOverField: Bool, _ style: TextStyle) -> Unicode.Scalar? {
        if style.characters == .ascii && isOverField { return series.marker.asciiOverShades }
        guard series.marker != .disc else { return nil }
        return style.characters == .ascii ? series.marker.ascii : series.marker.unicode
    }
}

extension LegendSample {
    fileprivate static func dots(_ series: SeriesStyle) -> LegendSample {
        LegendSample { style, isOverField in
            let sign = TextMarks.dotSign(series, isOverField: isOverField, style).map { " \($0)" }
            return (sign ?? (style.characters == .ascii ? ".:" : "⠪⠕"), series.color)
        } shapes: { left, _ in
            let spot = Spot(x: left.x + 10, y: left.y)
            return [.markers(series.marker, [spot], radius: 4, series.color, opacity: 1, hasHalo: false)]
        }
    }
}
