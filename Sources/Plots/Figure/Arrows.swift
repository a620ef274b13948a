import Text

/// Vectors at points, such as the direction in which a generator would move its samples.
struct Arrows: Sendable, Equatable {
    var points: Points
    var vectors: Points
    var scale: Double?
    var label: String?
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
                note: "{0} has \(Check.plain(points.count, "point")) and {1} has "
                    + Check.plain(vectors.count, "vector"),
                argument: 1)
        }
        if let scale, !(scale > 0 && scale.isDrawable) {
            throw Mistake(
                construct: "arrows", problem: "scale is a factor above 0",
                note: "it is \(NumberText.short(scale))")
        }
        let layer = Arrows(points: points, vectors: vectors, scale: scale, label: label)
        return Figure(
            .plot([.arrows(layer)]), title: title, xAxis: Axis(label: xLabel), yAxis: Axis(label: yLabel),
            hasEqualAspect: true)
    }
}
