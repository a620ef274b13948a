import Tensors
import Text

/// A loss of a GAN: one for each network, both the number to minimize, on the discriminator's raw outputs (logits where it
/// classifies, scores where it does not).
public struct GANLoss: Sendable {
    /// The name that a script uses: "nonSaturating".
    public let name: String
    /// The call that makes it: "wasserstein(penalty: 10)".
    public let signature: String
    /// Whether the output is a logit, whose sigmoid is the probability of "real". Then accuracy means something;
    /// a critic's score has no threshold.
    public let classifies: Bool
    /// Each critic step is followed by bringing its parameters into [−clip, clip].
    public let clip: Float?
    /// A penalty on the discriminator's slope, added to its loss.
    public let penalties: [SlopePenalty]
    /// What an optimizer is when none is named.
    public let usualRule: any UpdateRule
    /// The learning rate that goes with it.
    public let usualRate: Float
    /// How many steps the discriminator makes for each of the generator, unless told otherwise.
    public let usualDiscriminatorSteps: Int
    /// Whether the generator's loss looks at the real scores too.
    public let generatorNeedsReal: Bool

    private let discriminatorLoss: @Sendable (_ real: Tensor, _ fake: Tensor) throws -> Tensor
    private let generatorLoss: @Sendable (_ fake: Tensor, _ real: Tensor?) throws -> Tensor

    /// Describes a loss by those of its two networks and what goes with it.
    public init(
        name: String, signature: String? = nil, classifies: Bool, clip: Float? = nil,
        penalties: [SlopePenalty] = [], usualRule: any UpdateRule = Adam(beta1: 0.5),
        usualRate: Float = 0.0002,
        usualDiscriminatorSteps: Int = 1, generatorNeedsReal: Bool = false,
        discriminator: @escaping @Sendable (_ real: Tensor, _ fake: Tensor) throws -> Tensor,
        generator: @escaping @Sendable (_ fake: Tensor, _ real: Tensor?) throws -> Tensor
    ) {
        self.name = name
        self.signature = signature ?? "\(name)()"
        self.classifies = classifies
        self.clip = clip
        self.penalties = penalties
        self.usualRule = usualRule
        self.usualRate = usualRate
        self.usualDiscriminatorSteps = usualDiscriminatorSteps
        self.generatorNeedsReal = generatorNeedsReal
        discriminatorLoss = discriminator
        generatorLoss = generator
    }

    /// The discriminator's loss for its outputs on real and on fake samples.
    public func discriminator(_ real: Tensor, _ fake: Tensor) throws -> Tensor {
        guard real.count > 0, fake.count > 0 else { throw noScores("discriminator") }
        return try discriminatorLoss(real, fake)
    }

    /// The generator's loss for the discriminator's outputs on fake samples; `real` is for losses that compare.
    public func generator(_ fake: Tensor, real: Tensor? = nil) throws -> Tensor {
        guard fake.count > 0 else { throw noScores("generator") }
        if generatorNeedsReal, real == nil {
            throw Mistake(
                construct: "\(name) generator", problem: "this loss compares fake with real",
                note: "give it the discriminator's outputs on real samples too: generator(fake, real: …)")
        }
        return try generatorLoss(fake, real)
    }

    private func noScores(_ network: String) -> Mistake {
        Mistake(
            construct: "\(name) \(network)", problem: "there are no outputs to average", note: "got 0 of them"
        )
    }

    /// The same loss with a penalty beside it.
    public func adding(_ penalty: SlopePenalty) -> GANLoss {
        let label = penalty.label
        let inner =
            signature.hasSuffix("()") ? signature.dropLast(1) + label : signature.dropLast(1) + ", \(label)"
        return GANLoss(
            name: name, signature: String(inner) + ")", classifies: classifies, clip: clip,
            penalties: penalties + [penalty], usualRule: usualRule, usualRate: usualRate,
            usualDiscriminatorSteps: usualDiscriminatorSteps, generatorNeedsReal: generatorNeedsReal,
            discriminator: discriminatorLoss, generator: generatorLoss)
    }
}
