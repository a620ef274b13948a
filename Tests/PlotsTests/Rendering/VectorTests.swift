import Foundation
import FoundationXML
import Testing

@testable import Plots

@Suite struct VectorTests {
    @Test func lettersThatXMLKeepsForItselfAreEscaped() throws {
        let figure = try Figure.line([[1, 2]], labels: ["a < b & \"c\" > d\u{0}"], title: "<script>")
        let svg = figure.svg()
        #expect(svg.contains("a &lt; b &amp; &quot;c&quot; &gt; d"))
        #expect(!svg.contains("<script>"))
        #expect(throws: Never.self) { try XMLDocument(xmlString: svg) }
    }

    @Test func aPictureNamesNothingByIdSoThatManyFitOnOnePage() throws {
        for (name, figure) in try Samples.all() { #expect(!figure.svg().contains(" id="), "\(name)") }
    }

    @Test func sizesAreKept() throws {
        for (name, figure) in try Samples.all() {
            let svg = figure.svg(width: 300, height: 200)
            #expect(svg.contains("width=\"300\" height=\"200\""), "\(name)")
            let png = try Reference.decoded(figure.png(width: 300, height: 200, scale: 3))
            #expect(png.width == 900 && png.height == 600, "\(name)")
        }
    }

    @Test func absurdSizesAreBroughtIntoReason() throws {
        let figure = try Samples.overlay()
        #expect(figure.svg(width: -5, height: 0).contains("width=\"120\" height=\"80\""))
        let png = try Reference.decoded(figure.png(width: 0, height: -1, scale: 0))
        #expect(png.width == 120 && png.height == 80)
    }

    @Test func nothingIsDrawnOutsideThePlot() throws {
        var figure = try Figure.line([[0, 100, 0, -100, 0]])
        figure.yAxis.range = -1...1
        let scene = figure.scene(width: 400, height: 300)
        for case .lines(let lines, let pen) in scene.shapes where pen.color == SeriesStyle(index: 0).color {
            #expect(lines.count == 3)
            for spot in lines.joined() { #expect(spot.y >= 0 && spot.y <= 300) }
        }
    }

    @Test func aPNGHoldsThePixelsItWasGiven() throws {
        var random = Random()
        let bytes = (0..<7 * 5 * 3).map { _ in UInt8(random.uniform() * 256) }
        let read = try Reference.decoded(PNG.encoded(width: 7, height: 5, bytes: bytes))
        #expect(read.width == 7 && read.height == 5)
        #expect(read.bytes == bytes)
    }

    @Test func aPNGOfNoiseStillFits() throws {
        var random = Random()
        let bytes = (0..<300 * 200 * 3).map { _ in UInt8(random.uniform() * 256) }
        #expect(try Reference.decoded(PNG.encoded(width: 300, height: 200, bytes: bytes)).bytes == bytes)
    }
}
