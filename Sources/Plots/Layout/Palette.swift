/// The look of the n-th series: what tells it from its neighbors in color, in shape and without either.
struct SeriesStyle: Sendable, Equatable {
    var index: Int

    /// Blue, vermilion and green of Okabe and Ito, then violet, olive, wine and gray.
    ///
    /// Each can be read on white and on black, which leaves little room for lightness. The three after theirs were
    /// searched for: any two of the first six stay as far apart as blue and green of Okabe and Ito, the nearest pair,
    /// for whoever lacks one kind of cone; a test says how far.
    private static let colors: [Color] = [
        Color(0x0072B2), Color(0xD55E00), Color(0x009E73), Color(0x9980FF), Color(0x5C5C2C),
        Color(0x993667), Color(0x8A8A8A),
    ]
    /// Their names among a terminal's own sixteen colors, as codes for the foreground: the same hues, but cyan for
    /// wine, which would be taken for the second's red.
    private static let terminalCodes: [Int] = [94, 91, 32, 35, 33, 36, 90]

    var color: Color { SeriesStyle.colors[index % SeriesStyle.colors.count] }
    var terminalCode: Int { SeriesStyle.terminalCodes[index % SeriesStyle.terminalCodes.count] }
    var marker: PointMarker { PointMarker.allCases[index % PointMarker.allCases.count] }

    /// The code of the series with exactly this color.
    static func terminalCode(of color: Color) -> Int? {
        colors.firstIndex(of: color).map { terminalCodes[$0] }
    }
}

/// The shape of a point. The first is drawn as fine as the medium allows.
enum PointMarker: CaseIterable, Sendable {
    case disc
    case cross
    case ring
    case plus
    case triangle
    case diamond

    var unicode: Unicode.Scalar {
        switch self {
        case .disc: "•"
        case .cross: "×"
        case .ring: "○"
        case .plus: "+"
        case .triangle: "△"
        case .diamond: "◇"
        }
    }

    var ascii: Unicode.Scalar {
        switch self {
        case .disc: "."
        case .cross: "x"
        case .ring: "o"
        case .plus: "+"
        case .triangle: "^"
        case .diamond: "v"
        }
    }

    /// The sign over a heat map whose shades are signs themselves: one that is none of them.
    var asciiOverShades: Unicode.Scalar {
        switch self {
        case .disc: "O"
        case .plus: "T"
        default: ascii
        }
    }
}

/// Colors that carry no data.
enum ChartColor {
    static let text = Color(0x222222)
    static let faint = Color(0x5A5A5A)
    static let axis = Color(0x9A9A9A)
    static let gridLine = Color(0xE8E8E8)
    static let rule = Color(0x808080)
    static let contour = Color(0x222222)
    static let missing = Color(0xB0B0B0)
}
