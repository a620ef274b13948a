import Text

/// How often values fall into equal bins, for groups that lie over each other.
struct Histogram: PlotLayer {
    static let kind = "histogram"
    static let isGraph = true

    var groups: [[Double]]
    var labels: [String]
    var bins: Int?
    var range: ClosedRange<Double>?
    var isDensity: Bool

    func add(to chart: inout Chart, _ tally: inout ChartTally) {
        let bins = Bins(self)
        let styles = groups.indices.map { chart.style(labels, $0, &tally) { .area($0) } }
        tally.count(groups.flatMap { $0 }, outside: bins.outside)
        tally.x.include([bins.range.lowerBound, bins.range.upperBound])
        tally.y.include(0)
        for heights in bins.heights { tally.y.include(heights) }
        tally.yPadding = max(tally.yPadding, 0.05)
        tally.standsOnZero = true
        chart.marks.append(BinsMark(bins: bins, styles: styles))
    }
}

extension Figure {
    /// How often values fall into equal bins, the same bins for every group.
    ///
    /// - Parameters:
    ///   - groups: the values of each group.
    ///   - labels: a name for each group, shown in the legend; none, or as many as groups.
    ///   - bins: how many bins; when nil, by the rule of Freedman and Diaconis.
    ///   - range: where the bins begin and end; when nil, from the least to the greatest value.
    ///   - isDensity: bars as areas that sum to one, so that groups of unequal size compare.
    public static func histogram(
        _ groups: [[Double]], labels: [String] = [], bins: Int? = nil, range: ClosedRange<Double>? = nil,
        isDensity: Bool = false, title: String? = nil, xLabel: String? = nil
    ) throws(Mistake) -> Figure {
        try FigureCheck.somethingGiven(groups.count, "histogram", "series of numbers")
        try FigureCheck.labels(labels, for: groups.count, "histogram", "group")
        try FigureCheck.increasing(range, "histogram", "range")
        if let bins, !(1...10_000).contains(bins) {
            throw Mistake(
                construct: "histogram", problem: "bins goes from 1 to 10000", note: "it is \(bins)")
        }
        let layer = Histogram(groups: groups, labels: labels, bins: bins, range: range, isDensity: isDensity)
        return Figure(
            layer, title: title, xAxis: Axis(label: xLabel),
            yAxis: Axis(label: isDensity ? "density" : "count"))
    }
}

/// How often values fall into each bin, as areas.
private struct BinsMark: PlotMark {
    static let level = MarkLevel.ground
    let bins: Bins
    let styles: [SeriesStyle]

    func draw(in plot: TextMarks, _ grid: inout CellGrid) {
        plot.draw(bins, styles, in: &grid)
    }

    func draw(in plot: VectorMarks, _ scene: inout Scene) {
        let floor = min(max(plot.chart.y.isLogarithmic ? 0 : plot.chart.y.fraction(0), 0), 1)
        for (heights, series) in zip(bins.heights, styles) {
            var outline = [plot.spot(plot.share(bins.range.lowerBound), floor)]
            for (index, height) in heights.enumerated() {
                let left = bins.range.lowerBound + Double(index) * bins.width
                let top = height > 0 ? min(max(plot.chart.y.fraction(height), floor), 1) : floor
                outline.append(plot.spot(plot.share(left), top))
                outline.append(plot.spot(plot.share(left + bins.width), top))
            }
            outline.append(plot.spot(plot.share(bins.range.upperBound), floor))
            scene.shapes.append(.polygons([outline], series.color, opacity: LegendSample.areaOpacity))
            scene.shapes.append(.lines([outline], Pen(color: series.color, width: 1.2)))
        }
    }
}

extension LegendSample {
    /// How much of what lies behind an area can be seen through it.
    fileprivate static let areaOpacity = 0.55

    static func area(_ series: SeriesStyle, opacity: Double = areaOpacity) -> LegendSample {
        LegendSample { style, _ in
            let sign = TextMarks.areaSign([series.index], isAlone: false, style)
            return ("\(sign)\(sign)", series.color)
        } shapes: { left, _ in
            [
                .rectangle(
                    Rectangle(x: left.x + 3, y: left.y - 5, width: 14, height: 10), series.color,
                    opacity: opacity
                )
            ]
        }
    }
}
