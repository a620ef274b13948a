import Budget

/// What is gathered while layers are put together: what they cover, styles given out, values left out.
struct ChartTally {
    var x: DataRange
    var y: DataRange
    /// The room around the data, as a share of what they cover.
    var xPadding = 0.0
    var yPadding = 0.0
    /// Whether heights are counted from zero.
    var standsOnZero = false
    /// What can be added only when it is known what all layers cover.
    var later: [(inout Chart) -> Void] = []
    private var nextStyle = 0
    private var styles: [String: SeriesStyle] = [:]
    private var notFinite = 0
    private var notPositive = 0
    private var outside = 0
    private var missing = 0
    private var drawn = 0
    private var isPicture = false

    init(_ x: Scale, _ y: Scale) {
        self.x = DataRange(isLogarithmic: x.isLogarithmic)
        self.y = DataRange(isLogarithmic: y.isLogarithmic)
    }

    /// The style of a series: the same label has the same style throughout a figure.
    mutating func style(for label: String?) -> SeriesStyle {
        if let label, let known = styles[label] { return known }
        let style = SeriesStyle(index: nextStyle)
        nextStyle += 1
        if let label { styles[label] = style }
        return style
    }

    /// Counts points and covers those that can be drawn.
    mutating func add(_ points: Points, in chart: Chart) {
        for i in Interruption.places(points.count) {
            if !points.x[i].isDrawable || !points.y[i].isDrawable {
                notFinite += 1
            } else if !chart.x.shows(points.x[i]) || !chart.y.shows(points.y[i]) {
                notPositive += 1
            } else {
                drawn += 1
                x.include(points.x[i])
                y.include(points.y[i])
            }
        }
    }

    mutating func count(_ values: [Double], outside: Int) {
        let finite = values.reduce(0) { $0 + ($1.isDrawable ? 1 : 0) }
        notFinite += values.count - finite
        drawn += finite
        self.outside += outside
    }

    mutating func count(_ field: HeatField) {
        missing += field.missing
        isPicture = true
    }

    var notes: [String] {
        var notes: [String] = []
        func note(_ count: Int, _ one: String, _ many: String) {
            if count > 0 { notes.append(count == 1 ? "1 \(one)" : "\(count) \(many)") }
        }
        if drawn + notFinite + notPositive == 0 && !isPicture { notes.append("no data") }
        note(notFinite, "point is not finite and not drawn", "points are not finite and not drawn")
        note(
            notPositive, "point is not positive and has no place on a logarithmic axis",
            "points are not positive and have no place on a logarithmic axis")
        note(outside, "value lies outside the bins", "values lie outside the bins")
        note(missing, "value is not finite and drawn gray", "values are not finite and drawn gray")
        return notes
    }
}
