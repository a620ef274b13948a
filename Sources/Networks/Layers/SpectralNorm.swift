import Tensors
import Text

/// Divides a layer's weight by its largest singular value, so that the layer stretches nothing by more than 1:
/// Miyato et al., "Spectral Normalization for GANs" (2018). The singular vectors are followed by one power iteration
/// each time the weight has its turn.
public final class SpectralNorm: Layer {
    /// Its name as a script writes it.
    public let kind = "SpectralNorm"
    /// The layer whose weight is divided: ``Dense`` or a ``Convolution2D`` that is not transposed.
    public let layer: any Layer
    /// The left singular vector, as far as it was followed.
    public let direction: RunningStatistic

    private enum Kind {
        case dense(Dense)
        case conv(Convolution2D)
    }
    private let inner: Kind

    /// Wraps a layer.
    public init(_ layer: any Layer, random: RandomStream) throws {
        switch layer {
        case let dense as Dense: inner = .dense(dense)
        case let conv as Convolution2D where conv.direction == .plain: inner = .conv(conv)
        default:
            throw Mistake(
                construct: "SpectralNorm", problem: "it wraps Dense or Conv2D",
                note: "and {0} is \(layer.signature)", argument: 0)
        }
        self.layer = layer
        let rows = Self.rows(of: layer)
        direction = RunningStatistic(role: "weight_u", value: try Self.unit(random.normal([1, rows])))
        // A few iterations at first, so that the value is close from the beginning.
        for _ in 0..<15 { direction.value = try follow(direction.value).left }
    }

    private init(copying other: SpectralNorm) throws {
        layer = try other.layer.copied()
        if let dense = layer as? Dense {
            inner = .dense(dense)
        } else if let conv = layer as? Convolution2D {
            inner = .conv(conv)
        } else {
            inner = other.inner
        }
        direction = RunningStatistic(role: "weight_u", value: other.direction.value)
    }

    /// The call that makes it.
    public var signature: String { "SpectralNorm(\(layer.signature))" }
    /// The layers it is made of.
    public var children: [any Layer] { [layer] }
    /// The running statistics that are its own.
    public var ownStatistics: [RunningStatistic] { [direction] }
    /// The shape that one sample must have.
    public var inputShape: [Int?]? { layer.inputShape }
    /// The shape of one sample of the output.
    public func outputShape(_ input: [Int?]?) -> [Int?]? { layer.outputShape(input) }
    /// A layer of its own with the same values.
    public func copied() throws -> any Layer { try SpectralNorm(copying: self) }

    /// The layer's output for a batch.
    public func callAsFunction(_ x: Tensor, _ pass: Pass) throws -> Tensor {
        let (left, right) = try follow(direction.value)
        if pass.writesStatistics { direction.value = left }
        let weight = pass.tensor(weightParameter)
        let matrix = try reshape(weight, [left.shape[1], weight.count / left.shape[1]])
        // uᵀ·W·v with u and v constants: the gradient flows through W alone, as in the paper.
        let largest = try sum(matmul(matmul(left, matrix), right))
        // A weight of zeros stretches nothing as it is.
        let divided = try largest.item == 0 ? weight : divide(weight, largest)
        switch inner {
        case .dense(let dense): return try dense.apply(x, weight: divided, activation: nil, pass)
        case .conv(let conv): return try conv.apply(x, weight: divided, pass)
        }
    }

    private var weightParameter: Parameter {
        switch inner {
        case .dense(let dense): dense.weight
        case .conv(let conv): conv.weight
        }
    }

    private static func rows(of layer: any Layer) -> Int { layer.ownParameters[0].parameter.shape[0] }

    /// One power iteration from the left vector: the new left one, [1, rows], and the right one, [columns, 1].
    private func follow(_ left: Tensor) throws -> (left: Tensor, right: Tensor) {
        try withoutGradients {
            let weight = weightParameter.constant.detached()
            let matrix = try reshape(weight, [left.shape[1], weight.count / left.shape[1]])
            let right = try Self.unit(matmul(left, matrix))
            let column = try reshape(right, [right.count, 1])
            let next = try Self.unit(matmul(matrix, column))
            // A weight of zeros leads nowhere: the direction waits for one that does.
            if !any(next) { return (left, column) }
            return (try reshape(next, [1, next.count]), column)
        }
    }

    private static func unit(_ vector: Tensor) throws -> Tensor {
        let length = Float(vector.sumOfSquares.squareRoot())
        return try vector * (1 / Swift.max(length, 1e-12))
    }
}
