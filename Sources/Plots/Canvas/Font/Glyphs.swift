/// A place on a picture, in pixels from the left and from the top.
struct Spot: Sendable, Equatable {
    var x: Double
    var y: Double
}

/// The outline of a character, with y growing upward from the line on which it stands.
struct Glyph: Sendable {
    /// How far the next character is away, in units of `Glyphs.unitsPerEm`.
    var advance: Double
    /// Closed polygons, holes the other way round. Curves are cut into straight pieces.
    var contours: [[Spot]]
}

/// The characters in which pictures are labeled.
///
/// A glyph is written as its character, its advance, and contours in the manner of an SVG path, all but the first
/// number of each relative to the point before: `m` begins a contour (absolute), `l` is a straight line, `q` a
/// quadratic curve by its control and end point. A number without a sign is set off by a space. A line break
/// ends the glyph.
enum Glyphs {
    static let unitsPerEm = 256.0

    /// The glyph of a character, however its accents are written; one without the marks that are not known, or an
    /// empty box.
    static func glyph(_ character: Character) -> Glyph {
        table[character] ?? character.unicodeScalars.first.flatMap { table[Character($0)] } ?? missing
    }

    /// How wide a text is at a size, in pixels.
    static func width(_ text: String, size: Double) -> Double {
        text.reduce(0) { $0 + glyph($1).advance } * size / unitsPerEm
    }

    private static let table: [Character: Glyph] = {
        var table: [Character: Glyph] = [:]
        for source in [basic, letters, formulas] {
            var reader = GlyphReader(source)
            while let (scalar, glyph) = reader.next() { table[Character(scalar)] = glyph }
        }
        return table
    }()

    private static let missing = Glyph(
        advance: 154,
        contours: [
            [Spot(x: 20, y: 0), Spot(x: 134, y: 0), Spot(x: 134, y: 186), Spot(x: 20, y: 186)],
            [Spot(x: 36, y: 16), Spot(x: 36, y: 170), Spot(x: 118, y: 170), Spot(x: 118, y: 16)],
        ])
}

/// Reads the written form of glyphs.
private struct GlyphReader {
    private var scalars: [Unicode.Scalar]
    private var place = 0

    init(_ source: String) { scalars = Array(source.unicodeScalars) }

    mutating func next() -> (Unicode.Scalar, Glyph)? {
        guard place < scalars.count else { return nil }
        let scalar = scalars[place]
        place += 1
        var glyph = Glyph(advance: number(), contours: [])
        var contour: [Spot] = []
        var pen = Spot(x: 0, y: 0)
        while place < scalars.count {
            let command = scalars[place]
            place += 1
            switch command {
            case "m":
                if !contour.isEmpty { glyph.contours.append(contour) }
                pen = Spot(x: number(), y: number())
                contour = [pen]
            case "l":
                pen = Spot(x: pen.x + number(), y: pen.y + number())
                contour.append(pen)
            case "q":
                let control = Spot(x: pen.x + number(), y: pen.y + number())
                let end = Spot(x: pen.x + number(), y: pen.y + number())
                for step in 1...4 {
                    let t = Double(step) / 4
                    let (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
                    contour.append(
                        Spot(
                            x: a * pen.x + b * control.x + c * end.x, y: a * pen.y + b * control.y + c * end.y
                        ))
                }
                pen = end
            default:
                if !contour.isEmpty { glyph.contours.append(contour) }
                return (scalar, glyph)
            }
        }
        if !contour.isEmpty { glyph.contours.append(contour) }
        return (scalar, glyph)
    }

    private mutating func number() -> Double {
        if place < scalars.count && scalars[place] == " " { place += 1 }
        var isNegative = false
        if place < scalars.count && scalars[place] == "-" {
            isNegative = true
            place += 1
        }
        var value = 0.0
        while place < scalars.count, ("0"..."9").contains(scalars[place]) {
            value = value * 10 + Double(scalars[place].value - 0x30)
            place += 1
        }
        return isNegative ? -value : value
    }
}
