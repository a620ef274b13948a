/// Cells as lines of text, with the escape sequences that color them.
enum AnsiWriter {
    static func text(_ grid: CellGrid, _ style: TextStyle) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(grid.width * grid.height * (style.colors == .none ? 3 : 12))
        for row in 0..<grid.height {
            if row > 0 { bytes.append(0x0A) }
            var end = grid.width
            while end > 0 && grid[end - 1, row].isBlank { end -= 1 }
            var last = Cell()
            for column in 0..<end {
                let cell = grid[column, row]
                if style.colors != .none && !cell.hasLook(of: last) {
                    change(from: last, to: cell, style.colors, &bytes)
                }
                last = cell
                if !cell.isContinuation { append(cell.scalar, &bytes) }
            }
            if style.colors != .none && !Cell().hasLook(of: last) { bytes += reset }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let reset = Array("\u{1B}[0m".utf8)

    private static func change(
        from old: Cell, to new: Cell, _ colors: TextStyle.Colors, _ bytes: inout [UInt8]
    ) {
        bytes += [0x1B, 0x5B]
        var needsSeparator = false
        func separate() {
            if needsSeparator { bytes.append(0x3B) }
            needsSeparator = true
        }
        let startsAnew =
            (old.isStrong && !new.isStrong) || (old.ink != nil && new.ink == nil)
            || (old.ground != nil && new.ground == nil)
        if startsAnew {
            separate()
            bytes.append(0x30)
        }
        if new.isStrong && (startsAnew || !old.isStrong) {
            separate()
            bytes.append(0x31)
        }
        if let ink = new.ink, startsAnew || ink != old.ink {
            separate()
            append(ink, isGround: false, colors, &bytes)
        }
        if let ground = new.ground, startsAnew || ground != old.ground {
            separate()
            append(ground, isGround: true, colors, &bytes)
        }
        bytes.append(0x6D)
    }

    private static func append(
        _ color: Color, isGround: Bool, _ colors: TextStyle.Colors, _ bytes: inout [UInt8]
    ) {
        switch colors {
        case .none: break
        case .ansi16: append(TerminalColor.sixteen(color) + (isGround ? 10 : 0), &bytes)
        case .ansi256:
            append(isGround ? 48 : 38, &bytes)
            bytes += [0x3B, 0x35, 0x3B]
            append(TerminalColor.cube(color), &bytes)
        case .trueColor:
            append(isGround ? 48 : 38, &bytes)
            bytes += [0x3B, 0x32, 0x3B]
            append(Int(color.red), &bytes)
            bytes.append(0x3B)
            append(Int(color.green), &bytes)
            bytes.append(0x3B)
            append(Int(color.blue), &bytes)
        }
    }

    private static func append(_ number: Int, _ bytes: inout [UInt8]) {
        if number >= 100 { bytes.append(UInt8(0x30 + number / 100)) }
        if number >= 10 { bytes.append(UInt8(0x30 + number / 10 % 10)) }
        bytes.append(UInt8(0x30 + number % 10))
    }

    private static func append(_ scalar: Unicode.Scalar, _ bytes: inout [UInt8]) {
        if scalar.isASCII { bytes.append(UInt8(scalar.value)) } else { bytes += UTF8.encode(scalar)! }
    }
}

extension Cell {
    fileprivate func hasLook(of other: Cell) -> Bool {
        ink == other.ink && ground == other.ground && isStrong == other.isStrong
    }
}
