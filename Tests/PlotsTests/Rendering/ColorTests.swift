import Testing

@testable import Plots

@Suite struct ColorTests {
    @Test func everySeriesCanBeReadOnWhiteAndOnBlack() {
        for index in 0..<7 {
            let color = SeriesStyle(index: index).color
            #expect(color.contrast(with: .white) >= 3, "series \(index) on white")
            #expect(color.contrast(with: .black) >= 3, "series \(index) on black")
        }
    }

    @Test func neighboursDifferInColourAndInShape() {
        for index in 0..<12 {
            let (one, next) = (SeriesStyle(index: index), SeriesStyle(index: index + 1))
            #expect(one.color != next.color)
            #expect(one.marker != next.marker)
            #expect(one.terminalCode != next.terminalCode)
        }
    }

    @Test func contrastIsThatOfWCAG() {
        #expect(abs(Color.black.contrast(with: .white) - 21) < 1e-9)
        #expect(abs(Color(0x777777).contrast(with: .white) - 4.478) < 0.001)
    }

    @Test func inkIsChangedUntilItCanBeReadOnItsGround() {
        for map in [ColorMap.diverging, ColorMap.sequential] {
            for ground in map.table {
                for index in 0..<7 {
                    #expect(SeriesStyle(index: index).color.legible(on: ground).contrast(with: ground) >= 3)
                }
            }
        }
        let blue = SeriesStyle(index: 0).color
        #expect(blue.legible(on: .white) == blue)
    }

    @Test func viridisGrowsBrighterThroughout() {
        let luminance = ColorMap.sequential.table.map(\.luminance)
        for (lower, upper) in zip(luminance, luminance.dropFirst()) { #expect(upper >= lower - 0.001) }
        #expect(ColorMap.sequential.color(-1) == Color(0x440154))
        #expect(ColorMap.sequential.color(2) == Color(0xFDE725))
        #expect(ColorMap.sequential.color(.nan) == Color(0x440154))
    }

    @Test func theDivergingMapIsNeutralInTheMiddle() {
        let middle = ColorMap.diverging.color(0.5)
        #expect(abs(Int(middle.red) - Int(middle.blue)) < 10)
        #expect(ColorMap.diverging.color(0).red > ColorMap.diverging.color(0).blue)
        #expect(ColorMap.diverging.color(1).blue > ColorMap.diverging.color(1).red)
    }

    @Test func coloursOfTheCubeAreTheNearest() {
        #expect(TerminalColor.cube(.black) == 16)
        #expect(TerminalColor.cube(.white) == 231)
        #expect(TerminalColor.cube(Color(0xFF0000)) == 196)
        #expect(TerminalColor.cube(Color(0x808080)) == 244)
        #expect(TerminalColor.cube(Color(0x0072B2)) == 25)
    }

    @Test func seriesHaveCodesOfTheirOwnAmongSixteen() {
        #expect(TerminalColor.sixteen(SeriesStyle(index: 0).color) == 94)
        #expect(TerminalColor.sixteen(SeriesStyle(index: 1).color) == 91)
        #expect(TerminalColor.sixteen(.white) == 97)
        #expect(TerminalColor.sixteen(Color(0x000010)) == 30)
    }
}
