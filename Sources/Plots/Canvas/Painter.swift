import Budget

/// A page of pixels on which shapes are painted, with soft edges.
struct Painter {
    let width: Int
    let height: Int
    /// Pixels of the page for one unit of the scene.
    private let scale: Double
    /// Red, green and blue of each pixel, from 0 to 255.
    private var channels: [Float]

    init(_ scene: Scene, scale: Double) {
        self.scale = scale
        width = max(Int((scene.width * scale).rounded()), 1)
        height = max(Int((scene.height * scale).rounded()), 1)
        channels = [Float](repeating: 255, count: width * height * 3)
        for shape in scene.shapes { paint(shape) }
    }

    var bytes: [UInt8] { channels.map { UInt8(min(max($0.rounded(), 0), 255)) } }

    private mutating func paint(_ shape: VectorShape) {
        switch shape {
        case .rectangle(let frame, let color, let opacity):
            fill([corners(of: frame)], color, opacity)
        case .lines(let lines, let pen):
            let scaled = lines.map { $0.map(placed) }
            fill(scaled.flatMap { Stroke.polygons($0, pen, scale: scale) }, pen.color, pen.opacity)
        case .polygons(let polygons, let color, let opacity):
            fill(polygons.map { $0.map(placed) }, color, opacity)
        case .markers(let marker, let spots, let radius, let color, let opacity, let hasHalo):
            let drawn = spots.lazy.prefix { _ in !Interruption.requested.load(ordering: .relaxed) }
            if hasHalo {
                for spot in drawn { paint(marker, placed(spot), radius, halo: 1, .white, opacity * 0.8) }
            }
            for spot in drawn { paint(marker, placed(spot), radius, halo: 0, color, opacity) }
        case .text(let text, let spot, let anchor, let size, let color):
            paint(text, placed(spot), anchor, size * scale, color)
        case .pixels(let pixels, let frame): paint(pixels, frame)
        }
    }

    private func placed(_ spot: Spot) -> Spot { Spot(x: spot.x * scale, y: spot.y * scale) }

    private func corners(of frame: Rectangle) -> [Spot] {
        [
            Spot(x: frame.x, y: frame.y), Spot(x: frame.right, y: frame.y),
            Spot(x: frame.right, y: frame.bottom), Spot(x: frame.x, y: frame.bottom),
        ].map(placed)
    }

    /// Fills the union of polygons of one direction, in pixels of the page.
    private mutating func fill(_ polygons: [[Spot]], _ color: Color, _ opacity: Double) {
        guard let first = polygons.first?.first else { return }
        var (x0, y0, x1, y1) = (first.x, first.y, first.x, first.y)
        for spot in polygons.joined() {
            x0 = min(x0, spot.x)
            y0 = min(y0, spot.y)
            x1 = max(x1, spot.x)
            y1 = max(y1, spot.y)
        }
        let bounds = Rectangle(x: x0, y: y0, width: x1 - x0, height: y1 - y0)
        guard var coverage = Coverage(bounds, pageWidth: width, pageHeight: height) else { return }
        for polygon in polygons { coverage.add(polygon) }
        let (red, green, blue) = (Float(color.red), Float(color.green), Float(color.blue))
        let strength = Float(opacity)
        channels.withUnsafeMutableBufferPointer { channels in
            coverage.visit { x, y, share in
                let place = (y * width + x) * 3
                let alpha = share * strength
                channels[place] += (red - channels[place]) * alpha
                channels[place + 1] += (green - channels[place + 1]) * alpha
                channels[place + 2] += (blue - channels[place + 2]) * alpha
            }
        }
    }

    private mutating func paint(
        _ marker: PointMarker, _ center: Spot, _ radius: Double, halo: Double, _ color: Color,
        _ opacity: Double
    ) {
        let size = radius * scale
        if let polygon = MarkerShape.polygon(marker) {
            fill([MarkerShape.moved(polygon, to: center, radius: size + halo * scale)], color, opacity)
        } else if let strokes = MarkerShape.strokes(marker) {
            let pen = Pen(color: color, width: MarkerStyle.penWidth(radius) + halo * 1.6)
            let lines = strokes.map { MarkerShape.moved($0, to: center, radius: size) }
            fill(lines.flatMap { Stroke.polygons($0, pen, scale: scale) }, color, opacity)
        } else if marker == .ring {
            let circle = MarkerShape.circle(center, radius: size)
            let pen = Pen(color: color, width: MarkerStyle.penWidth(radius) + halo * 1.6)
            fill(Stroke.polygons(circle + [circle[0]], pen, scale: scale), color, opacity)
        } else {
            fill([MarkerShape.circle(center, radius: size + halo * scale)], color, opacity)
        }
    }

    private mutating func paint(
        _ text: String, _ spot: Spot, _ anchor: Anchor, _ size: Double, _ color: Color
    ) {
        let length = Glyphs.width(text, size: size)
        var x = spot.x - (anchor == .start ? 0 : anchor == .middle ? length / 2 : length)
        let unit = size / Glyphs.unitsPerEm
        for character in text {
            let glyph = Glyphs.glyph(character)
            fill(
                glyph.contours.map { $0.map { Spot(x: x + $0.x * unit, y: spot.y - $0.y * unit) } }, color, 1)
            x += glyph.advance * unit
        }
    }

    private mutating func paint(_ pixels: Pixels, _ frame: Rectangle) {
        let (x0, x1) = (Int((frame.x * scale).rounded()), Int((frame.right * scale).rounded()))
        let (y0, y1) = (Int((frame.y * scale).rounded()), Int((frame.bottom * scale).rounded()))
        for y in max(y0, 0)..<max(min(y1, height), max(y0, 0)) {
            for x in max(x0, 0)..<max(min(x1, width), max(x0, 0)) {
                let color = pixels.color(
                    (Double(x - x0) + 0.5) / Double(x1 - x0), (Double(y - y0) + 0.5) / Double(y1 - y0))
                let place = (y * width + x) * 3
                channels[place] = color.x
                channels[place + 1] = color.y
                channels[place + 2] = color.z
            }
        }
    }
}

extension Pixels {
    /// The color at a share of the width and of the height, in 0...255.
    fileprivate func color(_ across: Double, _ down: Double) -> SIMD3<Float> {
        let (x, y) = (across * Double(width), down * Double(height))
        guard isSmooth else { return color(Int(x), Int(y)) }
        let (column, row) = (max(x - 0.5, 0), max(y - 0.5, 0))
        let (i, j) = (Int(column), Int(row))
        let (u, v) = (Float(column) - Float(i), Float(row) - Float(j))
        let upper = color(i, j) + (color(i + 1, j) - color(i, j)) * u
        let lower = color(i, j + 1) + (color(i + 1, j + 1) - color(i, j + 1)) * u
        return upper + (lower - upper) * v
    }

    private func color(_ x: Int, _ y: Int) -> SIMD3<Float> {
        let color = colors[min(y, height - 1) * width + min(x, width - 1)]
        return SIMD3(Float(color.red), Float(color.green), Float(color.blue))
    }
}

/// Widths that go with a mark's size.
enum MarkerStyle {
    static func penWidth(_ radius: Double) -> Double { min(max(radius * 0.5, 0.9), 2.4) }
}
