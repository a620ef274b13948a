import Glibc

/// A color in sRGB.
struct Color: Hashable, Sendable {
    var red: UInt8
    var green: UInt8
    var blue: UInt8

    init(_ hex: UInt32) {
        red = UInt8(truncatingIfNeeded: hex >> 16)
        green = UInt8(truncatingIfNeeded: hex >> 8)
        blue = UInt8(truncatingIfNeeded: hex)
    }

    init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// From channels in 0...1; what is not a number counts as 0.
    init(red: Float, green: Float, blue: Float) {
        self.red = Color.byte(red)
        self.green = Color.byte(green)
        self.blue = Color.byte(blue)
    }

    var hex: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }

    static let white = Color(0xFFFFFF)
    static let black = Color(0x000000)

    /// The color at a share of the way to another.
    func mixed(with other: Color, share: Double) -> Color {
        func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
            UInt8(min(max((Double(a) * (1 - share) + Double(b) * share).rounded(), 0), 255))
        }
        return Color(
            red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }

    /// The luminance of WCAG 2, from 0 (black) to 1 (white).
    var luminance: Double {
        0.2126 * Color.linear[Int(red)] + 0.7152 * Color.linear[Int(green)]
            + 0.0722 * Color.linear[Int(blue)]
    }

    /// The contrast of WCAG 2, from 1 (the same) to 21 (black and white).
    func contrast(with other: Color) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// The nearest shade of the same hue that can be read on `ground`.
    func legible(on ground: Color, contrast wanted: Double = 3) -> Color {
        guard contrast(with: ground) < wanted else { return self }
        let end = ground.luminance > 0.18 ? Color.black : Color.white
        for step in 1...5 {
            let shade = mixed(with: end, share: Double(step) * 0.18)
            if shade.contrast(with: ground) >= wanted { return shade }
        }
        return end
    }

    private static func byte(_ value: Float) -> UInt8 {
        value >= 1 ? 255 : value > 0 ? UInt8((value * 255).rounded()) : 0
    }

    private static let linear: [Double] = (0...255).map { byte in
        let share = Double(byte) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
}
