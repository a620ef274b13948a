import Text

extension Figure {
    /// Figures drawn over each other in the same axes, the first at the bottom.
    ///
    /// Title, caption, labels and ranges are those of the first figure that has them; one that asks for a
    /// logarithmic axis or equal units gets them.
    public static func layered(_ figures: [Figure], title: String? = nil) throws(Mistake) -> Figure {
        try FigureCheck.somethingGiven(figures.count, "plot", "figure")
        var result = figures[0]
        var layers: [AnyPlotLayer] = []
        var isFlat = true
        for (index, figure) in figures.enumerated() {
            guard case .plot(let own) = figure.content else {
                if figures.count == 1 { break }
                throw Mistake(
                    construct: "plot", problem: "only figures with axes can lie over each other",
                    note: "{\(index)} is \(figure.summary): show it by itself or side by side",
                    argument: index)
            }
            layers += own
            result.title = result.title ?? figure.title
            result.caption = result.caption ?? figure.caption
            result.xAxis.adopt(figure.xAxis)
            result.yAxis.adopt(figure.yAxis)
            if own.first?.isGraph == true { isFlat = false }
            result.hasEqualAspect = result.hasEqualAspect || figure.hasEqualAspect
        }
        if !layers.isEmpty { result.content = .plot(layers) }
        if !isFlat { result.hasEqualAspect = figures.allSatisfy { $0.hasEqualAspect } }
        result.title = title ?? result.title
        return result
    }

    /// Figures side by side; where the width does not allow it, in several rows.
    public static func row(_ figures: [Figure], title: String? = nil) throws(Mistake) -> Figure {
        try FigureCheck.somethingGiven(figures.count, "row", "figure")
        return Figure(.row(figures), title: title)
    }

    /// Figures one above the other.
    public static func column(_ figures: [Figure], title: String? = nil) throws(Mistake) -> Figure {
        try FigureCheck.somethingGiven(figures.count, "column", "figure")
        return Figure(.column(figures), title: title)
    }
}

extension Axis {
    fileprivate mutating func adopt(_ other: Axis) {
        label = label ?? other.label
        range = range ?? other.range
        isLogarithmic = isLogarithmic || other.isLogarithmic
        isDownward = isDownward || other.isDownward
    }
}
