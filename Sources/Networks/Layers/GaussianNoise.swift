import Tensors
import Text

/// While training, adds to each number a normal one of mean 0; while evaluating it does nothing. As the first layer
/// of a discriminator it is instance noise, which makes real and generated samples overlap, so that the generator's
/// gradient does not vanish (Arjovsky and Bottou, 2017; Sønderby et al., 2017).
public final class GaussianNoise: ElementwiseLayer {
    /// Its name as a script writes it.
    public let kind = "GaussianNoise"
    /// The standard deviation of what is added.
    public let sigma: Float

    /// Makes the layer.
    public init(_ sigma: Float = 0.1) throws {
        guard sigma >= 0, sigma.isFinite else {
            throw Mistake(
                construct: "GaussianNoise", problem: "sigma must be a number of at least 0",
                note: "got \(sigma)", argument: 0)
        }
        self.sigma = sigma
    }

    /// The call that makes it.
    public var signature: String { "GaussianNoise(\(sigma))" }
    /// A layer of its own with the same values.
    public func copied() throws -> any Layer { try GaussianNoise(sigma) }

    /// The layer's output for a batch.
    public func callAsFunction(_ x: Tensor, _ pass: Pass) throws -> Tensor {
        guard pass.mode == .training, sigma > 0 else { return x }
        return try add(x, pass.random.normal(x.shape, deviation: sigma))
    }
}
