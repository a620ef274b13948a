import Text

/// Colors of terminals that do not have them all.
enum TerminalColor {
    /// The numbers by which a terminal knows a color.
    static func codes(_ color: Color, isGround: Bool, _ colors: ColorDepth) -> [Int] {
        switch colors {
        case .none: []
        case .ansi16: [sixteen(color) + (isGround ? 10 : 0)]
        case .ansi256: [isGround ? 48 : 38, 5, cube(color)]
        case .trueColor: [isGround ? 48 : 38, 2, Int(color.red), Int(color.green), Int(color.blue)]
        }
    }

    /// The nearest of xterm's 6 × 6 × 6 cube and 24 grays.
    static func cube(_ color: Color) -> Int {
        let (r, g, b) = (Int(color.red), Int(color.green), Int(color.blue))
        let (levelR, levelG, levelB) = (level(r), level(g), level(b))
        let cubeError =
            square(r - steps[levelR]) + square(g - steps[levelG]) + square(b - steps[levelB])
        let gray = min(max(((r + g + b) / 3 - 3) / 10, 0), 23)
        let shade = 8 + gray * 10
        let grayError = square(r - shade) + square(g - shade) + square(b - shade)
        return grayError < cubeError ? 232 + gray : 16 + levelR * 36 + levelG * 6 + levelB
    }

    /// The code of the nearest of the sixteen colors. The colors of series have codes of their own, because
    /// a terminal's owner may have changed what the codes look like, but hardly which hue they are.
    static func sixteen(_ color: Color) -> Int {
        if let code = SeriesStyle.terminalCode(of: color) { return code }
        var best = (code: 37, error: Int.max)
        for (code, hex) in sixteen {
            let other = Color(hex)
            let error =
                square(Int(color.red) - Int(other.red)) + square(Int(color.green) - Int(other.green))
                + square(Int(color.blue) - Int(other.blue))
            if error < best.error { best = (code, error) }
        }
        return best.code
    }

    private static let steps = [0, 95, 135, 175, 215, 255]

    private static func level(_ value: Int) -> Int { value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40 }

    private static func square(_ value: Int) -> Int { value * value }

    private static let sixteen: [(code: Int, hex: UInt32)] = [
        (30, 0x000000), (31, 0xCD0000), (32, 0x00CD00), (33, 0xCDCD00), (34, 0x0000EE), (35, 0xCD00CD),
        (36, 0x00CDCD), (37, 0xE5E5E5), (90, 0x7F7F7F), (91, 0xFF0000), (92, 0x00FF00), (93, 0xFFFF00),
        (94, 0x5C5CFF), (95, 0xFF00FF), (96, 0x00FFFF), (97, 0xFFFFFF),
    ]
}
