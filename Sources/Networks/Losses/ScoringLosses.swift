import Tensors
import Text

extension GANLoss {
    /// Half the squared distance to 1 for real and 0 for fake: Mao et al., "Least Squares GANs" (2017), with
    /// TF-GAN's factor of a half. The output is a score around a half, and no logit.
    public static func leastSquares() -> GANLoss {
        GANLoss(
            name: "leastSquares", classifies: false,
            discriminator: { real, fake in try (mean(square(real - 1)) + mean(square(fake))) * 0.5 },
            generator: { fake, _ in try mean(square(fake - 1)) * 0.5 })
    }

    /// Only outputs on the wrong side of ±1 cost anything: Lim and Ye, "Geometric GAN" (2017).
    public static func hinge() -> GANLoss {
        GANLoss(
            name: "hinge", classifies: false,
            discriminator: { real, fake in try mean(relu(1 - real)) + mean(relu(1 + fake)) },
            generator: { fake, _ in try -mean(fake) })
    }

    /// The critic maximizes E[D(x)] − E[D(G(z))] with its parameters kept within ±clip: Arjovsky et al.,
    /// "Wasserstein GAN" (2017). Brings RMSprop 0.00005 and five critic steps.
    public static func wasserstein(clip: Float = 0.01) throws -> GANLoss {
        guard clip > 0 else {
            throw Mistake(construct: "wasserstein", problem: "clip must be above 0", note: "got \(clip)")
        }
        return wasserstein(
            signature: "wasserstein(clip: \(clip))", clip: clip, penalties: [], rule: RMSprop(), rate: 0.00005
        )
    }

    /// The critic's slope is held near 1 by a penalty between real and fake points: Gulrajani et al., "Improved
    /// Training of Wasserstein GANs" (2017); one-sided, only slopes above 1 cost anything. Brings Adam 0.0001
    /// (0, 0.9) and five critic steps.
    public static func wasserstein(penalty: Float, oneSided: Bool = false) throws -> GANLoss {
        guard penalty > 0 else {
            throw Mistake(
                construct: "wasserstein", problem: "penalty must be above 0", note: "got \(penalty)")
        }
        return wasserstein(
            signature: "wasserstein(penalty: \(penalty)\(oneSided ? ", oneSided: true" : ""))", clip: nil,
            penalties: [.between(weight: penalty, oneSided: oneSided)], rule: Adam(beta1: 0, beta2: 0.9),
            rate: 0.0001)
    }

    private static func wasserstein(
        signature: String, clip: Float?, penalties: [SlopePenalty], rule: any UpdateRule, rate: Float
    ) -> GANLoss {
        GANLoss(
            name: "wasserstein", signature: signature, classifies: false, clip: clip, penalties: penalties,
            usualRule: rule, usualRate: rate, usualDiscriminatorSteps: 5,
            discriminator: { real, fake in try mean(fake) - mean(real) },
            generator: { fake, _ in try -mean(fake) })
    }
}
