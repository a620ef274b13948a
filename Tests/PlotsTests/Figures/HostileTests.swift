import Testing

@testable import Plots

/// Numbers a diverged training leaves behind, and worse. Nothing may trap, whatever the rendering.
@Suite struct HostileTests {
    private static let tiny = Double.leastNonzeroMagnitude
    private static let numbers: [[Double]] = [
        [], [0], [5], [-0.0], [.nan], [.infinity, -.infinity], [1e308, -1e308, 0], [1e99, -1e99],
        [tiny, 0, -tiny], [1, 1, 1, 1], [1e15, 1e15 + 1], [3, .nan, 4, 1e200, 5], [tiny * 1e14, 1e-300],
        [0.1, 0.1 + 1e-17, 0.1 + 1e-16], [Double(Float.greatestFiniteMagnitude), 0, 1],
    ]

    private func drawEverywhere(_ figure: Figure) throws {
        for style in TextTests.styles {
            for (width, height) in [(16, nil), (20, 4), (80, nil), (80, 24), (3, 1)] as [(Int, Int?)] {
                #expect(!figure.painted(width: width, height: height, style: style).string.contains("\u{0}"))
            }
        }
        #expect(figure.svg(width: 300).hasSuffix("</svg>\n"))
        #expect(try figure.png(width: 130, height: 90, scale: 1).count > 100)
    }

    @Test func linesAndPoints() throws {
        for y in HostileTests.numbers {
            for other in [y, Array(y.reversed()), y.map { _ in 1.0 }] {
                let points = try Points(x: other, y: y)
                try drawEverywhere(.scatter([points]))
                try drawEverywhere(.scatter([points], hasEqualAspect: false))
                try drawEverywhere(.line([y, other]))
                try drawEverywhere(.line([y], x: other, logX: true, logY: true))
                try drawEverywhere(.arrows(points, Points(x: y, y: other)))
                try drawEverywhere(.path([points, points], isTimed: true))
                if points.count > 0 { try drawEverywhere(.mesh(points, rows: 1, columns: points.count)) }
            }
        }
    }

    @Test func histogramsAndBars() throws {
        for values in HostileTests.numbers {
            try drawEverywhere(.histogram([values, [1, 2]], isDensity: true))
            try drawEverywhere(.histogram([values], bins: 1))
            try drawEverywhere(.bars([values, values.map { -$0 }]))
        }
    }

    @Test func heatMaps() throws {
        for values in HostileTests.numbers where !values.isEmpty {
            let row = try Grid(matrix: values, rows: 1, columns: values.count)
            for scale in [ColorScale.automatic, .probability, .symmetric(), .range(0...1)] {
                try drawEverywhere(.heatmap(row, scale: scale, contour: values[0]))
                let field = try Grid(
                    values: values, columns: 1, rows: values.count, x: 0...1e-9, y: -1e90...1e90)
                try drawEverywhere(.heatmap(field, scale: scale, contour: .nan))
            }
        }
    }

    @Test func axesThatDoNotFitTheData() throws {
        for range in [0...0, 5...6, -1...0, 0 ... .infinity, 1e-300...2e-300] {
            var figure = try Samples.overlay()
            figure.xAxis.range = range
            figure.yAxis = Axis(range: range, isLogarithmic: true, isDownward: true)
            try drawEverywhere(figure)
            var bars = try Samples.density()
            bars.yAxis = Axis(range: range, isLogarithmic: true)
            try drawEverywhere(bars)
        }
    }

    @Test func imagesOfEveryShape() throws {
        for (width, height) in [(1, 1), (1, 300), (300, 1), (5, 7), (513, 2)] {
            let raster = try Raster(
                width: width, height: height,
                values: (0..<width * height).map { $0 % 3 == 0 ? .nan : Float($0) })
            for scaling in [ImageScaling.nearest, .smooth] {
                try drawEverywhere(.images([raster, raster, raster], scaling: scaling))
                try drawEverywhere(.images([raster], columns: 9, labels: ["损失"], scaling: scaling))
            }
        }
    }

    @Test func figuresWithinFigures() throws {
        let line = try Figure.line([[1, 2]])
        var nest = try Figure.row([line, line, line, line, line, line])
        for _ in 0..<4 { nest = try Figure.column([.row([nest, line]), nest]) }
        try drawEverywhere(nest)
    }

    @Test func wordsWithoutEnd() throws {
        let long = String(repeating: "endless", count: 60)
        var figure = try Figure.line([[1, 2]], labels: [long], title: long, xLabel: long, yLabel: long)
        figure.caption = long
        try drawEverywhere(figure)
        try drawEverywhere(.bars([[1]], names: [long], labels: [long], title: long))
    }
}
