import Tensors
import Text

/// How well samples cover the modes of a distribution, by the definitions of PacGAN (Lin et al., 2018) and
/// VEEGAN: a sample is of high quality within three standard deviations of its nearest mode; a mode is covered if
/// at least one such sample falls to it.
public struct ModeCoverage: Sendable, Equatable {
    /// How many modes there are.
    public let modes: Int
    /// How many of them are covered.
    public let covered: Int
    /// The share of samples within three standard deviations.
    public let quality: Double
    /// How many samples of high quality each mode has.
    public let counts: [Int]

    /// Counts samples of shape [n, d] against known modes.
    public init(_ samples: Tensor, modes: Modes) throws {
        let points = try PointSet(samples, for: "modesCovered", argument: 0)
        guard points.columns == modes.centers.first?.count else {
            throw Mistake(
                construct: "modesCovered", problem: "samples and modes have different sizes",
                note:
                    "{0} is \(samples.shape) and the modes have \(modes.centers.first?.count ?? 0) coordinates"
            )
        }
        var counts = [Int](repeating: 0, count: modes.centers.count)
        for index in 0..<points.rows {
            let row = points.row(index)
            var nearest = (mode: 0, squared: Double.infinity)
            for (mode, center) in modes.centers.enumerated() {
                let squared = zip(row, center).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
                if squared < nearest.squared { nearest = (mode, squared) }
            }
            let reach = 3 * modes.deviations[nearest.mode]
            if nearest.squared <= reach * reach { counts[nearest.mode] += 1 }
        }
        self.counts = counts
        self.modes = counts.count
        covered = counts.count { $0 > 0 }
        quality = Double(counts.reduce(0, +)) / Double(points.rows)
    }
}
