import Text

/// What the colors of a heat map stand for. No scale follows the data unseen: its ends are always printed.
public enum ColorScale: Sendable, Equatable {
    /// From the least to the greatest value.
    case automatic
    /// From one number to another; what lies outside is drawn as the nearer end.
    case range(ClosedRange<Double>)
    /// From 0 to 1 with its neutral color at one half: surely fake, undecided, surely real.
    case probability
    /// From −limit to limit with its neutral color at 0; the limit is the largest magnitude when nil.
    case symmetric(limit: Double? = nil)
}

/// Values over a rectangle as colors, with an optional line where they equal a level.
struct Heatmap: Sendable, Equatable {
    var grid: Grid
    var scale: ColorScale
    var contour: Double?
    var label: String?
}

extension Figure {
    /// Values over a rectangle as colors, with a color bar whose range is printed.
    ///
    /// - Parameters:
    ///   - grid: a function's values or a matrix.
    ///   - scale: what the colors stand for.
    ///   - contour: draws the line along which the values equal this level, such as 0.5.
    ///   - label: what the values are, beside the color bar: `D(x)`.
    public static func heatmap(
        _ grid: Grid, scale: ColorScale = .automatic, contour: Double? = nil, label: String? = nil,
        title: String? = nil, xLabel: String? = nil, yLabel: String? = nil
    ) throws(Mistake) -> Figure {
        switch scale {
        case .range(let range): try Check.increasing(range, "heatmap", "the range of colors")
        case .symmetric(let limit?) where !(limit > 0 && limit.isDrawable):
            throw Mistake(
                construct: "heatmap", problem: "the limit of the colors is a number above 0",
                note: "it is \(NumberText.short(limit))")
        default: break
        }
        let layer = Heatmap(grid: grid, scale: scale, contour: contour, label: label)
        return Figure(
            .plot([.heatmap(layer)]), title: title, xAxis: Axis(label: xLabel),
            yAxis: Axis(label: yLabel, isDownward: grid.isMatrix),
            hasEqualAspect: grid.isMatrix || grid.hasComparableSides)
    }
}
