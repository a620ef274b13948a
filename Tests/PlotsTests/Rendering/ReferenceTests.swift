import Foundation
import FoundationXML
import Testing
import Text

@testable import Plots

@Suite struct ReferenceTests {
    @Test func everyKindOfFigureInPlainTextOf80Columns() throws {
        for (name, figure) in try Samples.all() { try Reference.check(figure.text(width: 80), "\(name).txt") }
    }

    @Test func everyKindOfFigureInAscii() throws {
        for (name, figure) in try Samples.all() {
            let text = figure.painted(width: 60, style: TextStyle(.ascii)).string
            #expect(text.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) }, "\(name)")
            try Reference.check(text, "\(name).ascii.txt")
        }
    }

    @Test func everyKindOfFigureInTwentyColumns() throws {
        for (name, figure) in try Samples.all() {
            try Reference.check(figure.text(width: 20), "\(name).20.txt")
        }
    }

    @Test func figuresInTheColorsOfTerminals() throws {
        let colors: [(String, ColorDepth)] = [
            ("true", .trueColor), ("256", .ansi256), ("16", .ansi16),
        ]
        for (name, figure) in try Samples.all()
        where ["overlay", "histogram", "images", "lines"].contains(name) {
            for (depth, color) in colors {
                let text = figure.painted(width: 50, style: TextStyle(.unicode, colors: color)).string
                try Reference.check(text, "\(name).\(depth).txt")
            }
        }
    }

    @Test func theLiveViewIn24Lines() throws {
        try Reference.check(Samples.live().text(width: 80, height: 23), "live.24.txt")
    }

    @Test func everyKindOfFigureAsSVG() throws {
        for (name, figure) in try Samples.all() {
            let svg = figure.svg(width: 480)
            #expect(throws: Never.self, "\(name)") { try XMLDocument(xmlString: svg) }
            try Reference.check(svg, "\(name).svg")
        }
    }

    @Test func everyKindOfFigureAsPNG() throws {
        for (name, figure) in try Samples.all() {
            try Reference.check(png: figure.png(width: 480, scale: 1), "\(name).png")
        }
    }
}
