import Tensors
import Text

/// Where the real samples come from: a distribution that can be drawn from without end, or a finite set.
public protocol DataSource: Sendable {
    /// What it is, in a few words: "ring of 8 modes".
    var name: String { get }
    /// The shape of one sample: `[2]` for points in the plane, `[1, 28, 28]` for digits.
    var sampleShape: [Int] { get }
    /// The names or numbers of its classes, empty if samples carry no label.
    var classes: [String] { get }
    /// Its modes where they are known, for counting those that a generator covers.
    var modes: Modes? { get }
    /// The whole set, if it is finite: then an epoch is one pass through it.
    var finite: FiniteData? { get }

    /// Draws samples: a tensor of shape `[count] + sampleShape`.
    func sample(_ count: Int, _ random: RandomStream) throws -> Tensor
    /// Draws samples together with the number of the class (or mode) that each comes from.
    func labeledSample(_ count: Int, _ random: RandomStream) throws -> (points: Tensor, labels: [Int])
}

extension DataSource {
    /// No classes unless a source says otherwise.
    public var classes: [String] { [] }
    /// No known modes unless a source says otherwise.
    public var modes: Modes? { nil }
    /// Without end unless a source says otherwise.
    public var finite: FiniteData? { nil }

    /// The points of a labeled sample unless a source draws them by themselves.
    public func sample(_ count: Int, _ random: RandomStream) throws -> Tensor {
        try labeledSample(count, random).points
    }

    /// Without labels unless a source says otherwise.
    public func labeledSample(
        _ count: Int, _ random: RandomStream
    ) throws -> (points: Tensor, labels: [Int]) {
        throw Mistake(
            construct: "labeled sample", problem: "these data have no labels",
            note:
                "\(name) gives points only; ring, grid, blobs, moons, spiral and mnist know the class of each"
        )
    }
}

/// The modes of a distribution: the centers of its heaps, and how wide each is.
public struct Modes: Sendable, Equatable {
    /// The center of each mode.
    public let centers: [[Double]]
    /// The standard deviation of each mode, the same along every axis.
    public let deviations: [Double]

    /// Describes modes by their centers and widths.
    public init(centers: [[Double]], deviations: [Double]) {
        precondition(centers.count == deviations.count, "a width for each center")
        self.centers = centers
        self.deviations = deviations
    }
}

/// Checks that a number of samples can be drawn.
func checkSampleCount(_ count: Int) throws {
    guard count > 0 else {
        throw Mistake(
            construct: "sample", problem: "the number of samples must be at least 1", note: "got \(count)",
            argument: 0)
    }
}
