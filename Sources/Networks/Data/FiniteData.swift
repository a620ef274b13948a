import Tensors
import Text

/// A finite set of samples, with labels or without: an epoch is one pass through it.
///
/// Images are kept as the bytes of their file and scaled when a batch is made, so that 60,000 digits take 47 MB
/// and not 188.
public struct FiniteData: DataSource {
    enum Storage: Sendable {
        case floats(Tensor)
        case bytes([UInt8], scale: Float, offset: Float)
    }

    /// What it goes by.
    public let name: String
    /// The shape of one sample.
    public let sampleShape: [Int]
    /// How many samples there are.
    public let count: Int
    /// The class of each sample, if the set has labels.
    public let labels: [Int]?
    /// The names of its classes.
    public let classes: [String]
    let storage: Storage

    /// The whole set.
    public var finite: FiniteData? { self }
    private var width: Int { sampleShape.reduce(1, *) }

    init(
        name: String, sampleShape: [Int], count: Int, labels: [Int]?, classes: [String], storage: Storage
    ) {
        self.name = name
        self.sampleShape = sampleShape
        self.count = count
        self.labels = labels
        self.classes = classes
        self.storage = storage
    }

    /// The rows of a tensor as samples; a tensor of one axis holds samples of one number each.
    public init(points: Tensor, labels: [Int]? = nil, name: String = "points") throws {
        guard points.rank >= 1, points.shape[0] > 0 else {
            throw Mistake(
                construct: name, problem: "there is no sample in it",
                note: "{0} has the shape \(points.shape)",
                argument: 0)
        }
        let count = points.shape[0]
        if let labels {
            guard labels.count == count else {
                throw Mistake(
                    construct: name, problem: "the number of labels is wrong",
                    note: "there are \(count) points and \(labels.count) labels")
            }
            if let negative = labels.first(where: { $0 < 0 }) {
                throw Mistake(
                    construct: name, problem: "labels count from 0", note: "one of them is \(negative)")
            }
        }
        let shape = points.rank == 1 ? [1] : Array(points.shape.dimensions.dropFirst())
        self.init(
            name: name, sampleShape: shape, count: count, labels: labels,
            classes: labels.map { (0...($0.max() ?? 0)).map(String.init) } ?? [],
            storage: .floats(points.detached()))
    }

    /// The samples with these numbers, in this order.
    public func points(_ rows: [Int]) throws -> Tensor {
        let width = width
        return try Tensor.building(Shape([rows.count] + sampleShape)) { target in
            switch storage {
            case .floats(let tensor):
                tensor.withFloats { source in
                    for (row, from) in rows.enumerated() {
                        for column in 0..<width {
                            target[row * width + column] = source[from * width + column]
                        }
                    }
                }
            case .bytes(let bytes, let scale, let offset):
                bytes.withUnsafeBufferPointer { source in
                    for (row, from) in rows.enumerated() {
                        for column in 0..<width {
                            target[row * width + column] =
                                Float(source[from * width + column]) * scale + offset
                        }
                    }
                }
            }
        }
    }

    /// All samples in their order: shape `[count] + sampleShape`.
    public func allPoints() throws -> Tensor { try points(Array(0..<count)) }

    /// Draws samples.
    public func sample(_ count: Int, _ random: RandomStream) throws -> Tensor {
        try checkSampleCount(count)
        return try points(random.integers(count: count, in: 0..<self.count))
    }

    /// Draws samples with the class of each.
    public func labeledSample(
        _ count: Int, _ random: RandomStream
    ) throws -> (points: Tensor, labels: [Int]) {
        try checkSampleCount(count)
        guard let labels else {
            throw Mistake(
                construct: "labeled sample", problem: "these data have no labels",
                note: "\(name) was made without any")
        }
        let rows = try random.integers(count: count, in: 0..<self.count)
        return (try points(rows), rows.map { labels[$0] })
    }

    /// The part with these samples, in this order.
    public func subset(_ rows: [Int], name: String? = nil) throws -> FiniteData {
        if let outside = rows.first(where: { $0 < 0 || $0 >= count }) {
            throw Mistake(
                construct: "subset", problem: "there is no sample \(outside)",
                note: "\(self.name) has the samples 0 to \(count - 1)")
        }
        guard !rows.isEmpty else {
            throw Mistake(construct: "subset", problem: "no sample is left", note: "of \(self.name)")
        }
        let kept: Storage
        switch storage {
        case .floats: kept = .floats(try points(rows))
        case .bytes(let bytes, let scale, let offset):
            let width = width
            kept = .bytes(
                rows.flatMap { bytes[($0 * width)..<(($0 + 1) * width)] }, scale: scale, offset: offset)
        }
        return FiniteData(
            name: name ?? self.name, sampleShape: sampleShape, count: rows.count,
            labels: labels.map { labels in rows.map { labels[$0] } }, classes: classes, storage: kept)
    }

    /// The samples of one class.
    public func only(class label: Int) throws -> FiniteData {
        guard let labels else {
            throw Mistake(construct: "only", problem: "these data have no labels", note: name)
        }
        guard classes.indices.contains(label) else {
            throw Mistake(
                construct: "only", problem: "there is no class \(label)",
                note: "\(name) has the classes 0 to \(classes.count - 1)")
        }
        return try subset(labels.indices.filter { labels[$0] == label }, name: "\(name), class \(label)")
    }

    /// The same samples in another shape, such as `[784]` for images of 28 × 28.
    public func reshaped(_ shape: [Int]) throws -> FiniteData {
        guard shape.allSatisfy({ $0 > 0 }), shape.reduce(1, *) == width else {
            throw Mistake(
                construct: "reshaped", problem: "the number of elements differs",
                note: "a sample has the shape \(Shape(sampleShape)), which is not as many as \(Shape(shape))")
        }
        return FiniteData(
            name: name, sampleShape: shape, count: count, labels: labels, classes: classes, storage: storage)
    }
}
