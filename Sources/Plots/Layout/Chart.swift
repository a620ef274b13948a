/// A plot with everything decided that does not depend on the medium: ranges, colors, bins, legend, small print.
struct Chart: Sendable {
    var marks: [any PlotMark] = []
    var x: Scale
    var y: Scale
    var legend: [LegendEntry] = []
    /// What is said below: what could not be drawn, and by what factor arrows are longer.
    var notes: [String] = []
    let hasEqualAspect: Bool

    init(_ layers: [AnyPlotLayer], of figure: Figure) {
        x = Scale(
            range: 0...1, isLogarithmic: figure.xAxis.isLogarithmic, isDownward: figure.xAxis.isDownward)
        y = Scale(
            range: 0...1, isLogarithmic: figure.yAxis.isLogarithmic, isDownward: figure.yAxis.isDownward)
        hasEqualAspect = figure.hasEqualAspect && !x.isLogarithmic && !y.isLogarithmic
        var tally = ChartTally(x, y)
        for layer in layers { layer.layer.add(to: &self, &tally) }
        x.range = figure.xAxis.range(
            else: tally.x, isLogarithmic: x.isLogarithmic, padding: tally.xPadding)
        y.range = figure.yAxis.range(
            else: tally.y, isLogarithmic: y.isLogarithmic, padding: tally.yPadding)
        if tally.standsOnZero && figure.yAxis.range == nil && !y.isLogarithmic && y.range.lowerBound < 0 {
            y.range = 0...y.range.upperBound
        }
        if hasEqualAspect { widenThinAxis() }
        for add in tally.later { add(&self) }
        // A heat map is a ground: whatever the order of the layers, it hides nothing.
        marks = marks.filter { $0 is FieldMark } + marks.filter { !($0 is FieldMark) }
        // What was measured is named before the lines to compare it with.
        legend = legend.filter { !$0.isAid } + legend.filter { $0.isAid }
        notes = tally.notes + notes
    }

    var field: HeatField? {
        marks.lazy.compactMap { ($0 as? FieldMark)?.field }.first
    }

    /// The style of a series, named in the legend if it has a label.
    mutating func style(
        _ labels: [String], _ index: Int, _ tally: inout ChartTally, sample: (SeriesStyle) -> LegendSample
    ) -> SeriesStyle {
        let label = index < labels.count && !labels[index].isEmpty ? labels[index] : nil
        let style = tally.style(for: label)
        if let label, !legend.contains(where: { $0.label == label }) {
            legend.append(LegendEntry(label: label, sample: sample(style)))
        }
        return style
    }

    /// The height of the plot in units of its width, where one unit is as long upward as sideways.
    var aspect: Double? { hasEqualAspect ? y.range.length / x.range.length : nil }

    /// A plot of equal units is never more than three times as long as wide: the thin axis shows more instead.
    private mutating func widenThinAxis() {
        let limit = 3.0
        func widened(_ range: ClosedRange<Double>, to length: Double) -> ClosedRange<Double> {
            range.middle - length / 2...range.middle + length / 2
        }
        if x.range.length * limit < y.range.length {
            x.range = widened(x.range, to: y.range.length / limit)
        } else if y.range.length * limit < x.range.length {
            y.range = widened(y.range, to: x.range.length / limit)
        }
    }
}

extension Axis {
    fileprivate func range(else extent: DataRange, isLogarithmic: Bool, padding: Double) -> ClosedRange<
        Double
    > {
        if let range, range.lowerBound.isDrawable, range.upperBound.isDrawable,
            range.lowerBound < range.upperBound, !isLogarithmic || range.lowerBound > 0
        {
            return range
        }
        return extent.padded(by: padding)
    }
}
