import Foundation
import Testing

@testable import Plots

@Suite struct LayoutTests {
    private func labels(_ range: ClosedRange<Double>, _ limit: Int) -> [String] {
        Ticks.linear(range, atMost: limit).map(\.label)
    }

    @Test func ticksAreRound() {
        #expect(labels(0...1, 5) == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
        #expect(labels(-2.4...2.4, 5) == ["-2", "-1", "0", "1", "2"])
        #expect(labels(0...3000, 6) == ["0", "500", "1000", "1500", "2000", "2500", "3000"])
        #expect(labels(0.0012...0.0031, 4) == ["0.0015", "0.0020", "0.0025", "0.0030"])
    }

    @Test func ticksOfVeryLargeAndVerySmallNumbersStayShort() {
        #expect(labels(0...3e7, 3) == ["0", "1e7", "2e7", "3e7"])
        #expect(labels(0...5e-8, 3).allSatisfy { $0.count <= 6 })
        #expect(labels(-1e99...1e99, 4) == ["-1.0e99", "-0.5e99", "0", "0.5e99", "1.0e99"])
    }

    @Test func ticksOfANarrowRangeFarFromZeroDiffer() {
        let ticks = labels(1_000_000...1_000_010, 5)
        #expect(Set(ticks).count == ticks.count)
        #expect(ticks.contains("1000002"))
    }

    @Test func aLogarithmicAxisHasPowersOfTen() {
        #expect(Ticks.logarithmic(0.0005...2, atMost: 6).map(\.label) == ["0.001", "0.01", "0.1", "1"])
        #expect(Ticks.logarithmic(1e-12...1, atMost: 4).count <= 5)
        #expect(Ticks.logarithmic(1.5...60, atMost: 8).map(\.label) == ["2", "5", "10", "20", "50"])
        #expect(Ticks.logarithmic(2...3, atMost: 3).map(\.label) == ["2.0", "2.5", "3.0"])
    }

    @Test func aRangeIsNeverEmpty() {
        var nothing = DataRange()
        nothing.include([.nan, .infinity, 1e200])
        #expect(nothing.padded(by: 0.05) == 0...1)
        var same = DataRange()
        same.include([7, 7, 7])
        #expect(same.padded(by: 0.05) == 6.3...7.7)
        var zero = DataRange()
        zero.include(0)
        #expect(zero.padded(by: 0) == -1...1)
        var tiny = DataRange(isLogarithmic: true)
        tiny.include([-1, 0, Double.leastNonzeroMagnitude])
        #expect(tiny.padded(by: 0.05).lowerBound > 0)
    }

    @Test func histogramsCountWhatNumpyCounts() {
        // numpy.histogram([1, 2, 2, 3, 5, 8], bins=4, range=(0, 8)) is [1, 3, 1, 1]: the last bin is closed.
        let bins = Bins(
            Histogram(
                groups: [[1, 2, 2, 3, 5, 8, 9, .nan]], labels: [], bins: 4, range: 0...8, isDensity: false))
        #expect(bins.heights == [[1, 3, 1, 1]])
        #expect(bins.outside == 1)
        // The same with density=True, over six values in bins of width 2.
        let density = Bins(
            Histogram(groups: [[1, 2, 2, 3, 5, 8]], labels: [], bins: 4, range: 0...8, isDensity: true))
        for (height, expected) in zip(density.heights[0], [1.0, 3, 1, 1]) {
            #expect(abs(height - expected / 12) < 1e-12)
        }
    }

    @Test func theNumberOfBinsFollowsFreedmanAndDiaconis() {
        // 1000 evenly spread values over 0...1: quartiles 0.5 apart, so width 2 · 0.5 / 10 = 0.1.
        let even = (0..<1000).map { Double($0) / 999 }
        let bins = Bins(Histogram(groups: [even], labels: [], bins: nil, range: nil, isDensity: false))
        #expect((10...11).contains(bins.count))
        let same = Bins(Histogram(groups: [[3, 3, 3]], labels: [], bins: nil, range: nil, isDensity: false))
        #expect(same.heights[0].reduce(0, +) == 3)
        let none = Bins(Histogram(groups: [[]], labels: [], bins: nil, range: nil, isDensity: true))
        #expect(none.heights[0].allSatisfy { $0 == 0 })
    }

    @Test func aContourIsWhereTheLevelIs() throws {
        let grid = try Grid(x: -2...2, y: -2...2, columns: 80, rows: 80) { x, y in x * x + y * y }
        let lines = Contour.lines(of: grid, at: 1)
        #expect(lines.count == 1)
        let circle = try #require(lines.first)
        #expect(circle.first == circle.last)
        for spot in circle { #expect(abs((spot.x * spot.x + spot.y * spot.y).squareRoot() - 1) < 0.002) }
        let length = zip(circle, circle.dropFirst()).reduce(0.0) { sum, pair in
            let (dx, dy) = (pair.1.x - pair.0.x, pair.1.y - pair.0.y)
            return sum + (dx * dx + dy * dy).squareRoot()
        }
        #expect(abs(length - 2 * Double.pi) < 0.01)
    }

    @Test func aContourRunsToTheEdgeAndAvoidsHoles() throws {
        let slope = try Grid(x: 0...1, y: 0...1, columns: 10, rows: 10) { x, _ in x }
        let lines = Contour.lines(of: slope, at: 0.5)
        #expect(lines.count == 1)
        #expect(lines.first?.map(\.y).min() == 0 && lines.first?.map(\.y).max() == 1)
        let holed = try Grid(x: 0...1, y: 0...1, columns: 10, rows: 10) { x, y in y > 0.6 ? .nan : x }
        #expect(Contour.lines(of: holed, at: 0.5).joined().allSatisfy { $0.y <= 0.6 })
        #expect(Contour.lines(of: slope, at: 7).isEmpty)
    }

    @Test func aSaddleHasTwoLines() throws {
        let saddle = try Grid(values: [1, 0, 0, 1], columns: 2, rows: 2, x: 0...2, y: 0...2)
        #expect(Contour.lines(of: saddle, at: 0.4).count == 2)
        #expect(Contour.lines(of: saddle, at: 0.6).count == 2)
    }

    @Test func scalesOfHeatMapsAreFixedOrPrinted() throws {
        let grid = try Grid(matrix: [-3, 1, 2, .nan], rows: 2, columns: 2)
        func field(_ scale: ColorScale) -> HeatField {
            HeatField(Heatmap(grid: grid, scale: scale, contour: nil, label: nil))
        }
        #expect(field(.probability).range == 0...1)
        #expect(field(.symmetric()).range == -3...3)
        #expect(field(.symmetric(limit: 5)).range == -5...5)
        #expect(field(.automatic).range == -3...2)
        #expect(field(.range(0...10)).range == 0...10)
        #expect(field(.automatic).missing == 1)
        #expect(try Figure.heatmap(grid, scale: .symmetric()).text().contains("−3"))
    }

    @Test func theFirstRowOfAMatrixIsAtTheTop() throws {
        let text = try Figure.heatmap(Grid(matrix: [1, 1, 0, 0], rows: 2, columns: 2), scale: .range(0...1))
            .text()
        let lines = text.split(separator: "\n")
        #expect(lines[0].contains("█"))
        #expect(!lines[lines.count - 4].contains("█"))
    }

    @Test func imagesFillTheirRows() {
        #expect(ImageRows(count: 10, columns: nil, widest: 100).columns == 5)
        #expect(ImageRows(count: 64, columns: nil, widest: 100).columns == 8)
        #expect(ImageRows(count: 24, columns: nil, widest: 100).columns == 6)
        #expect(ImageRows(count: 7, columns: 3, widest: 100).rows == 3)
        #expect(ImageRows(count: 1, columns: nil, widest: 100).columns == 1)
    }

    @Test func imagesShrinkToMeansAndGrowToSquaresOrBlends() throws {
        let raster = try Raster(width: 2, height: 2, values: [0, 1, 1, 0])
        #expect(ImageSampler(raster, .nearest).color(0, 0, 1, 1) == Color(0x808080))
        #expect(ImageSampler(raster, .nearest).color(0.3, 0, 0.4, 0.1) == Color(0x000000))
        #expect(ImageSampler(raster, .smooth).color(0.45, 0.45, 0.55, 0.55) == Color(0x808080))
        let broken = try Raster(width: 1, height: 1, values: [.nan])
        #expect(ImageSampler(broken, .nearest).color(0, 0, 1, 1) == nil)
        let loud = try Raster(width: 2, height: 1, values: [.infinity, -7])
        #expect(ImageSampler(loud, .nearest).color(0, 0, 0.5, 1) == .white)
        #expect(ImageSampler(loud, .nearest).color(0.5, 0, 1, 1) == .black)
    }

    @Test func longCurvesAreThinnedWithoutLosingTheirPeaks() throws {
        var y = [Double](repeating: 0, count: 100_000)
        y[54_321] = 9
        y[54_322] = -9
        let points = try Points(x: y.indices.map(Double.init), y: y)
        let x = Scale(range: 0...100_000)
        let pieces = CurvePieces.pieces(points, x, Scale(range: -10...10), columns: 100)
        #expect(pieces.count == 1 && pieces[0].count <= 400)
        #expect(pieces[0].contains { $0.y > 0.9 } && pieces[0].contains { $0.y < 0.1 })
    }
}
