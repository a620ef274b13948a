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

    @Test func neighborsDifferInColorAndInShape() {
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

    @Test func colorsOfTheCubeAreTheNearest() {
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

    @Test func thePaletteOf256ShowsHeatMapsInColorsThatItHas() {
        for map in [ColorMap.sequential, ColorMap.diverging] {
            for color in map.palette {
                let shown = TextStyle(.unicode, colors: .ansi256)
                var cells = CellGrid(width: 1, height: 1)
                cells[0, 0] = GridCell(ground: color)
                let code = TerminalColor.cube(color)
                #expect(CellWriter.text(cells, shown.colors).string == "\u{1B}[48;5;\(code)m \u{1B}[0m")
                #expect(ColorTests.color(ofCode: code) == color)
            }
        }
    }

    @Test func inThePaletteOf256HeatMapsGrowBrighterOrSoTowardTheMiddle() {
        let sequential = ColorMap.sequential.palette.map(\.luminance)
        #expect(zip(sequential, sequential.dropFirst()).allSatisfy { $0 < $1 })
        let diverging = ColorMap.diverging.palette.map(\.luminance)
        let middle = diverging.count / 2
        #expect(diverging.count == 2 * middle + 1)
        #expect(zip(diverging[...middle], diverging[1...middle]).allSatisfy { $0 < $1 })
        #expect(zip(diverging[middle...], diverging[(middle + 1)...]).allSatisfy { $0 > $1 })
        #expect(ColorMap.diverging.paletteColor(0.5) == Color(0xEEEEEE))
        #expect(ColorMap.sequential.paletteColor(-1) == ColorMap.sequential.palette[0])
        #expect(ColorMap.sequential.paletteColor(2) == ColorMap.sequential.palette.last)
    }

    /// A color of xterm's palette beyond the first sixteen.
    private static func color(ofCode code: Int) -> Color {
        if code >= 232 {
            let shade = UInt8(8 + (code - 232) * 10)
            return Color(red: shade, green: shade, blue: shade)
        }
        let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
        return Color(
            red: steps[(code - 16) / 36], green: steps[(code - 16) / 6 % 6], blue: steps[(code - 16) % 6])
    }
}
