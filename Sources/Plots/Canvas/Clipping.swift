/// Cutting lines at the edges of a plot.
enum Clipping {
    /// The part of a segment within the unit square, by the method of Liang and Barsky; nil where there is none.
    static func clip(_ segment: Segment) -> Segment? {
        let (dx, dy) = (segment.x1 - segment.x0, segment.y1 - segment.y0)
        guard dx.isFinite && dy.isFinite else { return nil }
        var (start, end) = (0.0, 1.0)
        let edges = [(-dx, segment.x0), (dx, 1 - segment.x0), (-dy, segment.y0), (dy, 1 - segment.y0)]
        for (direction, distance) in edges {
            if direction == 0 {
                if distance < 0 { return nil }
            } else if direction < 0 {
                start = max(start, distance / direction)
            } else {
                end = min(end, distance / direction)
            }
        }
        guard start <= end else { return nil }
        return Segment(
            x0: segment.x0 + start * dx, y0: segment.y0 + start * dy, x1: segment.x0 + end * dx,
            y1: segment.y0 + end * dy)
    }
}
