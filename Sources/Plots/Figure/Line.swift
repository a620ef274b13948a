import Text

/// Curves over a common or their own abscissa.
struct Line: Sendable, Equatable {
    var series: [Points]
    var labels: [String]
}

/// A straight line across the whole plot at a value worth comparing with.
struct Rule: Sendable, Equatable {
    enum Direction: Sendable, Equatable {
        case horizontal
        case vertical
    }

    var value: Double
    var direction: Direction
    var label: String?
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
        try Check.somethingGiven(series.count, "line", "series of numbers")
        try Check.labels(labels, for: series.count, "line", "series")
        var curves: [Points] = []
        for (index, y) in series.enumerated() {
            if let x, x.count != y.count {
                throw Mistake(
                    construct: "line", problem: "x and a series differ in length",
                    note: "x has \(Check.plain(x.count, "value")) and {\(index)} has "
                        + Check.plain(y.count, "value"),
                    argument: index)
            }
            curves.append(try Points(x: x ?? y.indices.map(Double.init), y: y))
        }
        return Figure(
            .plot([.line(Line(series: curves, labels: labels))]), title: title,
            xAxis: Axis(label: xLabel, isLogarithmic: logX), yAxis: Axis(label: yLabel, isLogarithmic: logY))
    }

    /// A horizontal line across the plot, to be layered: an accuracy of one half, the best possible loss.
    public static func rule(y value: Double, label: String? = nil) throws(Mistake) -> Figure {
        try rule(Rule(value: value, direction: .horizontal, label: label))
    }

    /// A vertical line across the plot, to be layered: the step at which the rate fell.
    public static func rule(x value: Double, label: String? = nil) throws(Mistake) -> Figure {
        try rule(Rule(value: value, direction: .vertical, label: label))
    }

    private static func rule(_ rule: Rule) throws(Mistake) -> Figure {
        guard rule.value.isDrawable else {
            throw Mistake(
                construct: "rule", problem: "a rule needs a finite place",
                note: "it is \(NumberText.short(rule.value))")
        }
        return Figure(.plot([.rule(rule)]))
    }
}
