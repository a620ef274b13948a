/// Colors for numbers from 0 to 1, each map legible to the color-blind.
struct ColorMap: Sendable, Equatable {
    /// 256 colors, evenly spaced.
    let table: [Color]
    /// Fewer colors, which xterm's palette of 256 has as they are. The nearest one to each color of the table would
    /// change its hue from step to step.
    let palette: [Color]
    /// Whether the middle is neutral and both ends strong.
    let isDiverging: Bool

    /// Viridis of matplotlib: evenly brighter from dark blue to yellow.
    static let sequential = ColorMap(
        anchors: [
            0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725,
        ],
        palette: [
            0x5F005F, 0x5F0087, 0x005F87, 0x008787, 0x00AF87, 0x5FD75F, 0xAFD75F, 0xFFD700,
        ], isDiverging: false)

    /// From the color of the second series (fake) over near white to that of the first (real).
    static let diverging = ColorMap(
        anchors: [
            0xDA8556, 0xE6A680, 0xF0C5AB, 0xF6E0D3, 0xF5F3EF, 0xD8E6F0, 0xB0D0E7, 0x82B5D9, 0x569BCA,
        ],
        palette: [
            0xD7875F, 0xD7AF87, 0xFFAF87, 0xFFD7AF, 0xEEEEEE, 0xAFD7FF, 0x87D7FF, 0x87AFD7, 0x5FAFD7,
        ], isDiverging: true)

    private init(anchors: [UInt32], palette: [UInt32], isDiverging: Bool) {
        self.palette = palette.map { Color($0) }
        self.isDiverging = isDiverging
        table = (0...255).map { index in
            let place = Double(index) / 255 * Double(anchors.count - 1)
            let left = min(Int(place), anchors.count - 2)
            return Color(anchors[left]).mixed(with: Color(anchors[left + 1]), share: place - Double(left))
        }
    }

    /// The color of a share of the way from the lower end to the upper.
    func color(_ share: Double) -> Color {
        table[share >= 1 ? 255 : share > 0 ? Int(share * 255 + 0.5) : 0]
    }

    /// The color of a share among those of xterm's palette.
    func paletteColor(_ share: Double) -> Color {
        palette[share > 0 ? Int(min(share * Double(palette.count), Double(palette.count - 1))) : 0]
    }
}
