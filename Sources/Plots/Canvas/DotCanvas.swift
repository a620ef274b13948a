/// Braille dots, two across and four down in every cell.
struct DotCanvas: Sendable {
    let columns: Int
    let rows: Int
    /// For each cell, which of its eight dots are set, in the order of Unicode's braille block.
    private(set) var masks: [UInt8]

    var dotsAcross: Int { columns * 2 }
    var dotsDown: Int { rows * 4 }

    init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        masks = [UInt8](repeating: 0, count: columns * rows)
    }

    private static let bits: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]

    /// The bit of a dot within its cell.
    static func bit(_ x: Int, _ y: Int) -> UInt8 { bits[(y & 3) * 2 + (x & 1)] }

    mutating func set(_ x: Int, _ y: Int) {
        guard x >= 0 && y >= 0 && x < dotsAcross && y < dotsDown else { return }
        masks[(y >> 2) * columns + (x >> 1)] |= DotCanvas.bit(x, y)
    }

    /// The dots nearest to a straight line (Bresenham).
    mutating func line(_ x0: Int, _ y0: Int, _ x1: Int, _ y1: Int) {
        let (dx, dy) = (abs(x1 - x0), -abs(y1 - y0))
        let (sx, sy) = (x0 < x1 ? 1 : -1, y0 < y1 ? 1 : -1)
        var (x, y, error) = (x0, y0, dx + dy)
        while true {
            set(x, y)
            if x == x1 && y == y1 { return }
            let doubled = 2 * error
            if doubled >= dy {
                error += dy
                x += sx
            }
            if doubled <= dx {
                error += dx
                y += sy
            }
        }
    }

    /// Each cell as a character of Unicode's braille block, or as the nearest sign of ASCII.
    static func scalar(_ mask: UInt8, _ characters: TextStyle.Characters) -> Unicode.Scalar {
        guard characters == .ascii else { return Unicode.Scalar(0x2800 + UInt32(mask)) ?? " " }
        let (upper, lower) = (mask & 0x1B, mask & 0xE4)
        return upper == 0 ? (lower == 0 ? " " : ".") : (lower == 0 ? "'" : ":")
    }

    /// The dots of a braille character; 0 for any other.
    static func mask(of scalar: Unicode.Scalar) -> UInt8 {
        (0x2800...0x28FF).contains(scalar.value) ? UInt8(scalar.value - 0x2800) : 0
    }
}
