/// One kind of figure with axes, as one layer of a plot.
///
/// A kind is one file in `Kinds`: what it holds, its builder, what it takes of the axes and the legend, and how its
/// marks are drawn in cells and in shapes.
protocol PlotLayer: Sendable, Equatable {
    /// What a summary of a figure calls it.
    static var kind: String { get }
    /// Whether its axes measure different things, as a curve's do, so that no unit is common to both.
    static var isGraph: Bool { get }
    /// Adds its marks and names to a chart, and says what it covers.
    func add(to chart: inout Chart, _ tally: inout ChartTally)
}

extension PlotLayer {
    static var isGraph: Bool { false }

    fileprivate func equals(_ other: any PlotLayer) -> Bool { (other as? Self) == self }
}

/// A layer of any kind, as a value that can be compared.
struct AnyPlotLayer: Sendable, Equatable {
    let layer: any PlotLayer

    init(_ layer: any PlotLayer) { self.layer = layer }

    var kind: String { type(of: layer).kind }
    var isGraph: Bool { type(of: layer).isGraph }

    static func == (a: AnyPlotLayer, b: AnyPlotLayer) -> Bool { a.layer.equals(b.layer) }
}

/// Something to be drawn in the coordinates of a plot.
protocol PlotMark: Sendable {
    /// What it lies over and under.
    static var level: MarkLevel { get }
    /// Draws it in the cells of a plot.
    func draw(in plot: TextMarks, _ grid: inout CellGrid)
    /// Draws it as shapes in the frame of a plot.
    func draw(in plot: VectorMarks, _ scene: inout Scene)
}

/// From bottom to top. In pictures, marks from lines upward lie in the order of their layers; in cells, where one sign
/// hides another, points lie over lines, and arrows over points.
enum MarkLevel: Int, CaseIterable, Sendable {
    case ground
    case rule
    case line
    case dot
    case arrow
}
