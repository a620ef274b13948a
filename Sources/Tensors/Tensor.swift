import Text

/// An immutable array of 32-bit floats with a shape, row-major, perhaps with the graph that made it.
///
/// A copy shares the storage, which nothing ever changes: even a `Parameter` that is updated takes a storage
/// of its own as long as a tensor still looks at the old one.
public struct Tensor: Sendable {
    /// The sizes of the axes.
    public let shape: Shape
    let buffer: Buffer
    var node: Node?

    init(shape: Shape, buffer: Buffer, node: Node? = nil) {
        self.shape = shape
        self.buffer = buffer
        self.node = node
    }

    /// A tensor of these values in row-major order. Throws when their count is not the shape's.
    public init(_ values: [Float], _ shape: Shape) throws {
        let shape = try shape.validated(for: "tensor")
        if values.count != shape.count {
            throw Mistake(
                construct: "tensor", problem: "the number of values does not fit the shape",
                note: "shape \(shape) has \(counted(shape.count, "element")), "
                    + "and there are \(counted(values.count, "value"))")
        }
        self = try .building(shape) { out in _ = out.update(fromContentsOf: values) }
    }

    /// A tensor without axes.
    public init(_ scalar: Float) {
        buffer = Buffer(scalar)
        shape = Shape()
        node = nil
    }

    /// The number of axes.
    public var rank: Int { shape.rank }

    /// The number of elements.
    public var count: Int { shape.count }

    /// The values in row-major order: a copy.
    public var floats: [Float] { withFloats { Array($0) } }

    /// Calls the body with the values in row-major order, without a copy.
    public func withFloats<R>(_ body: (UnsafeBufferPointer<Float>) throws -> R) rethrows -> R {
        try withExtendedLifetime(buffer) {
            try body(UnsafeBufferPointer(start: buffer.pointer, count: count))
        }
    }

    /// The first element, NaN if there is none: the value of a tensor without axes.
    public var item: Float { count == 0 ? .nan : withExtendedLifetime(buffer) { buffer.pointer[0] } }

    /// Whether this tensor carries a graph, so that a gradient can flow from it.
    public var isRecorded: Bool { node?.isVariable ?? false }

    /// The same values without a history.
    public func detached() -> Tensor { Tensor(shape: shape, buffer: buffer) }

    /// A tensor whose elements the body writes, each of them. The memory is asked for first: an error tells
    /// the size and what there is.
    public static func building(
        _ shape: Shape, _ fill: (UnsafeMutableBufferPointer<Float>) throws -> Void
    ) throws -> Tensor {
        let tensor = try Tensor(uninitialized: shape, for: "tensor")
        try withExtendedLifetime(tensor.buffer) {
            try fill(UnsafeMutableBufferPointer(start: tensor.buffer.pointer, count: shape.count))
        }
        return tensor
    }

    /// A tensor whose memory holds whatever it held. The caller writes every element before it lets the
    /// tensor out.
    init(uninitialized shape: Shape, for construct: String) throws {
        self.shape = try shape.validated(for: construct)
        buffer = try Buffer(count: shape.count)
        node = nil
    }

    /// Where the elements lie. The tensor has to outlive the use.
    var pointer: UnsafeMutablePointer<Float> { buffer.pointer }

    /// The same storage under another shape of the same count, without a history.
    func viewed(as shape: Shape) -> Tensor { Tensor(shape: shape, buffer: buffer) }
}

extension Tensor: CustomStringConvertible {
    /// What `print` shows.
    public var description: String { tensorText(self) }
}
