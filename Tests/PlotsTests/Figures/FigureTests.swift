import Testing
import Text

@testable import Plots

@Suite struct FigureTests {
    private func error(_ body: () throws -> some Any) -> Mistake? {
        do {
            _ = try body()
            return nil
        } catch {
            return error as? Mistake
        }
    }

    private func expect(
        _ construct: String, _ problem: String, _ note: String, argument: Int? = nil,
        sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> some Any
    ) {
        let expected = Mistake(construct: construct, problem: problem, note: note, argument: argument)
        #expect(error(body) == expected, sourceLocation: sourceLocation)
    }

    @Test func mistakesAreNamedWithTheirNumbers() {
        expect("points", "x and y differ in length", "x has 2 values and y has 1 value") {
            try Points(x: [1, 2], y: [1])
        }
        expect("points", "a coordinate is missing", "points need two numbers each, and there are 3 numbers") {
            try Points(rows: [1, 2, 3])
        }
        expect("scatter", "there is nothing to draw", "give at least one set of points") {
            try Figure.scatter([])
        }
        expect("line", "x and a series differ in length", "x has 3 values and {1} has 2 values", argument: 1)
        {
            try Figure.line([[1, 2, 3], [1, 2]], x: [0, 1, 2])
        }
        expect(
            "line", "the labels do not match the series",
            "there is 1 label for 2 series: give one for each, or none"
        ) { try Figure.line([[1], [2]], labels: ["a"]) }
        expect(
            "mesh", "the points do not fill the rows and columns",
            "{0} has 4 points, and 3 rows of 2 columns take 6", argument: 0
        ) { try Figure.mesh(Points(x: [1, 2, 3, 4], y: [1, 2, 3, 4]), rows: 3, columns: 2) }
        expect("scatter", "opacity goes from 0 to 1", "it is 1.5") {
            try Figure.scatter([Points(x: [], y: [])], opacity: 1.5)
        }
        expect("scatter", "size is a factor above 0, at most 20", "it is nan") {
            try Figure.scatter([Points(x: [], y: [])], size: .nan)
        }
        expect("histogram", "bins goes from 1 to 10000", "it is 0") { try Figure.histogram([[1]], bins: 0) }
        expect("histogram", "range is empty", "it begins and ends at 2") {
            try Figure.histogram([[1]], range: 2...2)
        }
        expect(
            "heatmap", "the values do not fill the grid", "2 rows of 3 columns hold 6 values, and there are 5"
        ) {
            try Grid(matrix: [1, 2, 3, 4, 5], rows: 2, columns: 3)
        }
        expect("heatmap", "the grid has no sensible size", "0 columns by 5 rows: ask for 1 to 4000 of each") {
            try Grid.centers(x: 0...1, y: 0...1, columns: 0, rows: 5)
        }
        expect("heatmap", "x has no end", "both ends of x must be finite numbers") {
            try Grid.centers(x: 0 ... .infinity, y: 0...1, columns: 2, rows: 2)
        }
        expect("heatmap", "the limit of the colors is a number above 0", "it is -1") {
            try Figure.heatmap(Grid(matrix: [1], rows: 1, columns: 1), scale: .symmetric(limit: -1))
        }
        expect("images", "an image has 1 channel (gray) or 3 (red, green, blue)", "this one has 2") {
            try Raster(width: 1, height: 1, channels: 2, values: [1, 2])
        }
        expect(
            "images", "the values do not fill the image",
            "2 × 2 pixels of 3 channels are 12 values, and there are 4"
        ) { try Raster(width: 2, height: 2, channels: 3, values: [1, 2, 3, 4]) }
        expect("images", "an image needs at least one pixel", "this one is 0 wide and 4 high") {
            try Raster(width: 0, height: 4, values: [])
        }
        expect(
            "arrows", "there must be one vector for each point", "{0} has 1 point and {1} has 2 vectors",
            argument: 1
        ) { try Figure.arrows(Points(x: [0], y: [0]), Points(x: [0, 1], y: [0, 1])) }
        expect("bars", "names and bars differ", "{0} has 1 value and there are 2 names", argument: 0) {
            try Figure.bars([[1]], names: ["a", "b"])
        }
        expect("bars", "the series differ in length", "{1} has 1 value and {0} has 2", argument: 1) {
            try Figure.bars([[1, 2], [1]])
        }
        expect("rule", "a rule needs a finite place", "it is inf") { try Figure.rule(y: .infinity) }
        expect(
            "plot", "only figures with axes can lie over each other",
            "{1} is a figure: 1 bar: show it by itself or side by side", argument: 1
        ) { try Figure.layered([Figure.line([[1]]), Figure.bars([[1]])]) }
        expect("row", "there is nothing to draw", "give at least one figure") { try Figure.row([]) }
    }

    @Test func layersKeepTheFirstTitleAndAllRequests() throws {
        var one = try Figure.line([[1, 2]], xLabel: "step")
        one.yAxis.range = 0...3
        let two = try Figure.line([[2, 1]], logX: true, title: "both", yLabel: "loss")
        let plot = try Figure.layered([one, two])
        #expect(plot.title == "both")
        #expect(plot.xAxis.label == "step" && plot.yAxis.label == "loss")
        #expect(plot.yAxis.range == 0...3 && plot.xAxis.isLogarithmic)
        #expect(plot.summary == "a figure: line")
        #expect(try Samples.overlay().summary == "a figure: heatmap over scatter")
    }

    @Test func unitsAreEqualForPointsInAPlaneOnly() throws {
        #expect(try Samples.scatter().hasEqualAspect)
        #expect(try Samples.overlay().hasEqualAspect)
        #expect(try !Figure.layered([Figure.line([[1, 2]]), Samples.scatter()]).hasEqualAspect)
        #expect(try !Figure.scatter([Points(x: [1], y: [1])], hasEqualAspect: false).hasEqualAspect)
    }

    @Test func theSameNameHasTheSameStyleInEveryLayer() throws {
        let points = try Points(x: [1, 2], y: [1, 2])
        let figure = try Figure.layered([
            .scatter([points, points], labels: ["a", "b"]), .line([[1, 2]], labels: ["b"]),
        ])
        guard case .plot(let layers) = figure.content else { return #expect(Bool(false)) }
        let chart = Chart(layers, of: figure)
        #expect(chart.legend.map(\.label) == ["a", "b"])
        let curve = try #require(chart.marks[2] as? CurveMark)
        #expect(curve.series.index == 1)
    }

    @Test func planesBecomeInterleavedPixels() throws {
        let planes: [Float] = [1, 2, 3, 4, 5, 6].map { $0 / 10 }
        let raster = try Raster(width: 2, height: 1, channels: 3, planes: planes)
        #expect(raster.values == [0.1, 0.3, 0.5, 0.2, 0.4, 0.6])
    }

    @Test func centersAreRowByRowFromTheBottom() throws {
        let points = try Grid.centers(x: 0...4, y: 0...2, columns: 2, rows: 2)
        #expect(points.x == [1, 3, 1, 3])
        #expect(points.y == [0.5, 0.5, 1.5, 1.5])
    }

    @Test func theLongestArrowAndTheFactorArePrinted() throws {
        let text = try Samples.arrows().text()
        #expect(text.contains("arrows are drawn 5 times as long; the longest is 0.08485"))
        let still = try Figure.arrows(Points(x: [0], y: [0]), Points(x: [0], y: [0]))
        #expect(still.text().contains("all arrows have length 0"))
        let plain = try Figure.arrows(Points(x: [0], y: [0]), Points(x: [1], y: [0]), scale: 1)
        #expect(plain.text().contains("arrows are drawn to scale; the longest is 1"))
    }

    @Test func whatCannotBeDrawnIsCounted() throws {
        #expect(try Samples.holes().text().contains("3 points are not finite and not drawn"))
        let log = try Figure.line([[0, 1, 10]], logY: true).text()
        #expect(log.contains("1 point is not positive and has no place on a logarithmic axis"))
        let outside = try Figure.histogram([[1, 2, 30]], range: 0...10).text()
        #expect(outside.contains("1 value lies outside the bins"))
        #expect(try Samples.empty().text().contains("no data"))
    }
}
