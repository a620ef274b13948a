import Tensors
import Text

/// One row for each sample: from [n, a, b, …] to [n, a·b·…].
public final class Flatten: Layer {
    /// Its name as a script writes it.
    public let kind = "Flatten"
    /// The call that makes it.
    public let signature = "Flatten()"

    /// Makes the layer.
    public init() {}

    /// The shape of one sample of the output.
    public func outputShape(_ input: [Int?]?) -> [Int?]? {
        guard let input else { return nil }
        return [
            input.reduce(1 as Int?) { product, size in size.flatMap { size in product.map { $0 * size } } }
        ]
    }
    /// A layer of its own with the same values.
    public func copied() -> any Layer { Flatten() }

    /// The layer's output for a batch.
    public func callAsFunction(_ x: Tensor, _ pass: Pass) throws -> Tensor {
        guard x.rank >= 2 else {
            throw inputError(self, x, "the input is no batch", "Flatten takes [n, …] with two axes or more")
        }
        return try reshape(x, [x.shape[0], x.count / max(x.shape[0], 1)])
    }
}

/// Another shape for each sample: `Reshape(128, 7, 7)` from [n, 6272] to [n, 128, 7, 7].
public final class Reshape: Layer {
    /// Its name as a script writes it.
    public let kind = "Reshape"
    /// The shape that each sample gets.
    public let shape: [Int]

    /// Makes the layer.
    public init(_ shape: [Int]) throws {
        guard !shape.isEmpty, shape.allSatisfy({ $0 >= 1 }) else {
            throw Mistake(
                construct: "Reshape", problem: "every size must be at least 1", note: "got \(Shape(shape))")
        }
        self.shape = shape
    }

    /// The call that makes it.
    public var signature: String { "Reshape(\(shape.map(String.init).joined(separator: ", ")))" }
    /// The shape of one sample of the output.
    public func outputShape(_ input: [Int?]?) -> [Int?]? { shape }
    /// A layer of its own with the same values.
    public func copied() throws -> any Layer { try Reshape(shape) }

    /// The layer's output for a batch.
    public func callAsFunction(_ x: Tensor, _ pass: Pass) throws -> Tensor {
        guard x.rank >= 1, x.count == x.shape[0] * shape.reduce(1, *) else {
            throw inputError(
                self, x, "the number of elements differs",
                "each sample must have \(shape.reduce(1, *)) elements to become \(Shape(shape))")
        }
        return try reshape(x, Shape([x.shape[0]] + shape))
    }
}
