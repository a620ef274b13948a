/// Values of a heat map as cells.
enum TextHeat {
    static func shades(_ characters: TextStyle.Characters) -> [Unicode.Scalar] {
        characters == .ascii
            ? [" ", ".", ":", "-", "=", "+", "*", "#", "%", "@"] : [" ", "░", "▒", "▓", "█"]
    }

    static func shade(_ share: Double, _ characters: TextStyle.Characters) -> Unicode.Scalar {
        let ramp = shades(characters)
        guard share > 0 else { return ramp[0] }
        return ramp[min(Int(min(share, 1) * Double(ramp.count)), ramp.count - 1)]
    }

    /// A cell whose halves show two values; nil is a value that cannot be drawn.
    static func cell(_ field: HeatField, upper: Double?, lower: Double?, _ style: TextStyle) -> GridCell {
        switch style.colors {
        case .trueColor, .ansi256:
            func color(_ value: Double?) -> Color {
                guard let share = value.map(field.share) else { return ChartColor.missing }
                return style.colors == .ansi256 ? field.map.paletteColor(share) : field.map.color(share)
            }
            if style.characters == .ascii { return GridCell(ground: color(middle(field, upper, lower))) }
            let (top, bottom) = (color(upper), color(lower))
            return top == bottom ? GridCell(ground: top) : GridCell(scalar: "▀", ink: top, ground: bottom)
        case .ansi16, .none:
            guard let value = middle(field, upper, lower) else { return GridCell(scalar: "?") }
            let share = field.share(value)
            // Sixteen colors have no gradients: the hue tells the side of the middle, the shade how far from it.
            if style.colors == .ansi16 && field.map.isDiverging {
                let side = SeriesStyle(index: share < 0.5 ? 1 : 0).color
                // Full blocks of a terminal's red would drown what lies over them.
                return GridCell(scalar: shade(min(abs(share - 0.5) * 2, 0.79), style.characters), ink: side)
            }
            return GridCell(scalar: shade(share, style.characters))
        }
    }

    /// One value for both halves. Between two entries of a matrix there is nothing.
    private static func middle(_ field: HeatField, _ upper: Double?, _ lower: Double?) -> Double? {
        guard let upper, let lower, !field.grid.isMatrix else { return upper ?? lower }
        return (upper + lower) / 2
    }
}
