import Foundation
import Testing
import Text

@testable import Plots

@Suite struct TextTests {
    static let styles = [
        TextStyle.plain, TextStyle(.ascii), TextStyle(.unicode, colors: .ansi16),
        TextStyle(.unicode, colors: .ansi256), TextStyle(.unicode, colors: .trueColor),
        TextStyle(.ascii, colors: .trueColor),
    ]

    /// The text without its escape sequences.
    static func bare(_ text: String) -> String {
        var result = ""
        var isEscape = false
        for character in text {
            if character == "\u{1B}" { isEscape = true }
            if !isEscape { result.append(character) }
            if isEscape && character == "m" { isEscape = false }
        }
        return result
    }

    @Test func aHeightIsKeptExactlyAndAWidthNeverExceeded() throws {
        for (name, figure) in try Samples.all() {
            for style in [TextStyle.plain, TextStyle(.ascii), TextStyle(.unicode, colors: .trueColor)] {
                for width in [1, 20, 37, 80] {
                    for height in [1, 2, 5, 24] {
                        let lines = TextTests.bare(
                            figure.painted(width: width, height: height, style: style).string
                        )
                        .split(separator: "\n", omittingEmptySubsequences: false)
                        #expect(lines.count == height, "\(name) at \(width) × \(height)")
                        let longest = lines.map(\.count).max() ?? 0
                        #expect(longest <= max(width, 16), "\(name) at \(width) × \(height)")
                    }
                }
            }
        }
    }

    @Test func everyLineEndsWithTheTerminalsOwnColors() throws {
        let style = TextStyle(.unicode, colors: .trueColor)
        for (name, figure) in try Samples.all() {
            for line in figure.painted(style: style).string.split(separator: "\n")
            where line.contains("\u{1B}") {
                let last = line.range(of: "\u{1B}[", options: .backwards).map { line[$0.lowerBound...] } ?? ""
                #expect(last.hasPrefix("\u{1B}[0m"), "\(name)")
            }
        }
    }

    @Test func withoutColorThereAreNoEscapeSequences() throws {
        for (name, figure) in try Samples.all() {
            #expect(!figure.painted(style: .plain).string.contains("\u{1B}"), "\(name)")
        }
    }

    @Test func labelsCannotReachTheTerminal() throws {
        let figure = try Figure.line(
            [[1, 2]], labels: ["a\u{1B}[2Jb\nc\u{7F}d\u{9B}e"], title: "x\r\u{202E}y")
        let text = figure.text()
        #expect(text.hasPrefix("x␍\\u{202e}y\n"))
        #expect(text.contains("a␛[2Jb c␡d\\u{9b}e"))
        let svg = figure.svg()
        #expect(!(text + svg).unicodeScalars.contains { $0.isObeyed && $0 != "\n" })
    }

    @Test func labelsWithEmojiLineUp() throws {
        let names = ["🚀 go", "⌚ on", "❤️ ok", "🇩🇪 flag", "👨‍👩‍👧 three", "plain"]
        let figure = try Figure.bars([[3, 5, 4, 2, 1, 6]], names: names)
        let columns = figure.text().split(separator: "\n").compactMap { line in
            line.firstIndex(of: "│").map { displayWidth(line[..<$0]) }
        }
        #expect(columns.count == names.count && Set(columns).count == 1, "\(columns)")
        for name in names { #expect(figure.text().contains(name)) }
    }

    @Test func charactersAreDrawnWhole() throws {
        let names = ["cafe\u{301}", "na\u{EF}ve", "🇺🇦🇩🇪", "👩🏽‍🔬", "n\u{303}\u{332}"]
        let figure = try Figure.bars([[1, 2, 3, 4, 5]], names: names, title: "e\u{301}e\u{301}")
        for text in [
            figure.text(), figure.painted(style: TextStyle(.unicode, colors: .trueColor)).string,
            figure.svg(),
        ] {
            for name in names + ["e\u{301}e\u{301}"] {
                #expect(text.unicodeScalars.contains(name.unicodeScalars), "\(name)")
            }
        }
        #expect(figure.text(.ascii).contains("cafe") && figure.text(.ascii).contains("????") == false)
        #expect(Glyphs.width("e\u{301}", size: 12) == Glyphs.width("\u{E9}", size: 12))
    }

    @Test func wideLettersTakeTwoCells() throws {
        let cells = CellText.cells("损失 loss", .unicode)
        #expect(CellText.width(cells) == 9)
        #expect(CellText.width(CellText.cut(cells, .unicode, width: 6)) <= 6)
        let figure = try Figure.line([[1, 2]], labels: ["损失"], title: "训练损失训练损失训练损失")
        #expect(figure.text(width: 16).split(separator: "\n")[0] == "训练损失训练损失")
    }

    @Test func withoutUnicodeOtherLettersBecomeTheNearestSign() throws {
        let figure = try Figure.line([[-1, 2]], title: "−1 × “é”")
        let text = figure.painted(style: TextStyle(.ascii)).string
        #expect(text.hasPrefix("-1 x \"?\""))
    }

    @Test func theMostNumerousGroupOfACellIsShown() throws {
        let crowd = try Points(x: [0, 0, 0, 1], y: [0, 0, 0, 1])
        let few = try Points(x: [0], y: [0])
        let text = try Figure.scatter([crowd, few]).text()
        #expect(!text.contains("×"))
        let other = try Figure.scatter([few, crowd]).text()
        #expect(other.contains("×"))
        #expect(!other.unicodeScalars.contains { (0x2801...0x28FF).contains($0.value) })
    }

    @Test func sideBySideBecomesOneAboveTheOtherWhereThereIsNoRoom() throws {
        let one = try Figure.line([[1, 2]], title: "first")
        let two = try Figure.line([[2, 1]], title: "second")
        let row = try Figure.row([one, two])
        #expect(row.text(width: 80).split(separator: "\n")[0].contains("second"))
        let narrow = row.text(width: 40).split(separator: "\n")
        #expect(narrow[0] == "first")
        #expect(narrow.contains("second"))
    }

    @Test func moreThanFitBesideEachOtherStandInRowsOfTheSameWidth() throws {
        let figures = try ["first", "second", "third"].map { try Figure.line([[1, 2]], title: $0) }
        let lines = try Figure.row(figures).text(width: 80, height: 20).split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 20)
        #expect(lines[0].hasPrefix("first") && lines[0].contains("second"))
        #expect(lines[10] == "third")
        #expect(lines[11...].allSatisfy { $0.count <= 39 })
        #expect(PanelRows(count: 5, atMost: 4) == PanelRows(count: 5, atMost: 3))
        #expect(PanelRows(count: 5, atMost: 4).ranges(of: 5) == [0..<3, 3..<5])
    }

    @Test func inFewLinesTheSmallPrintGoesFirst() throws {
        var figure = try Samples.lines()
        figure.caption = "small print"
        #expect(figure.text(height: 20).contains("small print"))
        let low = figure.text(height: 9)
        #expect(!low.contains("small print"))
        #expect(low.contains("Two waves"))
        #expect(!figure.text(height: 5).contains("Two waves"))
    }

    @Test func moreImagesThanFitAreCountedOut() throws {
        let raster = try Raster(width: 8, height: 8, values: [Float](repeating: 1, count: 64))
        let many = try Figure.images([Raster](repeating: raster, count: 1000))
        #expect(many.text().contains("the first 400 of 1000 images"))
        #expect(many.svg().contains("the first 400 of 1000 images"))
    }

    @Test func aLabelStandsUnderItsOwnImageAndApartFromTheNextRow() throws {
        let raster = try Raster(width: 2, height: 2, values: [1, 1, 1, 1])
        let figure = try Figure.images([raster, raster], columns: 1, labels: ["one", "two"])
        let lines = figure.painted(style: TextStyle(.ascii)).string.split(
            separator: "\n", omittingEmptySubsequences: false)
        let one = try #require(lines.firstIndex { $0.contains("one") })
        #expect(lines[one - 1].contains("@"))
        #expect(lines[one + 1].isEmpty)
        #expect(lines[one + 2].contains("@"))
        #expect(lines.last?.contains("two") == true)
        #expect(lines[one].first == " ", "the label stands in the middle")
    }

    @Test func entriesOfAMatrixAreOfOneSizeAndNothingStandsBetweenThem() throws {
        let grid = try Grid(matrix: [0, 1, 1, 0, 0, 1], rows: 3, columns: 2)
        for height in [12, 15, 17, 24] {
            let text = try Figure.heatmap(grid).painted(width: 40, height: height, style: TextStyle(.ascii))
                .string
            let rows = text.split(separator: "\n").filter { $0.contains("@") && !$0.contains("|0") }
                .map { $0.drop { $0 != "|" && $0 != "+" }.dropFirst() }
                .filter { row in row.allSatisfy { $0 == " " || $0 == "@" } }
            let kinds = Dictionary(grouping: rows) { $0.hasPrefix("@") }
            let (left, right) = (kinds[true]?.count ?? 0, kinds[false]?.count ?? 0)
            #expect(left > 0 && right == 2 * left, "\(height) lines: \(left) and \(right)")
        }
    }

    @Test func aContourIsDrawnInInkThatCanBeReadWithSixteenColors() throws {
        let grid = try Grid(x: -1...1, y: -1...1, columns: 20, rows: 20) { x, _ in x }
        let figure = try Figure.heatmap(grid, scale: .symmetric(), contour: 0)
        let black = "\u{1B}[30m"
        #expect(!figure.painted(style: TextStyle(.unicode, colors: .ansi16)).string.contains(black))
    }

    @Test func inThePaletteOf256PointsStandOnColorsOfTheHeatMap() throws {
        let grid = try Grid(x: -1...1, y: -1...1, columns: 20, rows: 20) { x, y in x + y }
        let points = try Points(x: [-0.5, 0, 0.5, 0.7], y: [-0.5, 0.1, 0.4, -0.2])
        let figure = try Figure.layered([.heatmap(grid, scale: .symmetric(), contour: 0), .scatter([points])])
        let cells = figure.cells(width: 60, height: 20, style: TextStyle(.unicode, colors: .ansi256)).cells
        let grounds = Set(cells.compactMap { $0.ground })
        #expect(grounds.count > 4 && grounds.isSubset(of: ColorMap.diverging.palette))
    }

    @Test func pointsOverShadesOfSignsAreSignsOfTheirOwn() throws {
        let grid = try Grid(x: -1...1, y: -1...1, columns: 20, rows: 20) { x, y in x * y }
        let figure = try Figure.layered([
            .heatmap(grid), .scatter([Points(x: [0], y: [0])], labels: ["real"]),
        ])
        let text = figure.painted(style: TextStyle(.ascii)).string
        #expect(text.contains(" O real"))
        #expect(text.split(separator: "\n").dropFirst().contains { $0.contains("O") })
    }

    @Test func theAxisOfBarsHasNoGaps() throws {
        let figure = try Figure.bars([[1, 2], [3, 4]], names: ["a", "b"], labels: ["x", "y"])
        let bars = figure.text().split(separator: "\n").dropFirst()
        #expect(bars.count == 5)
        #expect(bars.allSatisfy { $0.contains("│") })
    }
}
