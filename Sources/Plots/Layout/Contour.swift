/// A piece of a straight line in the coordinates of the data.
struct Segment: Sendable, Equatable {
    var x0: Double
    var y0: Double
    var x1: Double
    var y1: Double
}

/// The line along which a grid's values equal a level, found by marching squares.
enum Contour {
    static func segments(of grid: Grid, at level: Double) -> [Segment] {
        var segments: [Segment] = []
        // One more row and column on each side repeat the border, so that lines run to the edge of the picture.
        for row in -1..<grid.rows {
            for column in -1..<grid.columns { square(grid, level, row, column, into: &segments) }
        }
        return segments
    }

    private struct Corner {
        var x: Double
        var y: Double
        var value: Double
    }

    private static func corner(_ grid: Grid, _ row: Int, _ column: Int) -> Corner {
        let inRow = min(max(row, 0), grid.rows - 1)
        let inColumn = min(max(column, 0), grid.columns - 1)
        let x = grid.x.lowerBound + (Double(column) + 0.5) * grid.x.length / Double(grid.columns)
        let y = grid.y.lowerBound + (Double(row) + 0.5) * grid.y.length / Double(grid.rows)
        return Corner(
            x: min(max(x, grid.x.lowerBound), grid.x.upperBound),
            y: min(max(y, grid.y.lowerBound), grid.y.upperBound),
            value: grid.values[inRow * grid.columns + inColumn])
    }

    private static func square(
        _ grid: Grid, _ level: Double, _ row: Int, _ column: Int, into segments: inout [Segment]
    ) {
        let corners = [
            corner(grid, row, column), corner(grid, row, column + 1), corner(grid, row + 1, column + 1),
            corner(grid, row + 1, column),
        ]
        guard corners.allSatisfy({ $0.value.isDrawable }) else { return }
        var crossings: [(x: Double, y: Double)] = []
        for side in 0..<4 {
            let (a, b) = (corners[side], corners[(side + 1) % 4])
            guard (a.value >= level) != (b.value >= level) else { continue }
            let share = (level - a.value) / (b.value - a.value)
            crossings.append((a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)))
        }
        func join(_ i: Int, _ j: Int) {
            segments.append(
                Segment(x0: crossings[i].x, y0: crossings[i].y, x1: crossings[j].x, y1: crossings[j].y))
        }
        if crossings.count == 2 { join(0, 1) }
        guard crossings.count == 4 else { return }
        // A saddle: the mean decides which corners belong together.
        let mean = corners.reduce(0) { $0 + $1.value / 4 }
        let joinsFirst = (mean >= level) == (corners[0].value >= level)
        join(0, joinsFirst ? 1 : 3)
        join(2, joinsFirst ? 3 : 1)
    }
}
