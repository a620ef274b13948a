/// A picture as a value: what is to be seen, without a word on where.
///
/// A figure is made by a builder (`Figure.scatter`, `Figure.line`, …), put over others with
/// `Figure.layered`, beside others with `Figure.row`, and drawn by a pure function: `text(width:height:style:)`,
/// `svg(width:height:)` or `png(width:height:scale:)`.
public struct Figure: Sendable, Equatable {
    /// What the figure holds.
    enum Content: Sendable, Equatable {
        case plot([AnyPlotLayer])
        case bars(Bars)
        case images(ImageGrid)
        case row([Figure])
        case column([Figure])
    }

    var content: Content

    /// The heading, above everything else.
    public var title: String?
    /// Small print below the picture: what a smoothing window was, what a curve does not say.
    public var caption: String?
    /// The horizontal axis.
    public var xAxis: Axis
    /// The vertical axis.
    public var yAxis: Axis
    /// Whether one unit is as long upward as it is sideways, as it must be for points in a plane.
    public var hasEqualAspect: Bool

    init(
        _ content: Content, title: String? = nil, caption: String? = nil, xAxis: Axis = Axis(),
        yAxis: Axis = Axis(), hasEqualAspect: Bool = false
    ) {
        self.content = content
        self.title = title
        self.caption = caption
        self.xAxis = xAxis
        self.yAxis = yAxis
        self.hasEqualAspect = hasEqualAspect
    }

    /// A figure with axes that has one layer.
    init(
        _ layer: some PlotLayer, title: String? = nil, xAxis: Axis = Axis(), yAxis: Axis = Axis(),
        hasEqualAspect: Bool = false
    ) {
        self.init(
            .plot([AnyPlotLayer(layer)]), title: title, xAxis: xAxis, yAxis: yAxis,
            hasEqualAspect: hasEqualAspect)
    }

    /// What the figure shows, in a few words: `a figure: scatter over heatmap`.
    public var summary: String {
        switch content {
        case .plot(let layers):
            var kinds: [String] = []
            for layer in layers.reversed() where !kinds.contains(layer.kind) { kinds.append(layer.kind) }
            return "a figure: " + kinds.joined(separator: " over ")
        case .bars(let bars): return "a figure: \(FigureCheck.plain(bars.names.count, "bar"))"
        case .images(let grid): return "a figure: \(FigureCheck.plain(grid.rasters.count, "image"))"
        case .row(let figures): return "\(figures.count) figures side by side"
        case .column(let figures): return "\(figures.count) figures one above the other"
        }
    }
}

/// One axis of a figure.
public struct Axis: Sendable, Equatable {
    /// What is measured along it.
    public var label: String?
    /// Where it begins and ends; when nil, the data say so.
    public var range: ClosedRange<Double>?
    /// Whether equal steps are equal factors.
    public var isLogarithmic: Bool
    /// Whether it grows downward, as the rows of a matrix do.
    public var isDownward: Bool

    /// An axis that the data may still shape.
    public init(
        label: String? = nil, range: ClosedRange<Double>? = nil, isLogarithmic: Bool = false,
        isDownward: Bool = false
    ) {
        self.label = label
        self.range = range
        self.isLogarithmic = isLogarithmic
        self.isDownward = isDownward
    }
}
