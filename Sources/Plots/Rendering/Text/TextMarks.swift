/// The box of cells into which the marks of a chart are drawn, and what they draw with.
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
        for level in MarkLevel.allCases {
            for mark in chart.marks where type(of: mark).level == level { mark.draw(in: self, &grid) }
        }
    }

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
        let ink = ground.flatMap { ground in (color ?? ChartColor.text).legible(on: ground) } ?? color
        grid[box.x + x, box.y + y] = GridCell(scalar: scalar, ink: ink, ground: ground)
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

    func line(_ segment: Segment, into dots: inout DotCanvas) {
        dots.line(
            place(segment.x0, dots.dotsAcross), dots.dotsDown - 1 - place(segment.y0, dots.dotsDown),
            place(segment.x1, dots.dotsAcross), dots.dotsDown - 1 - place(segment.y1, dots.dotsDown))
    }

    /// Adds the dots of a line given in shares of the box, as far as it lies within.
    func line(through spots: [Spot], into dots: inout DotCanvas) {
        for (i, end) in spots.enumerated() {
            let start = spots[max(i - 1, 0)]
            let segment = Segment(x0: start.x, y0: start.y, x1: end.x, y1: end.y)
            if let part = Clipping.clip(segment) { line(part, into: &dots) }
        }
    }
}
