import Tensors
import Text

/// While training, sets each number to 0 with a probability and scales the others up, so that the mean stays
/// (Srivastava et al., 2014). While evaluating it does nothing.
public final class Dropout: ElementwiseLayer {
    /// Its name as a script writes it.
    public let kind = "Dropout"
    /// The probability with which a number is dropped.
    public let rate: Float

    /// Makes the layer.
    public init(_ rate: Float = 0.5) throws {
        guard rate >= 0, rate < 1 else {
            throw Mistake(
                construct: "Dropout", problem: "the rate must be at least 0 and below 1", note: "got \(rate)",
                argument: 0)
        }
        self.rate = rate
    }

    /// The call that makes it.
    public var signature: String { "Dropout(\(rate))" }
    /// A layer of its own with the same values.
    public func copied() throws -> any Layer { try Dropout(rate) }

    /// The layer's output for a batch.
    public func callAsFunction(_ x: Tensor, _ pass: Pass) throws -> Tensor {
        guard pass.mode == .training, rate > 0 else { return x }
        let kept = 1 / (1 - rate)
        let uniform = try pass.random.uniform(x.shape)
        let mask = try Tensor.building(x.shape) { mask in
            uniform.withFloats { uniform in
                for index in 0..<mask.count { mask[index] = uniform[index] < rate ? 0 : kept }
            }
        }
        return try multiply(x, mask)
    }
}
