import Budget
import Glibc
import Tensors
import Text

/// Samples as rows of doubles, which measures are computed in: the one door through which a measure takes what it
/// looks at, so that none gives a number for nothing or for NaN.
struct PointSet {
    let rows: Int
    let columns: Int
    let values: [Double]

    /// The rows of a tensor. `argument` is its place in the measure's call, for messages.
    init(_ samples: Tensor, for construct: String, argument: Int) throws {
        if samples.rank == 0 {
            throw Mistake(
                construct: construct, problem: "there are no samples",
                note: "{\(argument)} is a single number, and a list or rows of numbers are needed",
                argument: argument)
        }
        try MemoryBudget.reserve(bytes: samples.count * 12)
        try self.init(rows: samples.shape[0], samples.floats.map(Double.init), construct, argument)
    }

    /// Numbers, each a sample.
    init(_ numbers: [Double], for construct: String, argument: Int) throws {
        try self.init(rows: numbers.count, numbers, construct, argument)
    }

    private init(
        rows: Int, _ values: [Double], _ construct: String, _ argument: Int
    ) throws {
        if values.isEmpty {
            throw Mistake(
                construct: construct, problem: "there are no samples", note: "{\(argument)} holds none",
                argument: argument)
        }
        if let place = values.firstIndex(where: { !$0.isFinite }) {
            let number = NumberText.short(values[place])
            throw Mistake(
                construct: construct, problem: "a sample is not finite",
                note: "sample \(place / (values.count / rows)) of {\(argument)} holds \(number)",
                argument: argument)
        }
        self.rows = rows
        self.values = values
        columns = values.count / rows
    }

    func row(_ index: Int) -> ArraySlice<Double> { values[(index * columns)..<((index + 1) * columns)] }

    func squaredDistance(_ index: Int, _ other: PointSet, _ otherIndex: Int) -> Double {
        var sum = 0.0
        let (mine, theirs) = (index * columns, otherIndex * columns)
        for column in 0..<columns {
            let difference = values[mine + column] - other.values[theirs + column]
            sum += difference * difference
        }
        return sum
    }
}

/// Two sets of samples of the same width.
func pointSets(_ a: Tensor, _ b: Tensor, for construct: String) throws -> (PointSet, PointSet) {
    let first = try PointSet(a, for: construct, argument: 0)
    let second = try PointSet(b, for: construct, argument: 1)
    guard first.columns == second.columns else {
        throw Mistake(
            construct: construct, problem: "the samples have different sizes",
            note: "{0} is \(a.shape) and {1} is \(b.shape)")
    }
    return (first, second)
}

/// 1 / (1 + e⁻ˣ) without overflow.
func sigmoidOf(_ x: Double) -> Double {
    let small = exp(-abs(x))
    return x > 0 ? 1 / (1 + small) : small / (1 + small)
}
