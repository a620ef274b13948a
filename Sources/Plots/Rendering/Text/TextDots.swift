/// Points of scatter plots and heads of arrows as cells.
extension TextMarks {
    /// All points at once. The first series is drawn in fine dots, every other with a sign of its own; in a cell
    /// that several series share, the one with the most points is shown, and of equals the later.
    func drawDots(in grid: inout CellGrid) {
        let count = box.width * box.height
        var most = [Int](repeating: 0, count: count)
        var winner = [SeriesStyle?](repeating: nil, count: count)
        var fine = DotCanvas(columns: box.width, rows: box.height)
        for case .dots(let points, let series, _, _) in chart.marks {
            var crowd = [Int](repeating: 0, count: count)
            for i in 0..<points.count {
                guard chart.x.shows(points.x[i]), chart.y.shows(points.y[i]) else { continue }
                let (across, up) = (chart.x.fraction(points.x[i]), chart.y.fraction(points.y[i]))
                guard (0...1).contains(across) && (0...1).contains(up) else { continue }
                let (x, y) = (place(across, fine.dotsAcross), fine.dotsDown - 1 - place(up, fine.dotsDown))
                crowd[(y >> 2) * box.width + (x >> 1)] += 1
                if series.marker == .disc { fine.set(x, y) }
            }
            for cell in 0..<count where crowd[cell] > 0 && crowd[cell] >= most[cell] {
                most[cell] = crowd[cell]
                winner[cell] = series
            }
        }
        for cell in 0..<count {
            guard let series = winner[cell] else { continue }
            let sign = TextMarks.dotSign(series, isOverField: chart.field != nil, style)
            let scalar = sign ?? DotCanvas.scalar(fine.masks[cell], style.characters)
            put(scalar, series.color, x: cell % box.width, y: cell / box.width, in: &grid)
        }
    }

    /// The sign of a point; nil for the first series where it is drawn in fine dots.
    static func dotSign(_ series: SeriesStyle, isOverField: Bool, _ style: TextStyle) -> Unicode.Scalar? {
        if style.characters == .ascii && isOverField { return series.marker.asciiOverShades }
        guard series.marker != .disc else { return nil }
        return style.characters == .ascii ? series.marker.ascii : series.marker.unicode
    }

    func draw(_ arrows: [Segment], _ series: SeriesStyle, in grid: inout CellGrid) {
        var shafts = DotCanvas(columns: box.width, rows: box.height)
        let parts = arrows.compactMap { visible($0) }
        for part in parts { line(part, into: &shafts) }
        merge(shafts, series.color, in: &grid)
        for part in parts {
            // In cells a step down is as long as two steps sideways.
            let (dx, dy) = (
                (part.x1 - part.x0) * Double(box.width), (part.y1 - part.y0) * Double(box.height) * 2
            )
            guard dx * dx + dy * dy > 1 else { continue }
            put(
                head(dx, dy), series.color, x: place(part.x1, box.width),
                y: box.height - 1 - place(part.y1, box.height), in: &grid)
        }
    }

    /// The arrow head nearest to a direction.
    private func head(_ dx: Double, _ dy: Double) -> Unicode.Scalar {
        let isFlat = abs(dy) < abs(dx) * 0.4142
        let isSteep = abs(dx) < abs(dy) * 0.4142
        guard style.characters == .unicode else {
            return abs(dy) < abs(dx) ? (dx > 0 ? ">" : "<") : dy > 0 ? "^" : "v"
        }
        if isFlat { return dx > 0 ? "→" : "←" }
        if isSteep { return dy > 0 ? "↑" : "↓" }
        return dx > 0 ? (dy > 0 ? "↗" : "↘") : (dy > 0 ? "↖" : "↙")
    }
}
