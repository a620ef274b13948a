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
struct Heatmap: PlotLayer {
    static let kind = "heatmap"

    var grid: Grid
    var scale: ColorScale
    var contour: Double?
    var label: String?

    func add(to chart: inout Chart, _ tally: inout ChartTally) {
        let field = HeatField(self)
        tally.count(field)
        for edge in [grid.x.lowerBound, grid.x.upperBound] { tally.x.include(edge) }
        for edge in [grid.y.lowerBound, grid.y.upperBound] { tally.y.include(edge) }
        chart.marks.append(FieldMark(field: field))
        if let contour, contour.isDrawable {
            chart.marks.append(ContourMark(lines: Contour.lines(of: grid, at: contour)))
            chart.legend.append(
                LegendEntry(label: "at \(NumberText.short(contour))", sample: .contour, isAid: true))
        }
    }
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
        case .range(let range): try FigureCheck.increasing(range, "heatmap", "the range of colors")
        case .symmetric(let limit?) where !(limit > 0 && limit.isDrawable):
            throw Mistake(
                construct: "heatmap", problem: "the limit of the colors is a number above 0",
                note: "it is \(NumberText.short(limit))")
        default: break
        }
        let layer = Heatmap(grid: grid, scale: scale, contour: contour, label: label)
        return Figure(
            layer, title: title, xAxis: Axis(label: xLabel),
            yAxis: Axis(label: yLabel, isDownward: grid.isMatrix),
            hasEqualAspect: grid.isMatrix || grid.hasComparableSides)
    }
}

/// Values as colors, drawn as the ground of a plot.
struct FieldMark: PlotMark {
    static let level = MarkLevel.ground
    let field: HeatField

    func draw(in plot: TextMarks, _ grid: inout CellGrid) {
        let across = (0..<plot.box.width).map { column in
            plot.chart.x.value(at: (Double(column) + 0.5) / Double(plot.box.width))
        }
        for row in 0..<plot.box.height {
            let upper = plot.chart.y.value(at: 1 - (Double(row) + 0.25) / Double(plot.box.height))
            let lower = plot.chart.y.value(at: 1 - (Double(row) + 0.75) / Double(plot.box.height))
            let (top, bottom) = (field.along(upper), field.along(lower))
            guard (0...1).contains(top) || (0...1).contains(bottom) else { continue }
            for column in 0..<plot.box.width {
                let share = field.across(across[column])
                guard (0...1).contains(share) else { continue }
                grid[plot.box.x + column, plot.box.y + row] = TextHeat.cell(
                    field, upper: field.value(share, top), lower: field.value(share, bottom), plot.style)
            }
        }
    }

    func draw(in plot: VectorMarks, _ scene: inout Scene) {
        let grid = field.grid
        let edges = [
            plot.chart.x.fraction(grid.x.lowerBound), plot.chart.x.fraction(grid.x.upperBound),
            plot.chart.y.fraction(grid.y.lowerBound), plot.chart.y.fraction(grid.y.upperBound),
        ].map { min(max($0.isNaN ? 0 : $0, 0), 1) }
        let (left, right) = (min(edges[0], edges[1]), max(edges[0], edges[1]))
        let (low, high) = (min(edges[2], edges[3]), max(edges[2], edges[3]))
        let frame = Rectangle(
            x: plot.frame.x + left * plot.frame.width, y: plot.frame.y + (1 - high) * plot.frame.height,
            width: (right - left) * plot.frame.width, height: (high - low) * plot.frame.height)
        guard frame.width > 0 && frame.height > 0 else { return }
        // A function is sampled finely enough to look smooth when enlarged, a matrix cell by cell; of one that is
        // cut by the edge of the plot, every pixel.
        let isWhole = right - left > 0.999 && high - low > 0.999
        let isSmooth = !grid.isMatrix
        let finest = isSmooth ? 128.0 : .infinity
        let across = grid.isMatrix && isWhole ? grid.columns : Int(min(frame.width, finest).rounded(.up))
        let down = grid.isMatrix && isWhole ? grid.rows : Int(min(frame.height, finest).rounded(.up))
        var colors: [Color] = []
        colors.reserveCapacity(across * down)
        let shares = (0..<across).map { column in
            field.across(
                plot.chart.x.value(at: left + (right - left) * (Double(column) + 0.5) / Double(across)))
        }
        for row in 0..<down {
            let up = high - (high - low) * (Double(row) + 0.5) / Double(down)
            let along = field.along(plot.chart.y.value(at: up))
            for share in shares { colors.append(field.color(share, along)) }
        }
        scene.shapes.append(
            .pixels(Pixels(width: across, height: down, colors: colors, isSmooth: isSmooth), frame))
    }
}

/// The lines along which a field equals a level.
private struct ContourMark: PlotMark {
    static let level = MarkLevel.line
    let lines: [[Spot]]

    func draw(in plot: TextMarks, _ grid: inout CellGrid) {
        var dots = DotCanvas(columns: plot.box.width, rows: plot.box.height)
        for (start, end) in lines.flatMap({ zip($0, $0.dropFirst()) }) {
            let segment = Segment(x0: start.x, y0: start.y, x1: end.x, y1: end.y)
            if let part = plot.visible(segment) { plot.line(part, into: &dots) }
        }
        // With sixteen colors or none there is no ground under it: the terminal's own ink is what can be read.
        let hasGround = plot.style.colors >= .ansi256
        plot.merge(dots, hasGround ? ChartColor.contour : nil, in: &grid)
    }

    func draw(in plot: VectorMarks, _ scene: inout Scene) {
        let places = lines.map { line in
            line.map { Spot(x: plot.chart.x.fraction($0.x), y: plot.chart.y.fraction($0.y)) }
        }
        scene.shapes.append(.lines(places.flatMap(plot.clipped), Pen(color: ChartColor.contour, width: 1.3)))
    }
}

extension LegendSample {
    fileprivate static let contour = LegendSample { style, _ in
        (style.characters == .ascii ? "::" : "⠉⠒", nil)
    } shapes: { left, right in
        [.lines([[left, right]], Pen(color: ChartColor.contour, width: 1.4))]
    }
}
