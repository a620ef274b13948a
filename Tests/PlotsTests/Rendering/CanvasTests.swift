import Testing

@testable import Plots

@Suite struct CanvasTests {
    private func area(_ polygons: [[Spot]], width: Int = 100, height: Int = 100) -> Float {
        let spots = polygons.flatMap { $0 }
        let x = spots.map(\.x)
        let y = spots.map(\.y)
        let frame = Rectangle(
            x: x.min()!, y: y.min()!, width: x.max()! - x.min()!, height: y.max()! - y.min()!)
        guard var coverage = Coverage(frame, pageWidth: width, pageHeight: height) else { return 0 }
        for polygon in polygons { coverage.add(polygon) }
        var sum: Float = 0
        coverage.visit { _, _, share in sum += share }
        return sum
    }

    @Test func coverageAddsUpToTheArea() {
        let triangle = [Spot(x: 10.3, y: 20.7), Spot(x: 60.1, y: 25.2), Spot(x: 30.9, y: 70.4)]
        #expect(abs(area([triangle]) - 1191.18) < 0.5)
        #expect(abs(area([MarkerShape.circle(Spot(x: 50, y: 50), radius: 20)]) - 1256.6) < 6)
        let square = [Spot(x: 5.25, y: 5), Spot(x: 5.75, y: 5), Spot(x: 5.75, y: 9), Spot(x: 5.25, y: 9)]
        #expect(abs(area([square]) - 2) < 0.01)
    }

    @Test func whatLiesBesideThePageDoesNotCount() {
        let square = [Spot(x: -10, y: -10), Spot(x: 10, y: -10), Spot(x: 10, y: 10), Spot(x: -10, y: 10)]
        #expect(abs(area([square]) - 100) < 0.01)
        let right = [Spot(x: 90, y: 90), Spot(x: 120, y: 90), Spot(x: 120, y: 120), Spot(x: 90, y: 120)]
        #expect(abs(area([right]) - 100) < 0.01)
        let away = [Spot(x: 300, y: 300), Spot(x: 310, y: 300), Spot(x: 310, y: 310)]
        #expect(area([away]) == 0)
    }

    @Test func overlapsAreCoveredOnce() {
        let square = [Spot(x: 10, y: 10), Spot(x: 20, y: 10), Spot(x: 20, y: 20), Spot(x: 10, y: 20)]
        #expect(abs(area([square, square]) - 100) < 0.01)
    }

    @Test func dashesAndGapsAreEquallyLong() {
        let line = [Spot(x: 0, y: 50), Spot(x: 80, y: 50)]
        let dashed = Stroke.polygons(line, Pen(color: .black, width: 2, dash: 4), scale: 1)
        #expect(dashed.count == 10)
        #expect(abs(area(dashed) - 80) < 0.1)
    }

    @Test func everyGlyphIsInTheTable() {
        for value in 0x21...0x7E {
            let glyph = Glyphs.glyph(Character(Unicode.Scalar(UInt8(value))))
            #expect(!glyph.contours.isEmpty, "U+\(String(value, radix: 16))")
            #expect(glyph.advance > 50 && glyph.advance < 300)
        }
        let box = Glyphs.glyph("\u{F8FF}")
        for letter in "éüßαθσ∇−×²≤→" {
            #expect(Glyphs.glyph(letter).contours != box.contours, "\(letter)")
        }
    }

    @Test func widthsAreThoseOfDejaVuSans() {
        // 1303, 569 and 1255 of 2048 units, from the font's own table.
        #expect(abs(Glyphs.width("0", size: 2048) - 1303) < 8)
        #expect(abs(Glyphs.width("i", size: 2048) - 569) < 8)
        #expect(abs(Glyphs.width("0ia", size: 2048) - (1303 + 569 + 1255)) < 20)
    }

    @Test func brailleDotsHaveTheirPlaceInUnicodesOrder() {
        var dots = DotCanvas(columns: 1, rows: 1)
        dots.set(0, 0)
        #expect(DotCanvas.scalar(dots.masks[0], .unicode) == "⠁")
        dots.set(1, 3)
        #expect(DotCanvas.scalar(dots.masks[0], .unicode) == "⢁")
        for x in 0..<2 { for y in 0..<4 { dots.set(x, y) } }
        #expect(DotCanvas.scalar(dots.masks[0], .unicode) == "⣿")
        dots.set(-1, 0)
        dots.set(2, 4)
    }

    @Test func asciiTellsUpperFromLowerDots() {
        #expect(DotCanvas.scalar(0x01, .ascii) == "'")
        #expect(DotCanvas.scalar(0x80, .ascii) == ".")
        #expect(DotCanvas.scalar(0xFF, .ascii) == ":")
        #expect(DotCanvas.scalar(0, .ascii) == " ")
    }

    @Test func linesAreCutAtTheEdges() throws {
        let crossing = try #require(Clipping.clip(Segment(x0: -1, y0: -1, x1: 2, y1: 2)))
        #expect(abs(crossing.x0) < 1e-12 && abs(crossing.y1 - 1) < 1e-12)
        #expect(Clipping.clip(Segment(x0: -1, y0: 0, x1: 0, y1: 2)) == nil)
        #expect(Clipping.clip(Segment(x0: 0.5, y0: 0.5, x1: 0.5, y1: 0.5)) != nil)
        #expect(Clipping.clip(Segment(x0: .nan, y0: 0, x1: 1, y1: 1)) == nil)
    }
}
