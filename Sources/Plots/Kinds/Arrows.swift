import Budget
import Text

/// Vectors at points, such as the direction in which a generator would move its samples.
struct Arrows: PlotLayer {
    static let kind = "arrows"

    var points: Points
    var vectors: Points
    var scale: Double?
    var label: String?

    func add(to chart: inout Chart, _ tally: inout ChartTally) {
        tally.add(points, in: chart)
        if chart.field == nil { (tally.xPadding, tally.yPadding) = (0.08, 0.08) }
        let style = chart.style(label.map { [$0] } ?? [], 0, &tally) { .arrow($0) }
        // How much longer they are drawn depends on what all layers cover.
        tally.later.append { chart in place(in: &chart, style) }
    }

    private func place(in chart: inout Chart, _ style: SeriesStyle) {
        var longest = 0.0
        for i in 0..<vectors.count {
            let (dx, dy) = (vectors.x[i], vectors.y[i])
            guard dx.isDrawable && dy.isDrawable else { continue }
            longest = max(longest, (dx * dx + dy * dy).squareRoot())
        }
        let room = max(chart.x.range.length, chart.y.range.length) / 8
        let fitting = longest > 0 ? Ticks.roundStep(atLeast: room / longest) / 2 : 1
        let factor = scale ?? (fitting > 0 ? fitting : 1)
        var segments: [Segment] = []
        for i in Interruption.places(points.count) {
            let (x0, y0) = (points.x[i], points.y[i])
            let (x1, y1) = (x0 + vectors.x[i] * factor, y0 + vectors.y[i] * factor)
            guard chart.x.shows(x0), chart.y.shows(y0), chart.x.shows(x1), chart.y.shows(y1) else { continue }
            segments.append(Segment(x0: x0, y0: y0, x1: x1, y1: y1))
        }
        chart.marks.append(ArrowsMark(segments: segments, series: style))
        let drawn = factor == 1 ? "drawn to scale" : "drawn \(NumberText.short(factor)) times as long"
        chart.notes.append(
            longest == 0
                ? "all arrows have length 0"
                : "arrows are \(drawn); the longest is \(NumberText.short(longest))")
    }
}

extension Figure {
    /// Vectors at points. The factor by which they are drawn longer or shorter is printed, and so is the length
    /// of the longest.
    ///
    /// - Parameters:
    ///   - points: where the arrows begin.
    ///   - vectors: what they show, one for each point.
    ///   - scale: the factor; when nil, one that makes the longest arrow about an eighth of the plot.
    ///   - label: a name in the legend.
    public static func arrows(
        _ points: Points, _ vectors: Points, scale: Double? = nil, label: String? = nil, title: String? = nil,
        xLabel: String? = nil, yLabel: String? = nil
    ) throws(Mistake) -> Figure {
        guard points.count == vectors.count else {
            throw Mistake(
                construct: "arrows", problem: "there must be one vector for each point",
                note: "{0} has \(FigureCheck.plain(points.count, "point")) and {1} has "
                    + FigureCheck.plain(vectors.count, "vector"),
                argument: 1)
        }
        if let scale, !(scale > 0 && scale.isDrawable) {
            throw Mistake(
                construct: "arrows", problem: "scale is a factor above 0",
                note: "it is \(NumberText.short(scale))")
        }
        let layer = Arrows(points: points, vectors: vectors, scale: scale, label: label)
        return Figure(
            layer, title: title, xAxis: Axis(label: xLabel), yAxis: Axis(label: yLabel),
            hasEqualAspect: true)
    }
}

/// Straight lines with heads.
private struct ArrowsMark: PlotMark {
    static let level = MarkLevel.arrow
    let segments: [Segment]
    let series: SeriesStyle

    func draw(in plot: TextMarks, _ grid: inout CellGrid) {
        var shafts = DotCanvas(columns: plot.box.width, rows: plot.box.height)
        let parts = segments.compactMap { plot.visible($0) }
        for part in parts { plot.line(part, into: &shafts) }
        plot.merge(shafts, series.color, in: &grid)
        for part in parts {
            // In cells a step down is as long as two steps sideways.
            let (dx, dy) = (
                (part.x1 - part.x0) * Double(plot.box.width),
                (part.y1 - part.y0) * Double(plot.box.height) * 2
            )
            guard dx * dx + dy * dy > 1 else { continue }
            plot.put(
                plot.arrowHead(dx, dy), series.color, x: plot.place(part.x1, plot.box.width),
                y: plot.box.height - 1 - plot.place(part.y1, plot.box.height), in: &grid)
        }
    }

    func draw(in plot: VectorMarks, _ scene: inout Scene) {
        for segment in segments {
            guard let part = plot.visible(segment) else { continue }
            scene.shapes += Scene.arrow(
                plot.spot(part.x0, part.y0), plot.spot(part.x1, part.y1), series.color)
        }
    }
}

extension TextMarks {
    /// The arrow head nearest to a direction.
    func arrowHead(_ dx: Double, _ dy: Double) -> Unicode.Scalar {
        let isFlat = abs(dy) < abs(dx) * 0.4142
        let isSteep = abs(dx) < abs(dy) * 0.4142
        guard style.characters == .unicode else {
            return abs(dy) < abs(dx) ? (dx > 0 ? ">" : "<") : dy > 0 ? "^" : "v"
        }
        if isFlat { return dx > 0 ? "→" : "←" }
        if isSteep { return dy > 0 ? "↑" : "↓" }
        return dx > 0 ? (dy > 0 ? "↗" : "↘") : (dy > 0 ? "↖" : "↙")
    }
}

extension Scene {
    /// A shaft and a head of at most six pixels.
    static func arrow(_ start: Spot, _ end: Spot, _ color: Color) -> [VectorShape] {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let length = (dx * dx + dy * dy).squareRoot()
        guard length > 0.2 else { return [] }
        let head = arrowHead(dx / length, dy / length, at: end, length: min(6, length * 0.5))
        return [
            .lines([[start, head.neck]], Pen(color: color, width: 1.4)),
            .polygons([head.corners], color, opacity: 1),
        ]
    }

    /// The triangle at the end of an arrow of some direction, and the middle of its back.
    static func arrowHead(_ ux: Double, _ uy: Double, at end: Spot, length: Double)
        -> (corners: [Spot], neck: Spot)
    {
        let neck = Spot(x: end.x - ux * length, y: end.y - uy * length)
        let half = length * 0.45
        let corners = [
            end, Spot(x: neck.x - uy * half, y: neck.y + ux * half),
            Spot(x: neck.x + uy * half, y: neck.y - ux * half),
        ]
        return (corners, neck)
    }
}

extension LegendSample {
    fileprivate static func arrow(_ series: SeriesStyle) -> LegendSample {
        LegendSample { style, _ in
            (style.characters == .ascii ? "->" : "─→", series.color)
        } shapes: { left, right in
            Scene.arrow(left, right, series.color)
        }
    }
}
