import Budget
import Tensors
import Text

/// How many samples `earthMover` pairs: the time grows with the cube of their number.
public let mostPairedSamples = 2_000

/// The earth mover's distance (Wasserstein-1) between two sets of samples, exactly.
///
/// In one dimension by sorting, for sets of any two sizes: ∫ |F⁻¹(u) − G⁻¹(u)| du. In more dimensions by the best
/// pairing of two sets of the same size, with the Euclidean distance as cost.
public func earthMover(_ a: Tensor, _ b: Tensor) throws -> Double {
    let (first, second) = try pointSets(a, b, for: "earthMover")
    if first.columns == 1 { return try distanceOnALine(first.values, second.values) }
    guard first.rows == second.rows else {
        throw Mistake(
            construct: "earthMover", problem: "the two sets have different numbers of samples",
            note: "in more than one dimension each sample is paired with one of the other set; {0} has "
                + "\(first.rows) and {1} has \(second.rows)")
    }
    guard first.rows <= mostPairedSamples else {
        throw Mistake(
            construct: "earthMover", problem: "the sets are too large for the exact distance",
            note:
                "at most \(mostPairedSamples) samples in more than one dimension, and {0} has \(first.rows); "
                + "slicedWasserstein takes any number")
    }
    let pairs = try bestPairing(first.rows) { first.squaredDistance($0, second, $1).squareRoot() }
    return pairs.enumerated().reduce(0) {
        $0 + first.squaredDistance($1.offset, second, $1.element).squareRoot()
    } / Double(first.rows)
}

/// The distance between two sets of numbers, of any two sizes, in all of their 64 bits.
public func earthMover(_ a: [Double], _ b: [Double]) throws -> Double {
    try distanceOnALine(
        try PointSet(a, for: "earthMover", argument: 0).values,
        try PointSet(b, for: "earthMover", argument: 1).values)
}

private func distanceOnALine(_ a: [Double], _ b: [Double]) throws -> Double {
    try MemoryBudget.reserve(bytes: 2 * (a.count + b.count) * MemoryLayout<Double>.stride)
    var meter = Meter()
    func sorted(_ numbers: [Double]) throws -> [Double] {
        try numbers.sorted { first, second in
            try meter.turn()
            return first < second
        }
    }
    let (a, b) = (try sorted(a), try sorted(b))
    // Each number holds a share of 1; both sets are walked through in steps that end where either share ends.
    // Shares are counted in whole units of 1 / (a.count · b.count), so that nothing is lost by rounding.
    var (i, j, total) = (0, 0, 0.0)
    var (leftA, leftB) = (b.count, a.count)
    while i < a.count, j < b.count {
        try meter.turn()
        let moved = min(leftA, leftB)
        total += Double(moved) * abs(a[i] - b[j])
        leftA -= moved
        leftB -= moved
        if leftA == 0 { (i, leftA) = (i + 1, b.count) }
        if leftB == 0 { (j, leftB) = (j + 1, a.count) }
    }
    return total / (Double(a.count) * Double(b.count))
}

/// The pairing of rows with columns of least total cost: the Hungarian method with potentials, in the O(n³) form of
/// Jonker and Volgenant ("A shortest augmenting path algorithm", 1987). Answers the column of each row.
func bestPairing(_ size: Int, cost: (_ row: Int, _ column: Int) -> Double) throws -> [Int] {
    try MemoryBudget.reserve(size, of: size * MemoryLayout<Double>.stride)
    var meter = Meter()
    var costs = [Double](repeating: 0, count: size * size)
    for row in 0..<size {
        try meter.turn(8 * size)
        for column in 0..<size { costs[row * size + column] = cost(row, column) }
    }
    // Column `size` stands for "none yet": the row that is being placed begins there.
    var rowPotential = [Double](repeating: 0, count: size)
    var columnPotential = [Double](repeating: 0, count: size + 1)
    var rowOfColumn = [Int](repeating: -1, count: size + 1)
    for row in 0..<size {
        var slack = [Double](repeating: .infinity, count: size)
        var previous = [Int](repeating: size, count: size)
        var isDone = [Bool](repeating: false, count: size + 1)
        rowOfColumn[size] = row
        var column = size
        while rowOfColumn[column] >= 0 {
            try meter.turn(2 * size)
            isDone[column] = true
            let current = rowOfColumn[column]
            var (smallest, next) = (Double.infinity, size)
            for candidate in 0..<size where !isDone[candidate] {
                let reduced =
                    costs[current * size + candidate] - rowPotential[current] - columnPotential[candidate]
                if reduced < slack[candidate] {
                    slack[candidate] = reduced
                    previous[candidate] = column
                }
                if slack[candidate] < smallest { (smallest, next) = (slack[candidate], candidate) }
            }
            for candidate in 0...size {
                if isDone[candidate] {
                    rowPotential[rowOfColumn[candidate]] += smallest
                    columnPotential[candidate] -= smallest
                } else if candidate < size {
                    slack[candidate] -= smallest
                }
            }
            column = next
        }
        while column != size {
            rowOfColumn[column] = rowOfColumn[previous[column]]
            column = previous[column]
        }
        rowOfColumn[size] = -1
    }
    var columnOfRow = [Int](repeating: 0, count: size)
    for column in 0..<size { columnOfRow[rowOfColumn[column]] = column }
    return columnOfRow
}

/// The mean earth mover's distance of the samples' shadows on random lines: Rabin et al. (2011).
public func slicedWasserstein(
    _ a: Tensor, _ b: Tensor, directions: Int = 100, random: RandomStream
) throws -> Double {
    let (first, second) = try pointSets(a, b, for: "slicedWasserstein")
    guard directions >= 1 else {
        throw Mistake(
            construct: "slicedWasserstein", problem: "it needs at least one direction",
            note: "got \(directions)")
    }
    let width = first.columns
    var meter = Meter()
    func shadow(_ points: PointSet, _ direction: ArraySlice<Double>) throws -> [Double] {
        try (0..<points.rows).map { row in
            try meter.turn(width)
            return zip(points.row(row), direction).reduce(0) { $0 + $1.0 * $1.1 }
        }
    }
    let arrows = try random.normal([directions, width]).floats.map(Double.init)
    var total = 0.0
    for index in 0..<directions {
        let arrow = arrows[(index * width)..<((index + 1) * width)]
        let length = arrow.reduce(0) { $0 + $1 * $1 }.squareRoot()
        total += try distanceOnALine(shadow(first, arrow), shadow(second, arrow)) / max(length, 1e-30)
    }
    return total / Double(directions)
}
