/// The marks of a chart, drawn into a frame.
struct VectorMarks {
    static let areaOpacity = 0.55

    private let chart: Chart
    private let plot: Frame

    init(_ chart: Chart, _ plot: Frame) {
        self.chart = chart
        self.plot = plot
    }

    func draw(in scene: inout Scene) {
        for mark in chart.marks {
            switch mark {
            case .field(let field): draw(field, in: &scene)
            case .bins(let bins, let styles): draw(bins, styles, in: &scene)
            default: break
            }
        }
        for case .rule(let rule) in chart.marks { draw(rule, in: &scene) }
        for mark in chart.marks {
            switch mark {
            case .contour(let lines):
                let places = lines.map { line in
                    line.map { Spot(x: chart.x.fraction($0.x), y: chart.y.fraction($0.y)) }
                }
                scene.shapes.append(.lines(places.flatMap(clipped), Pen(color: Ink.contour, width: 1.3)))
            case .curve(let points, let series): draw(points, series, in: &scene)
            case .dots(let points, let series, let opacity, let size):
                draw(points, series, opacity, size, in: &scene)
            case .arrows(let segments, let series):
                for segment in segments {
                    guard let part = visible(segment) else { continue }
                    scene.shapes += VectorMarks.arrow(
                        spot(part.x0, part.y0), spot(part.x1, part.y1), series.color)
                }
            default: break
            }
        }
    }

    /// A shaft and a head of at most six pixels.
    static func arrow(_ start: Spot, _ end: Spot, _ color: Color) -> [Scene.Shape] {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let length = (dx * dx + dy * dy).squareRoot()
        guard length > 0.2 else { return [] }
        let head = min(6, length * 0.5)
        let (ux, uy) = (dx / length, dy / length)
        let neck = Spot(x: end.x - ux * head, y: end.y - uy * head)
        let half = head * 0.45
        let triangle = [
            end, Spot(x: neck.x - uy * half, y: neck.y + ux * half),
            Spot(x: neck.x + uy * half, y: neck.y - ux * half),
        ]
        return [
            .lines([[start, neck]], Pen(color: color, width: 1.4)), .polygons([triangle], color, opacity: 1),
        ]
    }

    private func spot(_ across: Double, _ up: Double) -> Spot { plot.spot(across, up) }

    /// A segment in shares of the plot, cut at its edges.
    private func visible(_ segment: Segment) -> Segment? {
        Clipping.clip(
            Segment(
                x0: chart.x.fraction(segment.x0), y0: chart.y.fraction(segment.y0),
                x1: chart.x.fraction(segment.x1), y1: chart.y.fraction(segment.y1)))
    }

    /// The pieces within the plot of a line given in shares of it: where it leaves the plot and comes back, a new
    /// one begins.
    private func clipped(_ curve: [Spot]) -> [[Spot]] {
        var lines: [[Spot]] = []
        for (start, end) in zip(curve, curve.dropFirst()) {
            guard let part = Clipping.clip(Segment(x0: start.x, y0: start.y, x1: end.x, y1: end.y)) else {
                continue
            }
            let first = spot(part.x0, part.y0)
            if lines.last?.last != first { lines.append([first]) }
            lines[lines.count - 1].append(spot(part.x1, part.y1))
        }
        return lines
    }

    private func draw(_ field: HeatField, in scene: inout Scene) {
        let grid = field.grid
        let edges = [
            chart.x.fraction(grid.x.lowerBound), chart.x.fraction(grid.x.upperBound),
            chart.y.fraction(grid.y.lowerBound), chart.y.fraction(grid.y.upperBound),
        ].map { min(max($0.isNaN ? 0 : $0, 0), 1) }
        let (left, right) = (min(edges[0], edges[1]), max(edges[0], edges[1]))
        let (low, high) = (min(edges[2], edges[3]), max(edges[2], edges[3]))
        let frame = Frame(
            x: plot.x + left * plot.width, y: plot.y + (1 - high) * plot.height,
            width: (right - left) * plot.width, height: (high - low) * plot.height)
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
            field.across(chart.x.value(at: left + (right - left) * (Double(column) + 0.5) / Double(across)))
        }
        for row in 0..<down {
            let up = high - (high - low) * (Double(row) + 0.5) / Double(down)
            let along = field.along(chart.y.value(at: up))
            for share in shares { colors.append(field.color(share, along)) }
        }
        scene.shapes.append(
            .pixels(Pixels(width: across, height: down, colors: colors, isSmooth: isSmooth), frame))
    }

    private func draw(_ bins: Bins, _ styles: [SeriesStyle], in scene: inout Scene) {
        let floor = min(max(chart.y.isLogarithmic ? 0 : chart.y.fraction(0), 0), 1)
        for (heights, series) in zip(bins.heights, styles) {
            var outline = [spot(share(bins.range.lowerBound), floor)]
            for (index, height) in heights.enumerated() {
                let left = bins.range.lowerBound + Double(index) * bins.width
                let top = height > 0 ? min(max(chart.y.fraction(height), floor), 1) : floor
                outline.append(spot(share(left), top))
                outline.append(spot(share(left + bins.width), top))
            }
            outline.append(spot(share(bins.range.upperBound), floor))
            scene.shapes.append(.polygons([outline], series.color, opacity: VectorMarks.areaOpacity))
            scene.shapes.append(.lines([outline], Pen(color: series.color, width: 1.2)))
        }
    }

    private func share(_ x: Double) -> Double {
        let share = chart.x.fraction(x)
        return share.isNaN ? 0 : min(max(share, 0), 1)
    }

    private func draw(_ rule: Rule, in scene: inout Scene) {
        let pen = Pen(color: Ink.rule, width: 1.4, dash: 4)
        switch rule.direction {
        case .horizontal:
            let share = chart.y.fraction(rule.value)
            guard (0...1).contains(share) else { return }
            scene.shapes.append(.lines([[spot(0, share), spot(1, share)]], pen))
        case .vertical:
            let share = chart.x.fraction(rule.value)
            guard (0...1).contains(share) else { return }
            scene.shapes.append(.lines([[spot(share, 0), spot(share, 1)]], pen))
        }
    }

    private func draw(_ points: Points, _ series: SeriesStyle, in scene: inout Scene) {
        var lines: [[Spot]] = []
        var lonely: [Spot] = []
        for curve in CurvePieces.pieces(points, chart.x, chart.y, columns: Int(plot.width * 2)) {
            if curve.count == 1, (0...1).contains(curve[0].x) && (0...1).contains(curve[0].y) {
                lonely.append(spot(curve[0].x, curve[0].y))
                continue
            }
            lines += clipped(curve)
        }
        let longest = lines.reduce(0) { max($0, $1.count) }
        scene.shapes.append(.lines(lines, Pen(color: series.color, width: longest > 600 ? 1.2 : 2)))
        if !lonely.isEmpty {
            // A value between two that cannot be drawn is no line: a dot shows that it is there.
            scene.shapes.append(
                .markers(.disc, lonely, radius: 2.5, series.color, opacity: 1, hasHalo: false))
        }
    }

    private func draw(
        _ points: Points, _ series: SeriesStyle, _ opacity: Double, _ size: Double, in scene: inout Scene
    ) {
        var spots: [Spot] = []
        for i in 0..<points.count where chart.x.shows(points.x[i]) && chart.y.shows(points.y[i]) {
            let (across, up) = (chart.x.fraction(points.x[i]), chart.y.fraction(points.y[i]))
            if (0...1).contains(across) && (0...1).contains(up) { spots.append(spot(across, up)) }
        }
        let radius =
            size * (spots.count <= 60 ? 4 : spots.count <= 300 ? 3.2 : spots.count <= 2000 ? 2.4 : 1.6)
        scene.shapes.append(
            .markers(
                series.marker, spots, radius: radius, series.color, opacity: opacity,
                hasHalo: chart.field != nil))
    }
}
