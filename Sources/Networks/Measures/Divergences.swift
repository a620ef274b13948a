import Glibc
import Tensors
import Text

/// The Kullback-Leibler divergence Σ p·log(p/q) in nats of two lists of weights, probabilities or counts, each scaled
/// to sum to 1. Infinite where q is 0 and p is not.
public func kullbackLeibler(_ p: [Double], _ q: [Double]) throws -> Double {
    let (p, q) = try distributions(p, q, for: "KL")
    return zip(p, q).reduce(0) { sum, pair in pair.0 == 0 ? sum : sum + pair.0 * log(pair.0 / pair.1) }
}

/// The Jensen-Shannon divergence in nats: the mean divergence of both from their middle, at most log 2.
public func jensenShannon(_ p: [Double], _ q: [Double]) throws -> Double {
    let (p, q) = try distributions(p, q, for: "JS")
    let middle = zip(p, q).map { ($0 + $1) / 2 }
    return (try kullbackLeibler(p, middle) + kullbackLeibler(q, middle)) / 2
}

private func distributions(
    _ p: [Double], _ q: [Double], for construct: String
) throws -> ([Double], [Double]) {
    guard p.count == q.count, !p.isEmpty else {
        throw Mistake(
            construct: construct, problem: "both need the same number of places, at least one",
            note: "{0} has \(p.count) and {1} has \(q.count); samples are counted first with `bins: 50`")
    }
    return (try distribution(p, for: construct, 0), try distribution(q, for: construct, 1))
}

/// Weights, scaled to sum to 1. They are probabilities or counts: of other numbers, such as samples, a divergence
/// would be as plausible as it is wrong.
private func distribution(_ weights: [Double], for construct: String, _ argument: Int) throws -> [Double] {
    let total = try PointSet(weights, for: construct, argument: argument).values.reduce(0, +)
    let isCounts = weights.allSatisfy { $0 == $0.rounded() }
    guard weights.allSatisfy({ $0 >= 0 }), total > 0, isCounts || abs(total - 1) <= 0.01 else {
        let found =
            weights.min().flatMap { $0 < 0 ? "{\(argument)} holds \(NumberText.short($0))" : nil }
            ?? "{\(argument)} sums to \(NumberText.short(total))"
        throw Mistake(
            construct: construct, problem: "weights must be probabilities, which sum to 1, or counts",
            note: "\(found); samples are counted first with `bins: 50`, and other weights w become "
                + "probabilities by `w / sum(w)`",
            argument: argument)
    }
    return weights.map { $0 / total }
}

/// Both divergences of two sets of samples in one or two dimensions, counted in the cells of one grid that
/// spans both.
public struct GridDivergences: Sendable, Equatable {
    /// KL(first ‖ second); cells that only the first reaches make it infinite.
    public let kullbackLeibler: Double
    /// JS of both.
    public let jensenShannon: Double

    /// Counts samples in `bins` cells along each axis.
    public init(_ a: Tensor, _ b: Tensor, bins: Int = 50) throws {
        let (first, second) = try pointSets(a, b, for: "divergences")
        guard (1...2).contains(first.columns), bins >= 1, bins <= 1000 else {
            throw Mistake(
                construct: "divergences", problem: "a grid needs one or two dimensions and 1 to 1000 bins",
                note: "the samples have \(first.columns) and bins is \(bins)")
        }
        let axes = (0..<first.columns).map { axis in
            let all = [first, second].flatMap { set in
                (0..<set.rows).map { set.values[$0 * set.columns + axis] }
            }
            let low = all.min() ?? 0
            return (low: low, width: max((all.max() ?? 0) - low, 1e-12) / Double(bins))
        }
        func counts(_ set: PointSet) -> [Double] {
            var counts = [Double](repeating: 0, count: axes.count == 1 ? bins : bins * bins)
            for row in 0..<set.rows {
                let cell = set.row(row).enumerated().reduce(0) { cell, coordinate in
                    let axis = axes[coordinate.offset]
                    return cell * bins + min(bins - 1, Int((coordinate.element - axis.low) / axis.width))
                }
                counts[cell] += 1
            }
            return counts
        }
        let (p, q) = (counts(first), counts(second))
        kullbackLeibler = try Networks.kullbackLeibler(p, q)
        jensenShannon = try Networks.jensenShannon(p, q)
    }
}
