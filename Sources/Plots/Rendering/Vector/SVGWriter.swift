import FoundationEssentials
import Text

/// Shapes as the elements of an SVG document.
struct SVGWriter {
    private var text = ""

    static func document(_ scene: Scene, title: String) -> String {
        var writer = SVGWriter()
        let (width, height) = (number(scene.width), number(scene.height))
        writer.text =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" "
            + "viewBox=\"0 0 \(width) \(height)\" role=\"img\" "
            + "font-family=\"'DejaVu Sans', Verdana, Geneva, sans-serif\">\n"
            + "<title>\(escaped(title, for: .xml))</title>\n"
            + "<rect width=\"\(width)\" height=\"\(height)\" fill=\"#ffffff\"/>\n"
        for shape in scene.shapes { writer.write(shape) }
        return writer.text + "</svg>\n"
    }

    private mutating func write(_ shape: VectorShape) {
        switch shape {
        case .rectangle(let frame, let color, let opacity):
            text += "<rect \(SVGWriter.attributes(frame)) \(SVGWriter.fill(color, opacity))/>\n"
        case .lines(let lines, let pen): write(lines, pen)
        case .polygons(let polygons, let color, let opacity):
            let path = polygons.map { SVGWriter.path($0) + "Z" }.joined()
            text += "<path d=\"\(path)\" \(SVGWriter.fill(color, opacity))/>\n"
        case .markers(let marker, let spots, let radius, let color, let opacity, let hasHalo):
            if hasHalo { write(marker, spots, radius, halo: 1, .white, opacity * 0.8) }
            write(marker, spots, radius, halo: 0, color, opacity)
        case .text(let string, let spot, let anchor, let size, let color):
            let held = anchor == .start ? "" : " text-anchor=\"\(anchor == .middle ? "middle" : "end")\""
            text +=
                "<text x=\"\(SVGWriter.number(spot.x))\" y=\"\(SVGWriter.number(spot.y))\" "
                + "font-size=\"\(SVGWriter.number(size))\"\(held) fill=\"\(SVGWriter.hex(color))\">"
                + "\(escaped(string, for: .xml))</text>\n"
        case .pixels(let pixels, let frame): write(pixels, frame)
        }
    }

    private mutating func write(_ lines: [[Spot]], _ pen: Pen) {
        let path = lines.map { SVGWriter.path($0) }.joined()
        let dash = pen.dash.map { " stroke-dasharray=\"\(SVGWriter.number($0))\"" } ?? ""
        let caps = pen.dash == nil ? " stroke-linejoin=\"round\"" : ""
        let opacity = pen.opacity < 1 ? " stroke-opacity=\"\(SVGWriter.number(pen.opacity))\"" : ""
        text +=
            "<path d=\"\(path)\" fill=\"none\" stroke=\"\(SVGWriter.hex(pen.color))\" "
            + "stroke-width=\"\(SVGWriter.number(pen.width))\"\(caps)\(dash)\(opacity)/>\n"
    }

    private mutating func write(
        _ marker: PointMarker, _ spots: [Spot], _ radius: Double, halo: Double, _ color: Color,
        _ opacity: Double
    ) {
        guard !spots.isEmpty else { return }
        let strokes = MarkerShape.strokes(marker)
        if strokes != nil || marker == .ring {
            let width = MarkerStyle.penWidth(radius) + halo * 1.6
            let transparent = opacity < 1 ? " stroke-opacity=\"\(SVGWriter.number(opacity))\"" : ""
            text +=
                "<g fill=\"none\" stroke=\"\(SVGWriter.hex(color))\" "
                + "stroke-width=\"\(SVGWriter.number(width))\"\(transparent)>\n"
        } else {
            text += "<g \(SVGWriter.fill(color, opacity))>\n"
        }
        for spot in spots {
            if let shape = MarkerShape.polygon(marker) {
                let corners = MarkerShape.moved(shape, to: spot, radius: radius + halo)
                text += "<path d=\"\(SVGWriter.path(corners))Z\"/>\n"
            } else if let strokes {
                let path = strokes.map {
                    SVGWriter.path(MarkerShape.moved($0, to: spot, radius: radius))
                }.joined()
                text += "<path d=\"\(path)\"/>\n"
            } else {
                let size = marker == .ring ? radius : radius + halo
                text +=
                    "<circle cx=\"\(SVGWriter.number(spot.x))\" cy=\"\(SVGWriter.number(spot.y))\" "
                    + "r=\"\(SVGWriter.number(size))\"/>\n"
            }
        }
        text += "</g>\n"
    }

    private mutating func write(_ pixels: Pixels, _ frame: Rectangle) {
        // Not every viewer keeps the edges of enlarged pixels: what is to stay sharp is enlarged here.
        let factor = pixels.isSmooth ? 1 : Int((frame.width / Double(pixels.width)).rounded(.up))
        let pixels = pixels.enlarged(min(max(factor, 1), 64))
        let bytes = pixels.colors.flatMap { [$0.red, $0.green, $0.blue] }
        // Without memory for the embedded picture its frame still tells where it would be.
        guard let file = try? PNG.encoded(width: pixels.width, height: pixels.height, bytes: bytes) else {
            text += "<rect \(SVGWriter.attributes(frame)) \(SVGWriter.fill(ChartColor.missing, 1))/>\n"
            return
        }
        let look = pixels.isSmooth ? "" : "style=\"image-rendering:pixelated\" "
        text +=
            "<image \(SVGWriter.attributes(frame)) preserveAspectRatio=\"none\" "
            + "\(look)href=\"data:image/png;base64,\(Data(file).base64EncodedString())\"/>\n"
    }

    // MARK: Pieces of text

    private static func attributes(_ frame: Rectangle) -> String {
        "x=\"\(number(frame.x))\" y=\"\(number(frame.y))\" width=\"\(number(frame.width))\" "
            + "height=\"\(number(frame.height))\""
    }

    private static func fill(_ color: Color, _ opacity: Double) -> String {
        "fill=\"\(hex(color))\"" + (opacity < 1 ? " fill-opacity=\"\(number(opacity))\"" : "")
    }

    private static func path(_ line: [Spot]) -> String {
        var path = ""
        for (index, spot) in line.enumerated() {
            path += "\(index == 0 ? "M" : "L")\(number(spot.x)) \(number(spot.y))"
        }
        return path
    }

    private static func hex(_ color: Color) -> String {
        let digits = String(color.hex, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// Two digits after the point: finer than any screen.
    private static func number(_ value: Double) -> String {
        let hundredths = Int((min(max(value, -1e9), 1e9) * 100).rounded())
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        return "\(sign)\(whole)." + (rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)")
    }
}
