/// A piece of a straight line in the coordinates of the data.
struct Segment: Sendable, Equatable {
    var x0: Double
    var y0: Double
    var x1: Double
    var y1: Double
}

/// The lines along which a grid's values equal a level: the pieces in each square between four samples (marching
/// squares), joined where they meet on a side.
struct Contour {
    /// A side of a square, to the right of or above the sample in `row` and `column`.
    private struct Side: Hashable {
        var row: Int
        var column: Int
        var isUpward: Bool
    }

    private let grid: Grid
    private let level: Double
    private var places: [Side: Spot] = [:]
    /// The sides that a side is joined with: two, or one where a line ends.
    private var neighbors: [Side: [Side]] = [:]
    private var order: [Side] = []

    static func lines(of grid: Grid, at level: Double) -> [[Spot]] {
        var contour = Contour(grid, level)
        // One more row and column on each side repeat the border, so that lines run to the edge of the picture.
        for row in -1..<grid.rows {
            for column in -1..<grid.columns { contour.march(row, column) }
        }
        return contour.joined()
    }

    private init(_ grid: Grid, _ level: Double) {
        self.grid = grid
        self.level = level
    }

    private func value(_ row: Int, _ column: Int) -> Double {
        grid.values[min(max(row, 0), grid.rows - 1) * grid.columns + min(max(column, 0), grid.columns - 1)]
    }

    private func place(_ row: Double, _ column: Double) -> Spot {
        let x = grid.x.lowerBound + (column + 0.5) * grid.x.length / Double(grid.columns)
        let y = grid.y.lowerBound + (row + 0.5) * grid.y.length / Double(grid.rows)
        return Spot(
            x: min(max(x, grid.x.lowerBound), grid.x.upperBound),
            y: min(max(y, grid.y.lowerBound), grid.y.upperBound))
    }

    private mutating func march(_ row: Int, _ column: Int) {
        let (a, b) = (value(row, column), value(row, column + 1))
        let (c, d) = (value(row + 1, column + 1), value(row + 1, column))
        // Most squares are not crossed; these must cost little.
        guard max(a, b, c, d) >= level && min(a, b, c, d) < level else { return }
        // Corner by corner around the square, and the side from each to the next.
        let values = [a, b, c, d]
        guard values.allSatisfy({ $0.isDrawable }) else { return }
        let isAbove = values.map { $0 >= level }
        let sides = [
            Side(row: row, column: column, isUpward: false),
            Side(row: row, column: column + 1, isUpward: true),
            Side(row: row + 1, column: column, isUpward: false),
            Side(row: row, column: column, isUpward: true),
        ]
        let crossed = (0..<4).filter { isAbove[$0] != isAbove[($0 + 1) % 4] }
        if crossed.count == 2 { return join(sides[crossed[0]], sides[crossed[1]]) }
        // A saddle: the mean decides which corners belong together.
        let isMeanAbove = values.reduce(0) { $0 + $1 / 4 } >= level
        let partner = isMeanAbove == isAbove[0] ? 1 : 3
        join(sides[0], sides[partner])
        join(sides[2], sides[4 - partner])
    }

    private mutating func join(_ a: Side, _ b: Side) {
        for side in [a, b] where places[side] == nil {
            let start = value(side.row, side.column)
            let end = value(side.row + (side.isUpward ? 1 : 0), side.column + (side.isUpward ? 0 : 1))
            let share = (level - start) / (end - start)
            places[side] = place(
                Double(side.row) + (side.isUpward ? share : 0),
                Double(side.column) + (side.isUpward ? 0 : share))
            order.append(side)
        }
        neighbors[a, default: []].append(b)
        neighbors[b, default: []].append(a)
    }

    private func joined() -> [[Spot]] {
        var lines: [[Spot]] = []
        var isUsed: Set<Side> = []
        // Lines with ends first, from an end; what is left are closed ones.
        let ends = order.filter { neighbors[$0]?.count == 1 }
        for start in ends + order where !isUsed.contains(start) {
            var line: [Spot] = []
            var next: Side? = start
            var last = start
            while let side = next {
                isUsed.insert(side)
                if let spot = places[side] { line.append(spot) }
                last = side
                next = neighbors[side]?.first { !isUsed.contains($0) }
            }
            let isClosed = line.count > 2 && neighbors[last]?.contains(start) == true
            if isClosed { line.append(line[0]) }
            lines.append(line)
        }
        return lines
    }
}
