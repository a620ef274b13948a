import Text

/// Values over a rectangle: a function sampled at the centers of equal cells, or a matrix.
public struct Grid: Sendable, Equatable {
    /// How many rows.
    public let rows: Int
    /// How many columns.
    public let columns: Int
    /// Row after row.
    public let values: [Double]
    /// The left and right edge.
    public let x: ClosedRange<Double>
    /// The lower and upper edge.
    public let y: ClosedRange<Double>
    /// A matrix: its first row is at the top, and its entries are cells with sharp edges. A function's first row
    /// is at the bottom, and between the samples it is drawn smooth.
    public let isMatrix: Bool

    /// Whether both sides are of one magnitude, as in a plane of points: then a circle should be drawn as one.
    var hasComparableSides: Bool {
        let ratio = (x.upperBound - x.lowerBound) / (y.upperBound - y.lowerBound)
        return ratio >= 0.25 && ratio <= 4
    }

    /// A function's values at ``centers(x:y:columns:rows:)``.
    public init(values: [Double], columns: Int, rows: Int, x: ClosedRange<Double>, y: ClosedRange<Double>)
        throws(Mistake)
    {
        try Grid.checkCount(values.count, columns: columns, rows: rows)
        try FigureCheck.increasing(x, "heatmap", "x")
        try FigureCheck.increasing(y, "heatmap", "y")
        self.rows = rows
        self.columns = columns
        self.values = values
        self.x = x
        self.y = y
        isMatrix = false
    }

    /// A matrix, whose entry in row r and column c is centered at (c, r).
    public init(matrix values: [Double], rows: Int, columns: Int) throws(Mistake) {
        try Grid.checkCount(values.count, columns: columns, rows: rows)
        self.rows = rows
        self.columns = columns
        self.values = values
        x = -0.5...Double(columns) - 0.5
        y = -0.5...Double(rows) - 0.5
        isMatrix = true
    }

    /// A function of x and y, sampled at the centers of `columns` by `rows` cells.
    public init(
        x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int = 64, rows: Int = 64,
        _ function: (Double, Double) throws -> Double
    ) throws {
        var values: [Double] = []
        let points = try Grid.centers(x: x, y: y, columns: columns, rows: rows)
        values.reserveCapacity(points.count)
        for i in 0..<points.count { values.append(try function(points.x[i], points.y[i])) }
        try self.init(values: values, columns: columns, rows: rows, x: x, y: y)
    }

    /// The centers of the cells in the order of ``values``, so that a network can judge them in one batch.
    public static func centers(
        x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int, rows: Int
    ) throws(Mistake) -> Points {
        let (count, overflows) = columns.multipliedReportingOverflow(by: rows)
        guard columns > 0 && rows > 0 && !overflows && count <= 16_000_000 else {
            throw Mistake(
                construct: "heatmap", problem: "the grid has no sensible size",
                note: "\(columns) columns by \(rows) rows: ask for 1 to 4000 of each")
        }
        try FigureCheck.increasing(x, "heatmap", "x")
        try FigureCheck.increasing(y, "heatmap", "y")
        let across = (0..<columns).map { x.lowerBound + (Double($0) + 0.5) * x.length / Double(columns) }
        var xs: [Double] = []
        var ys: [Double] = []
        xs.reserveCapacity(columns * rows)
        ys.reserveCapacity(columns * rows)
        for row in 0..<rows {
            xs += across
            let height = y.lowerBound + (Double(row) + 0.5) * y.length / Double(rows)
            ys += [Double](repeating: height, count: columns)
        }
        return try Points(x: xs, y: ys)
    }

    private static func checkCount(_ count: Int, columns: Int, rows: Int) throws(Mistake) {
        let (expected, overflows) = columns.multipliedReportingOverflow(by: rows)
        guard columns > 0 && rows > 0 && !overflows && expected == count else {
            throw Mistake(
                construct: "heatmap", problem: "the values do not fill the grid",
                note:
                    "\(rows) rows of \(columns) columns hold \(overflows ? "too many" : "\(expected)") values, "
                    + "and there \(count == 1 ? "is" : "are") \(count)")
        }
    }
}

extension ClosedRange<Double> {
    var length: Double { upperBound - lowerBound }
    var middle: Double { lowerBound / 2 + upperBound / 2 }

    func union(_ other: ClosedRange<Double>) -> ClosedRange<Double> {
        Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
    }
}
