/// An image at another size.
struct ImageSampler {
    private let raster: Raster
    private let scaling: ImageScaling

    init(_ raster: Raster, _ scaling: ImageScaling) {
        self.raster = raster
        self.scaling = scaling
    }

    /// The color of a rectangle given by shares of the width and height: the mean of what it covers when that is
    /// several pixels, otherwise the pixel, or a blend of the nearest four. Nil where a value is not a number.
    func color(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> Color? {
        let (x0, x1) = (left * Double(raster.width), right * Double(raster.width))
        let (y0, y1) = (top * Double(raster.height), bottom * Double(raster.height))
        if x1 - x0 > 1.001 || y1 - y0 > 1.001 { return mean(x0, y0, x1, y1) }
        let (x, y) = ((x0 + x1) / 2, (y0 + y1) / 2)
        if scaling == .nearest { return color(pixel(Int(x), Int(y))) }
        let (column, row) = (max(x - 0.5, 0), max(y - 0.5, 0))
        let (i, j) = (Int(column), Int(row))
        let (u, v) = (Float(column) - Float(i), Float(row) - Float(j))
        let upper = pixel(i, j) + (pixel(i + 1, j) - pixel(i, j)) * u
        let lower = pixel(i, j + 1) + (pixel(i + 1, j + 1) - pixel(i, j + 1)) * u
        return color(upper + (lower - upper) * v)
    }

    /// Red, green and blue of a pixel; beyond the edge, of the nearest one.
    private func pixel(_ x: Int, _ y: Int) -> SIMD3<Float> {
        let place = min(max(y, 0), raster.height - 1) * raster.width + min(max(x, 0), raster.width - 1)
        let value =
            raster.channels == 1
            ? SIMD3(repeating: raster.values[place])
            : SIMD3(
                raster.values[place * 3], raster.values[place * 3 + 1], raster.values[place * 3 + 2])
        // Clamping would turn what is not a number into one.
        return value == value ? value.clamped(lowerBound: SIMD3(), upperBound: SIMD3(repeating: 1)) : value
    }

    private func color(_ pixel: SIMD3<Float>) -> Color? {
        pixel == pixel ? Color(red: pixel.x, green: pixel.y, blue: pixel.z) : nil
    }

    private func mean(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> Color? {
        var sum = SIMD3<Float>()
        var area: Float = 0
        for y in Int(y0)...max(Int(y0), min(Int(y1.rounded(.up)) - 1, raster.height - 1)) {
            let high = Float(min(y1, Double(y) + 1) - max(y0, Double(y)))
            for x in Int(x0)...max(Int(x0), min(Int(x1.rounded(.up)) - 1, raster.width - 1)) {
                let weight = high * Float(min(x1, Double(x) + 1) - max(x0, Double(x)))
                guard weight > 0 else { continue }
                sum += pixel(x, y) * weight
                area += weight
            }
        }
        return color(area > 0 ? sum / area : pixel(Int(x0), Int(y0)))
    }
}
