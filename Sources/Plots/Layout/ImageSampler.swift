/// An image at another size.
struct ImageSampler {
    private let raster: Raster
    private let scaling: ImageScaling

    init(_ raster: Raster, _ scaling: ImageScaling) {
        self.raster = raster
        self.scaling = scaling
    }

    /// The colour of a rectangle given by shares of the width and height: the mean of what it covers when that is
    /// several pixels, otherwise the pixel, or a blend of the nearest four. Nil where a value is not a number.
    func color(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> Color? {
        let (x0, x1) = (left * Double(raster.width), right * Double(raster.width))
        let (y0, y1) = (top * Double(raster.height), bottom * Double(raster.height))
        if x1 - x0 > 1.001 || y1 - y0 > 1.001 { return mean(x0, y0, x1, y1) }
        let (x, y) = ((x0 + x1) / 2, (y0 + y1) / 2)
        if scaling == .nearest { return pixel(Int(x), Int(y)).color }
        let (column, row) = (max(x - 0.5, 0), max(y - 0.5, 0))
        let (i, j) = (Int(column), Int(row))
        let (u, v) = (Float(column) - Float(i), Float(row) - Float(j))
        let upper = pixel(i, j).blended(with: pixel(i + 1, j), u)
        return upper.blended(with: pixel(i, j + 1).blended(with: pixel(i + 1, j + 1), u), v).color
    }

    private struct Pixel {
        var red: Float
        var green: Float
        var blue: Float

        func blended(with other: Pixel, _ share: Float) -> Pixel {
            Pixel(
                red: red + (other.red - red) * share, green: green + (other.green - green) * share,
                blue: blue + (other.blue - blue) * share)
        }

        mutating func add(_ other: Pixel, weight: Float) {
            red += other.red * weight
            green += other.green * weight
            blue += other.blue * weight
        }

        var color: Color? {
            red.isNaN || green.isNaN || blue.isNaN ? nil : Color(red: red, green: green, blue: blue)
        }
    }

    private func pixel(_ x: Int, _ y: Int) -> Pixel {
        let place = (min(max(y, 0), raster.height - 1) * raster.width + min(max(x, 0), raster.width - 1))
        func channel(_ index: Int) -> Float {
            let value = raster.values[place * raster.channels + index]
            return value.isNaN ? .nan : min(max(value, 0), 1)
        }
        let red = channel(0)
        return raster.channels == 1
            ? Pixel(red: red, green: red, blue: red) : Pixel(red: red, green: channel(1), blue: channel(2))
    }

    private func mean(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> Color? {
        var sum = Pixel(red: 0, green: 0, blue: 0)
        var area: Float = 0
        for y in Int(y0)...max(Int(y0), min(Int(y1.rounded(.up)) - 1, raster.height - 1)) {
            let high = Float(min(y1, Double(y) + 1) - max(y0, Double(y)))
            for x in Int(x0)...max(Int(x0), min(Int(x1.rounded(.up)) - 1, raster.width - 1)) {
                let weight = high * Float(min(x1, Double(x) + 1) - max(x0, Double(x)))
                guard weight > 0 else { continue }
                sum.add(pixel(x, y), weight: weight)
                area += weight
            }
        }
        guard area > 0 else { return pixel(Int(x0), Int(y0)).color }
        return Pixel(red: sum.red / area, green: sum.green / area, blue: sum.blue / area).color
    }
}
