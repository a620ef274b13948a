import Text

/// Points in a plane, or vectors, as two lists of equal length.
public struct Points: Sendable, Equatable {
    /// The horizontal coordinates.
    public let x: [Double]
    /// The vertical coordinates.
    public let y: [Double]
    /// How many points there are.
    public var count: Int { x.count }

    /// Points with the coordinates `x` and `y`, which must be equally many.
    public init(x: [Double], y: [Double]) throws(Mistake) {
        guard x.count == y.count else {
            throw Mistake(
                construct: "points", problem: "x and y differ in length",
                note:
                    "x has \(FigureCheck.plain(x.count, "value")) and y has \(FigureCheck.plain(y.count, "value"))"
            )
        }
        self.x = x
        self.y = y
    }

    /// Points from the rows of a matrix of two columns, as they lie in memory: x, y, x, y, ….
    public init(rows: some Collection<Float>) throws(Mistake) {
        guard rows.count % 2 == 0 else {
            throw Mistake(
                construct: "points", problem: "a coordinate is missing",
                note: "points need two numbers each, and there are \(rows.count) numbers")
        }
        var x: [Double] = []
        var y: [Double] = []
        x.reserveCapacity(rows.count / 2)
        y.reserveCapacity(rows.count / 2)
        var isX = true
        for value in rows {
            if isX { x.append(Double(value)) } else { y.append(Double(value)) }
            isX.toggle()
        }
        self.x = x
        self.y = y
    }

    /// The points with these numbers, in this order.
    public subscript(numbers: some Sequence<Int>) -> Points {
        Points(equallyMany: numbers.map { x[$0] }, numbers.map { y[$0] })
    }

    private init(equallyMany x: [Double], _ y: [Double]) {
        self.x = x
        self.y = y
    }
}
