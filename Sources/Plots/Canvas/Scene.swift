/// A rectangle of a picture, in pixels from the left and from the top.
struct Rectangle: Sendable, Equatable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var right: Double { x + width }
    var bottom: Double { y + height }

    /// The place at a share of the width from the left and of the height from the bottom.
    func spot(_ across: Double, _ up: Double) -> Spot {
        Spot(x: x + across * width, y: y + (1 - up) * height)
    }
}

/// How a line is drawn.
struct Pen: Sendable, Equatable {
    var color: Color
    var width: Double
    var opacity = 1.0
    /// The length of a dash and of a gap; nil for a line without gaps.
    var dash: Double?
}

/// Where a text is held.
enum Anchor: Sendable, Equatable {
    case start
    case middle
    case end
}

/// Opaque pixels, row after row from the top.
struct Pixels: Sendable, Equatable {
    var width: Int
    var height: Int
    var colors: [Color]
    /// Whether colors run into each other where the pixels are drawn larger.
    var isSmooth = false

    /// Every pixel as a square of `factor` by `factor`.
    func enlarged(_ factor: Int) -> Pixels {
        guard factor > 1 else { return self }
        var result = self
        result.width *= factor
        result.height *= factor
        result.colors = (0..<height).flatMap { row in
            let line = colors[row * width..<(row + 1) * width].flatMap {
                [Color](repeating: $0, count: factor)
            }
            return (0..<factor).flatMap { _ in line }
        }
        return result
    }
}

/// What a page of pixels and an SVG document can both hold.
enum VectorShape: Sendable {
    case rectangle(Rectangle, Color, opacity: Double)
    case lines([[Spot]], Pen)
    case polygons([[Spot]], Color, opacity: Double)
    case markers(PointMarker, [Spot], radius: Double, Color, opacity: Double, hasHalo: Bool)
    case text(String, Spot, Anchor, size: Double, Color)
    case pixels(Pixels, Rectangle)
}

/// A picture as a list of simple shapes, later ones over earlier: what SVG and PNG have in common.
struct Scene: Sendable {
    var width: Double
    var height: Double
    var shapes: [VectorShape] = []

    mutating func line(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double, _ pen: Pen) {
        shapes.append(.lines([[Spot(x: x0, y: y0), Spot(x: x1, y: y1)]], pen))
    }
}
