import Text

/// Groups of points, each with a color and a shape of its own.
struct Scatter: Sendable, Equatable {
    var groups: [Points]
    var labels: [String]
    var opacity: Double
    var size: Double
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
        try Check.somethingGiven(groups.count, "scatter", "set of points")
        try Check.labels(labels, for: groups.count, "scatter", "group")
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
            .plot([.scatter(layer)]), title: title, xAxis: Axis(label: xLabel), yAxis: Axis(label: yLabel),
            hasEqualAspect: hasEqualAspect)
    }
}
