import Tensors
import Text

/// One epoch of a finite set in batches: each sample comes once, in a shuffled order; the last batch holds what
/// is left over and may be smaller.
public struct Batches {
    /// One batch.
    public struct Batch {
        /// The samples, shape `[n] + sampleShape`.
        public let points: Tensor
        /// The class of each, if the set has labels.
        public let labels: [Int]?
    }

    /// The numbers of the samples in each batch.
    public let rows: [[Int]]
    private let data: FiniteData

    /// Shuffles a set with the stream and cuts it into batches.
    public init(_ data: FiniteData, size: Int, _ random: RandomStream) throws {
        guard size >= 1 else {
            throw Mistake(
                construct: "batches", problem: "a batch needs at least one sample", note: "got \(size)",
                argument: 1)
        }
        let order = try random.permutation(data.count)
        rows = stride(from: 0, to: order.count, by: size).map { start in
            Array(order[start..<min(start + size, order.count)])
        }
        self.data = data
    }

    /// How many batches the epoch has.
    public var count: Int { rows.count }

    /// The batch of this number.
    public func batch(_ index: Int) throws -> Batch {
        let rows = rows[index]
        return Batch(
            points: try data.points(rows), labels: data.labels.map { labels in rows.map { labels[$0] } })
    }
}
