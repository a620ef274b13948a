/// One character of a terminal.
struct GridCell: Sendable, Equatable {
    /// The first scalar of the character, and nearly always the only one.
    var scalar: Unicode.Scalar = " "
    /// Where the page keeps the rest of the character: accents, the second half of a flag; 0 for none.
    var rest: UInt16 = 0
    /// The color of the character; nil: whatever the terminal writes in.
    var ink: Color?
    /// The color behind it; nil: whatever the terminal has.
    var ground: Color?
    var isStrong = false
    /// The right half of a character that is two cells wide.
    var isContinuation = false

    var isBlank: Bool { scalar == " " && rest == 0 && ground == nil && !isContinuation }
}

/// A rectangle of cells.
struct CellBox: Sendable, Equatable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int
}

/// A page of cells.
struct CellGrid: Sendable {
    let width: Int
    let height: Int
    private(set) var cells: [GridCell]
    /// What follows the first scalar in the characters that have more than one; `GridCell.rest` counts from here.
    private var rests: [[Unicode.Scalar]] = [[]]

    init(width: Int, height: Int) {
        self.width = max(width, 0)
        self.height = max(height, 0)
        cells = [GridCell](repeating: GridCell(), count: self.width * self.height)
    }

    func contains(_ x: Int, _ y: Int) -> Bool { x >= 0 && y >= 0 && x < width && y < height }

    /// A cell; outside the page, reading gives a blank and writing does nothing.
    subscript(x: Int, y: Int) -> GridCell {
        get { contains(x, y) ? cells[y * width + x] : GridCell() }
        set { if contains(x, y) { cells[y * width + x] = newValue } }
    }

    /// Writes text from a cell to the right, cut at `limit` cells.
    mutating func write(
        _ text: [TextCell], x: Int, y: Int, limit: Int = .max, ink: Color? = nil, isStrong: Bool = false
    ) {
        var column = x
        for piece in text {
            guard column - x + piece.width <= limit else { return }
            let scalars = piece.character.unicodeScalars
            self[column, y] = GridCell(
                scalar: scalars.first ?? " ", rest: place(of: Array(scalars.dropFirst())), ink: ink,
                isStrong: isStrong)
            if piece.width == 2 { self[column + 1, y] = GridCell(ink: ink, isContinuation: true) }
            column += piece.width
        }
    }

    /// Writes lines of text below each other; `y` is then the line after them.
    mutating func write(lines: [[TextCell]], x: Int, y: inout Int, isStrong: Bool = false) {
        for line in lines {
            write(line, x: x, y: y, isStrong: isStrong)
            y += 1
        }
    }

    /// The scalars of a cell's character behind the first.
    func rest(of cell: GridCell) -> [Unicode.Scalar] { rests[Int(cell.rest)] }

    private mutating func place(of rest: [Unicode.Scalar]) -> UInt16 {
        guard !rest.isEmpty else { return 0 }
        if let known = rests.firstIndex(of: rest) { return UInt16(known) }
        guard rests.count < UInt16.max else { return 0 }
        rests.append(rest)
        return UInt16(rests.count - 1)
    }
}
