/// A plot with everything decided that does not depend on the medium: ranges, colors, bins, legend, small print.
struct Chart: Sendable {
    enum Mark: Sendable {
        case field(HeatField)
        case contour([[Spot]])
        case bins(Bins, [SeriesStyle])
        case curve(Points, SeriesStyle)
        case dots(Points, SeriesStyle, opacity: Double, size: Double)
        case arrows([Segment], SeriesStyle)
        case rule(Rule)

        var isField: Bool {
            if case .field = self { true } else { false }
        }
    }

    var marks: [Mark] = []
    var x: Scale
    var y: Scale
    var legend: [LegendEntry] = []
    /// What is said below: what could not be drawn, and by what factor arrows are longer.
    var notes: [String] = []
    let hasEqualAspect: Bool

    init(_ layers: [Layer], of figure: Figure) {
        x = Scale(
            range: 0...1, isLogarithmic: figure.xAxis.isLogarithmic, isDownward: figure.xAxis.isDownward)
        y = Scale(
            range: 0...1, isLogarithmic: figure.yAxis.isLogarithmic, isDownward: figure.yAxis.isDownward)
        hasEqualAspect = figure.hasEqualAspect && !x.isLogarithmic && !y.isLogarithmic
        var extents = Extents(xLog: x.isLogarithmic, yLog: y.isLogarithmic)
        var census = Census()
        for layer in layers { add(layer, &extents, &census) }
        x.range = figure.xAxis.range(
            else: extents.x, isLogarithmic: x.isLogarithmic, padding: extents.xPadding)
        y.range = figure.yAxis.range(
            else: extents.y, isLogarithmic: y.isLogarithmic, padding: extents.yPadding)
        if extents.standsOnZero && figure.yAxis.range == nil && !y.isLogarithmic && y.range.lowerBound < 0 {
            y.range = 0...y.range.upperBound
        }
        if hasEqualAspect { widenThinAxis() }
        for case .arrows(let arrows) in layers { place(arrows, census.arrowStyles.removeFirst()) }
        // A heat map is a ground: whatever the order of the layers, it hides nothing.
        let fields = marks.filter { $0.isField }
        marks = fields + marks.filter { !$0.isField }
        // What was measured is named before the lines to compare it with.
        legend = legend.filter { !$0.isAid } + legend.filter { $0.isAid }
        notes = census.notes + notes
    }

    var field: HeatField? {
        for case .field(let field) in marks { return field }
        return nil
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
    fileprivate func range(else extent: Extent, isLogarithmic: Bool, padding: Double) -> ClosedRange<Double> {
        if let range, range.lowerBound.isDrawable, range.upperBound.isDrawable,
            range.lowerBound < range.upperBound, !isLogarithmic || range.lowerBound > 0
        {
            return range
        }
        return extent.padded(by: padding)
    }
}
