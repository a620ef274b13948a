import Glibc
import Tensors
import Text

/// Samples as rows of doubles, which measures are computed in.
struct PointSet {
    let rows: Int
    let columns: Int
    let values: [Double]

    init(_ samples: Tensor, for construct: String) throws {
        guard samples.rank >= 1, samples.count > 0 else {
            throw Mistake(
                construct: construct, problem: "there are no samples",
                note: "{0} has the shape \(samples.shape)")
        }
        rows = samples.shape[0]
        columns = samples.count / rows
        values = samples.floats.map(Double.init)
        guard values.allSatisfy(\.isFinite) else {
            throw Mistake(
                construct: construct, problem: "a sample is not finite",
                note: "one of its numbers is NaN or infinite")
        }
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
    let (first, second) = (try PointSet(a, for: construct), try PointSet(b, for: construct))
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
