/// The marks of a chart, drawn into a box of cells.
struct TextMarks {
    let chart: Chart
    let box: CellBox
    let style: TextStyle

    init(_ chart: Chart, _ box: CellBox, _ style: TextStyle) {
        self.chart = chart
        self.box = box
        self.style = style
    }

    /// Without color, curves after the first are told apart by a sign in each cell they cross.
    static func lineSign(_ series: SeriesStyle, _ style: TextStyle) -> Unicode.Scalar? {
        guard style.colors == .none || style.characters == .ascii else { return nil }
        if style.characters == .ascii { return series.index == 0 ? "*" : series.marker.ascii }
        return series.marker == .disc ? nil : series.marker.unicode
    }

    func draw(in grid: inout CellGrid) {
        for mark in chart.marks {
            switch mark {
            case .field(let field): draw(field, in: &grid)
            case .bins(let bins, let styles): draw(bins, styles, in: &grid)
            default: break
            }
        }
        for case .rule(let rule) in chart.marks { draw(rule, in: &grid) }
        for mark in chart.marks {
            switch mark {
            case .contour(let lines): draw(lines, in: &grid)
            case .curve(let points, let series): draw(points, series, in: &grid)
            default: break
            }
        }
        drawDots(in: &grid)
        for case .arrows(let segments, let series) in chart.marks { draw(segments, series, in: &grid) }
    }

    // MARK: Places

    /// A segment in shares of the box, cut at its edges.
    func visible(_ segment: Segment) -> Segment? {
        Clipping.clip(
            Segment(
                x0: chart.x.fraction(segment.x0), y0: chart.y.fraction(segment.y0),
                x1: chart.x.fraction(segment.x1), y1: chart.y.fraction(segment.y1)))
    }

    /// The dot or cell, out of `count`, that holds a share of the box.
    func place(_ share: Double, _ count: Int) -> Int { min(max(Int(share * Double(count)), 0), count - 1) }

    /// Puts a sign on a cell without taking away the ground that is there.
    func put(_ scalar: Unicode.Scalar, _ color: Color?, x: Int, y: Int, in grid: inout CellGrid) {
        guard x >= 0 && y >= 0 && x < box.width && y < box.height else { return }
        let old = grid[box.x + x, box.y + y]
        var ground = old.ground
        if let upper = old.ink, let lower = ground, old.scalar == "▀" {
            // A mixture would be none of the few colors that a palette of 256 shows a heat map in.
            ground = style.colors == .ansi256 ? lower : upper.mixed(with: lower, share: 0.5)
        }
        let ink = ground.flatMap { ground in (color ?? Ink.text).legible(on: ground) } ?? color
        grid[box.x + x, box.y + y] = Cell(scalar: scalar, ink: ink, ground: ground)
    }

    /// Adds dots to what is there; dots of several series in one cell have the color of the last.
    func merge(_ dots: DotCanvas, _ color: Color?, sign: Unicode.Scalar? = nil, in grid: inout CellGrid) {
        for y in 0..<box.height {
            for x in 0..<box.width {
                let mask = dots.masks[y * box.width + x]
                guard mask != 0 else { continue }
                let old = DotCanvas.mask(of: grid[box.x + x, box.y + y].scalar)
                put(sign ?? DotCanvas.scalar(mask | old, style.characters), color, x: x, y: y, in: &grid)
            }
        }
    }

    func line(_ segment: Segment, into dots: inout DotCanvas, step: Int = 1) {
        dots.line(
            place(segment.x0, dots.dotsAcross), dots.dotsDown - 1 - place(segment.y0, dots.dotsDown),
            place(segment.x1, dots.dotsAcross), dots.dotsDown - 1 - place(segment.y1, dots.dotsDown),
            step: step)
    }

    // MARK: Grounds

    private func draw(_ field: HeatField, in grid: inout CellGrid) {
        let across = (0..<box.width).map { column in
            chart.x.value(at: (Double(column) + 0.5) / Double(box.width))
        }
        for row in 0..<box.height {
            let upper = chart.y.value(at: 1 - (Double(row) + 0.25) / Double(box.height))
            let lower = chart.y.value(at: 1 - (Double(row) + 0.75) / Double(box.height))
            let (top, bottom) = (field.along(upper), field.along(lower))
            guard (0...1).contains(top) || (0...1).contains(bottom) else { continue }
            for column in 0..<box.width {
                let share = field.across(across[column])
                guard (0...1).contains(share) else { continue }
                grid[box.x + column, box.y + row] = TextHeat.cell(
                    field, upper: field.value(share, top), lower: field.value(share, bottom), style)
            }
        }
    }

    // MARK: Lines

    private func draw(_ rule: Rule, in grid: inout CellGrid) {
        let color = style.colors == .none ? nil : Ink.rule
        switch rule.direction {
        case .horizontal:
            let share = chart.y.fraction(rule.value)
            guard (0...1).contains(share) else { return }
            let row = box.height - 1 - place(share, box.height)
            for x in 0..<box.width {
                put(style.characters == .ascii ? "-" : "╌", color, x: x, y: row, in: &grid)
            }
        case .vertical:
            let share = chart.x.fraction(rule.value)
            guard (0...1).contains(share) else { return }
            let column = place(share, box.width)
            for y in 0..<box.height {
                put(style.characters == .ascii ? "|" : "┆", color, x: column, y: y, in: &grid)
            }
        }
    }

    private func draw(_ contour: [[Spot]], in grid: inout CellGrid) {
        var dots = DotCanvas(columns: box.width, rows: box.height)
        for (start, end) in contour.flatMap({ zip($0, $0.dropFirst()) }) {
            let segment = Segment(x0: start.x, y0: start.y, x1: end.x, y1: end.y)
            if let part = visible(segment) { line(part, into: &dots) }
        }
        // With sixteen colors or none there is no ground under it: the terminal's own ink is what can be read.
        let hasGround = style.colors == .trueColor || style.colors == .ansi256
        merge(dots, hasGround ? Ink.contour : nil, in: &grid)
    }

    private func draw(_ points: Points, _ series: SeriesStyle, in grid: inout CellGrid) {
        var dots = DotCanvas(columns: box.width, rows: box.height)
        for curve in CurvePieces.pieces(points, chart.x, chart.y) {
            for (i, end) in curve.enumerated() {
                let start = curve[max(i - 1, 0)]
                let segment = Segment(x0: start.x, y0: start.y, x1: end.x, y1: end.y)
                if let part = Clipping.clip(segment) { line(part, into: &dots) }
            }
        }
        merge(dots, series.color, sign: TextMarks.lineSign(series, style), in: &grid)
    }
}
