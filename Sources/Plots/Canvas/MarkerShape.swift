import Glibc

/// The outlines of marks around a place: what is filled, and what is drawn with a pen.
enum MarkerShape {
    /// Corners of the filled marks of unit size; the disc and the ring have none.
    static func polygon(_ marker: PointMarker) -> [Spot]? {
        switch marker {
        case .triangle: [Spot(x: 0, y: -1.2), Spot(x: 1.1, y: 0.8), Spot(x: -1.1, y: 0.8)]
        case .diamond: [Spot(x: 0, y: -1.3), Spot(x: 1.3, y: 0), Spot(x: 0, y: 1.3), Spot(x: -1.3, y: 0)]
        default: nil
        }
    }

    /// The strokes of the marks made of lines, at unit size.
    static func strokes(_ marker: PointMarker) -> [[Spot]]? {
        switch marker {
        case .cross:
            [
                [Spot(x: -0.9, y: -0.9), Spot(x: 0.9, y: 0.9)],
                [Spot(x: -0.9, y: 0.9), Spot(x: 0.9, y: -0.9)],
            ]
        case .plus: [[Spot(x: -1.2, y: 0), Spot(x: 1.2, y: 0)], [Spot(x: 0, y: -1.2), Spot(x: 0, y: 1.2)]]
        default: nil
        }
    }

    static func moved(_ shape: [Spot], to center: Spot, radius: Double) -> [Spot] {
        shape.map { Spot(x: center.x + $0.x * radius, y: center.y + $0.y * radius) }
    }

    /// A circle as a polygon fine enough for its radius.
    static func circle(_ center: Spot, radius: Double) -> [Spot] {
        let corners = min(max(Int(radius * 4), 12), 64)
        return (0..<corners).map { corner in
            let angle = 2 * Double.pi * Double(corner) / Double(corners)
            return Spot(x: center.x + radius * cos(angle), y: center.y + radius * sin(angle))
        }
    }
}
