/// The frame into which the marks of a chart are drawn, and what they draw with.
struct VectorMarks {
    let chart: Chart
    let frame: Rectangle

    init(_ chart: Chart, _ frame: Rectangle) {
        self.chart = chart
        self.frame = frame
    }

    func draw(in scene: inout Scene) {
        let low: [MarkLevel] = [.ground, .rule]
        for level in low {
            for mark in chart.marks where type(of: mark).level == level { mark.draw(in: self, &scene) }
        }
        for mark in chart.marks where !low.contains(type(of: mark).level) { mark.draw(in: self, &scene) }
    }

    /// The place at a share of the width from the left and of the height from the bottom.
    func spot(_ across: Double, _ up: Double) -> Spot { frame.spot(across, up) }

    /// A segment in shares of the plot, cut at its edges.
    func visible(_ segment: Segment) -> Segment? {
        Clipping.clip(
            Segment(
                x0: chart.x.fraction(segment.x0), y0: chart.y.fraction(segment.y0),
                x1: chart.x.fraction(segment.x1), y1: chart.y.fraction(segment.y1)))
    }

    /// The pieces within the plot of a line given in shares of it: where it leaves the plot and comes back, a new
    /// one begins.
    func clipped(_ curve: [Spot]) -> [[Spot]] {
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

    /// The share of the plot's width left of a place, at most the whole.
    func share(_ x: Double) -> Double {
        let share = chart.x.fraction(x)
        return share.isNaN ? 0 : min(max(share, 0), 1)
    }
}
