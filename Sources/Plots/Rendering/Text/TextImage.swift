/// One image in a box of cells.
///
/// With many colors a cell shows two of them in the best of its quarters; with few it is dithered in braille dots;
/// in ASCII it is a shade.
struct TextImage {
    private let raster: Raster
    private let sampler: ImageSampler
    private let box: CellBox
    private let style: TextStyle
    /// The image's height in halves of a cell; what is left of the box below it is a gap.
    private let halves: Int

    init(_ raster: Raster, _ scaling: ImageScaling, _ box: CellBox, _ style: TextStyle) {
        self.raster = raster
        sampler = ImageSampler(raster, scaling)
        self.box = box
        self.style = style
        let wanted = Double(box.width) * Double(raster.height) / Double(raster.width)
        halves = min(max(Int(wanted.rounded()), 1), box.height * 2)
    }

    func draw(in grid: inout CellGrid) {
        switch (style.characters, style.colors) {
        case (.unicode, .trueColor), (.unicode, .ansi256): drawQuarters(in: &grid)
        case (.unicode, _): drawDots(in: &grid)
        case (.ascii, _): drawShades(in: &grid)
        }
    }

    /// The color of the part of the image at a place of a raster of `across` by `down`.
    private func color(_ x: Int, _ y: Int, _ across: Int, _ down: Int) -> Color {
        let (w, h) = (Double(across), Double(down))
        return sampler.color(Double(x) / w, Double(y) / h, Double(x + 1) / w, Double(y + 1) / h)
            ?? ChartColor.missing
    }

    // MARK: Quarter blocks

    /// The characters whose ink covers the quarters 1 (upper left), 2 (upper right), 4 (lower left), 8 (lower right).
    private static let quarters: [Unicode.Scalar] = [
        " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
    ]

    private func drawQuarters(in grid: inout CellGrid) {
        for row in 0..<(halves + 1) / 2 {
            let isHalf = row * 2 + 1 == halves
            for column in 0..<box.width {
                let (x, y, across) = (column * 2, row * 2, box.width * 2)
                let (left, right) = (color(x, y, across, halves), color(x + 1, y, across, halves))
                grid[box.x + column, box.y + row] =
                    isHalf
                    ? GridCell(scalar: "▀", ink: left.mixed(with: right, share: 0.5))
                    : TextImage.cell(
                        left, right, color(x, y + 1, across, halves), color(x + 1, y + 1, across, halves))
            }
        }
    }

    /// The cell of two colors nearest to four.
    ///
    /// Each part is drawn in its mean. The squared error of a division is that of all four colors less the squared
    /// sum of each part over its size, so the best division is that for which these are largest.
    private static func cell(_ a: Color, _ b: Color, _ c: Color, _ d: Color) -> GridCell {
        if a == b && a == c && a == d { return GridCell(ground: a) }
        let (a, b, c, d) = (a.vector, b.vector, c.vector, d.vector)
        let all = a + b + c + d
        var best = (gain: -Float.infinity, mask: 1, ink: a)
        // The other eight are these with ink and ground exchanged.
        for mask in 1..<8 {
            var ink = SIMD3<Float>()
            if mask & 1 != 0 { ink += a }
            if mask & 2 != 0 { ink += b }
            if mask & 4 != 0 { ink += c }
            let count = Float(mask.nonzeroBitCount)
            let rest = all - ink
            let gain = (ink * ink).sum() / count + (rest * rest).sum() / (4 - count)
            if gain > best.gain { best = (gain, mask, ink) }
        }
        let count = Float(best.mask.nonzeroBitCount)
        return GridCell(
            scalar: quarters[best.mask], ink: Color(best.ink / count),
            ground: Color((all - best.ink) / (4 - count)))
    }

    // MARK: Dots and shades

    /// Bright parts are dots; the error of each dot is passed on to those beside and below (Floyd and Steinberg).
    private func drawDots(in grid: inout CellGrid) {
        let (across, down) = (box.width * 2, halves * 2)
        var dots = DotCanvas(columns: box.width, rows: box.height)
        var errors = [[Double]](repeating: [Double](repeating: 0, count: across + 2), count: 2)
        for y in 0..<down {
            for x in 0..<across {
                let wanted = brightness(color(x, y, across, down)) + errors[0][x + 1]
                let isSet = wanted >= 0.5
                if isSet { dots.set(x, y) }
                let error = wanted - (isSet ? 1 : 0)
                errors[0][x + 2] += error * 7 / 16
                errors[1][x] += error * 3 / 16
                errors[1][x + 1] += error * 5 / 16
                errors[1][x + 2] += error / 16
            }
            errors = [errors[1], [Double](repeating: 0, count: across + 2)]
        }
        for row in 0..<box.height {
            for column in 0..<box.width where dots.masks[row * box.width + column] != 0 {
                grid[box.x + column, box.y + row] = GridCell(
                    scalar: DotCanvas.scalar(dots.masks[row * box.width + column], .unicode))
            }
        }
    }

    private func drawShades(in grid: inout CellGrid) {
        let down = max((halves + 1) / 2, 1)
        for row in 0..<min(down, box.height) {
            for column in 0..<box.width {
                let color = color(column, row, box.width, down)
                let isPainted = style.colors >= .ansi256
                grid[box.x + column, box.y + row] =
                    isPainted
                    ? GridCell(ground: color) : GridCell(scalar: TextHeat.shade(brightness(color), .ascii))
            }
        }
    }

    private func brightness(_ color: Color) -> Double {
        (0.299 * Double(color.red) + 0.587 * Double(color.green) + 0.114 * Double(color.blue)) / 255
    }
}

extension Color {
    fileprivate var vector: SIMD3<Float> { SIMD3(Float(red), Float(green), Float(blue)) }

    fileprivate init(_ vector: SIMD3<Float>) {
        self.init(
            red: UInt8(vector.x.rounded()), green: UInt8(vector.y.rounded()), blue: UInt8(vector.z.rounded()))
    }
}
