import Budget
import Tensors
import Text

/// Precision and recall of samples, Kynkäänniemi et al. (2019): each set is thickened to balls that reach to the k-th
/// neighbor; precision is the share of fake samples inside the real balls, recall that of real ones inside the
/// fake balls.
public struct PrecisionRecall: Sendable, Equatable {
    /// How much of what is generated looks real.
    public let precision: Double
    /// How much of what is real can be generated.
    public let recall: Double

    /// Compares real and fake samples of the same size.
    public init(real: Tensor, fake: Tensor, neighbors: Int = 3) throws {
        let (real, fake) = try pointSets(real, fake, for: "precisionRecall")
        guard neighbors >= 1, real.rows > neighbors, fake.rows > neighbors else {
            throw Mistake(
                construct: "precisionRecall",
                problem: "there are too few samples for \(neighbors) neighbors",
                note: "{0} has \(real.rows) and {1} has \(fake.rows)")
        }
        precision = try shareInside(fake, real, reaches(real, neighbors))
        recall = try shareInside(real, fake, reaches(fake, neighbors))
    }
}

/// The squared distance of each point to its k-th neighbor in its own set.
private func reaches(_ points: PointSet, _ neighbors: Int) throws -> [Double] {
    var meter = Meter()
    return try (0..<points.rows).map { row in
        var nearest: [Double] = []
        for other in 0..<points.rows where other != row {
            try meter.turn(points.columns)
            let squared = points.squaredDistance(row, points, other)
            if nearest.count < neighbors || squared < nearest[nearest.count - 1] {
                let place = nearest.firstIndex { $0 > squared } ?? nearest.count
                nearest.insert(squared, at: place)
                if nearest.count > neighbors { nearest.removeLast() }
            }
        }
        return nearest[neighbors - 1]
    }
}

private func shareInside(_ points: PointSet, _ centers: PointSet, _ reaches: [Double]) throws -> Double {
    var meter = Meter()
    let inside = try (0..<points.rows).count { row in
        try (0..<centers.rows).contains {
            try meter.turn(points.columns)
            return points.squaredDistance(row, centers, $0) <= reaches[$0]
        }
    }
    return Double(inside) / Double(points.rows)
}
