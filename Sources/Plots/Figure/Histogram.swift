import Text

/// How often values fall into equal bins, for groups that lie over each other.
struct Histogram: Sendable, Equatable {
    var groups: [[Double]]
    var labels: [String]
    var bins: Int?
    var range: ClosedRange<Double>?
    var isDensity: Bool
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
        try Check.somethingGiven(groups.count, "histogram", "series of numbers")
        try Check.labels(labels, for: groups.count, "histogram", "group")
        try Check.increasing(range, "histogram", "range")
        if let bins, !(1...10_000).contains(bins) {
            throw Mistake(
                construct: "histogram", problem: "bins goes from 1 to 10000", note: "it is \(bins)")
        }
        let layer = Histogram(groups: groups, labels: labels, bins: bins, range: range, isDensity: isDensity)
        return Figure(
            .plot([.histogram(layer)]), title: title, xAxis: Axis(label: xLabel),
            yAxis: Axis(label: isDensity ? "density" : "count"))
    }
}
