import Tensors

/// Precision and recall of samples, Kynkäänniemi et al. (2019): each set is thickened to balls that reach to the k-th
/// neighbour; precision is the share of fake samples inside the real balls, recall that of real ones inside the
/// fake balls.
public struct PrecisionRecall: Sendable, Equatable {
    /// How much of what is generated looks real.
    public let precision: Double
    /// How much of what is real can be generated.
    public let recall: Double

    /// Compares real and fake samples of the same size.
    public init(real: Tensor, fake: Tensor, neighbours: Int = 3) throws {
        let (real, fake) = try pointSets(real, fake, for: "precisionRecall")
        guard neighbours >= 1, real.rows > neighbours, fake.rows > neighbours else {
            throw TensorError(
                construct: "precisionRecall",
                problem: "there are too few samples for \(neighbours) neighbours",
                note: "{0} has \(real.rows) and {1} has \(fake.rows)")
        }
        precision = shareInside(fake, real, reaches(real, neighbours))
        recall = shareInside(real, fake, reaches(fake, neighbours))
    }
}

/// The squared distance of each point to its k-th neighbour in its own set.
private func reaches(_ points: PointSet, _ neighbours: Int) -> [Double] {
    (0..<points.rows).map { row in
        var nearest: [Double] = []
        for other in 0..<points.rows where other != row {
            let squared = points.squaredDistance(row, points, other)
            if nearest.count < neighbours || squared < nearest[nearest.count - 1] {
                let place = nearest.firstIndex { $0 > squared } ?? nearest.count
                nearest.insert(squared, at: place)
                if nearest.count > neighbours { nearest.removeLast() }
            }
        }
        return nearest[neighbours - 1]
    }
}

private func shareInside(_ points: PointSet, _ centers: PointSet, _ reaches: [Double]) -> Double {
    let inside = (0..<points.rows).count { row in
        (0..<centers.rows).contains { points.squaredDistance(row, centers, $0) <= reaches[$0] }
    }
    return Double(inside) / Double(points.rows)
}
