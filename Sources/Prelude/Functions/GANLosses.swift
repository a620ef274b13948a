import Networks
import Script
import Tensors
import Text

extension Entry {
    static let ganLosses: [Entry] = [
        Entry(
            "minimax", .ganLosses,
            "The lecture's loss, whose generator minimizes log(1 − D(G(z))) and saturates.",
            .smoothing, .r1,
            text:
                "max over D, min over G of E[log D(x)] + E[log(1 − D(G(z)))] on logits (Goodfellow et al., 2014). Where "
                + "D is sure of a forgery, the generator's gradient fades.",
            example: "print(minimax().generator(tensor([[0]])))", prints: "-0.6931",
            seeAlso: ["nonSaturating", "GAN"]
        ) { _, smoothing, r1 in try GANLoss.minimax(smoothing: smoothing).with(r1) },
        Entry(
            "nonSaturating", .ganLosses,
            "The generator maximizes log D(G(z)) instead; what GAN uses when no loss is named.",
            .smoothing, .r1,
            text: "The same paper, section 3: the gradient is strongest where the generator loses.",
            example:
                "let loss = nonSaturating()\nprint(loss.discriminator(zeros(4, 1), zeros(4, 1)), loss.generator(zeros(4, 1)))",
            prints: "1.386 0.6931", seeAlso: ["minimax", "GAN"]
        ) { _, smoothing, r1 in try GANLoss.nonSaturating(smoothing: smoothing).with(r1) },
        Entry(
            "leastSquares", .ganLosses,
            "Half the squared distance of the score to 1 for real and 0 for fake.",
            .r1, text: "Mao et al. (2017), with TF-GAN's factor of a half.",
            example: "print(leastSquares().generator(tensor([[0], [1]])))", prints: "0.25", seeAlso: ["hinge"]
        ) { _, r1 in GANLoss.leastSquares().with(r1) },
        Entry(
            "hinge", .ganLosses, "Only scores on the wrong side of 1 and −1 cost the discriminator anything.",
            .r1, text: "Lim and Ye (2017).",
            example: "print(hinge().discriminator(tensor([[2], [0.5]]), tensor([[-2], [0]])))",
            prints: "0.75",
            seeAlso: ["SpectralNorm", "leastSquares"]
        ) { _, r1 in GANLoss.hinge().with(r1) },
        Entry(
            "wasserstein", .ganLosses,
            "A critic's scores: as large as it can for real samples, as small as it can for forged ones.",
            .labeled(.optional(.float("clip", "keep the critic's weights within this"), meaning: "0.01")),
            .labeled(
                .optional(
                    .float("penalty", "hold the critic's slope near 1 with this weight, instead of clipping"))
            ),
            .labeled(.flag("oneSided", "only slopes above 1 are penalized")), .r1,
            text:
                "Arjovsky et al. (2017) with clipping, Gulrajani et al. (2017) with the penalty. It brings RMSprop "
                + "0.00005 or Adam 0.0001 (0, 0.9), and five critic steps for each of the generator's.",
            example:
                "print(wasserstein(penalty: 10))\nprint(wasserstein().discriminator(ones(4, 1), zeros(4, 1)))",
            prints: "wasserstein(penalty: 10.0)\n-1", raises: ["Both `clip:` and `penalty:`."],
            seeAlso: ["earthMover", "gradientPenalty"]
        ) { _, clip, penalty, oneSided, r1 in
            if let penalty {
                if clip != nil {
                    throw Mistake(
                        problem: "the slope is bounded either by clipping or by a penalty",
                        note: "both are given")
                }
                return try GANLoss.wasserstein(penalty: penalty, oneSided: oneSided).with(r1)
            }
            if oneSided {
                throw Mistake(problem: "`oneSided:` goes with `penalty:`", place: .argument(2))
            }
            return try GANLoss.wasserstein(clip: clip ?? 0.01).with(r1)
        },
        Entry(
            "relativistic", .ganLosses, "Each logit against the average of the other kind.", .r1,
            text:
                "The average variant of Jolicoeur-Martineau (2018). Its generator looks at real samples too.",
            example: "print(relativistic().discriminator(zeros(4, 1), zeros(4, 1)))", prints: "1.386",
            seeAlso: ["nonSaturating"]
        ) { _, r1 in GANLoss.relativistic().with(r1) },
        Entry(
            "gradientPenalty", .ganLosses, "The average of (‖∇D(x)‖ − 1)² over the rows of a batch.",
            .function("critic", "the network or function whose slope is measured"),
            .tensor("points", "where it is measured, a row each"),
            .flag("oneSided", "only slopes above 1 cost anything"),
            text: "It is recorded for the critic's parameters, so that a loss may contain it.",
            example: "func D(x) { 3 * x }\nprint(gradientPenalty(D, tensor([[0], [1]])))", prints: "4",
            seeAlso: ["wasserstein", "gradient"]
        ) { call, critic, points, oneSided in
            try gradientPenalty(at: points, oneSided: oneSided) { x in
                let score = try call.interpreter.call(critic, [Value(x)])
                guard let tensor = try tensorLike(score) else {
                    throw Mistake(
                        problem: "the critic must give a tensor", note: "{0} gave \(score.phrase)",
                        place: .argument(0))
                }
                return tensor
            }
        },
    ]

    /// The same as functions, by the names that papers and libraries give them.
    static let ganLossFaces: [Entry] = [
        discriminatorFace("minimaxDiscriminatorLoss", "minimax", "1.386") { try .minimax() },
        generatorFace("minimaxGeneratorLoss", "minimax", "-0.6931") { try .minimax() },
        generatorFace("nonSaturatingGeneratorLoss", "nonSaturating", "0.6931") { try .nonSaturating() },
        discriminatorFace("wassersteinCriticLoss", "wasserstein", "0") { try .wasserstein(clip: 0.01) },
        generatorFace("wassersteinGeneratorLoss", "wasserstein", "0") { try .wasserstein(clip: 0.01) },
        discriminatorFace("leastSquaresDiscriminatorLoss", "leastSquares", "0.5") { .leastSquares() },
        generatorFace("leastSquaresGeneratorLoss", "leastSquares", "0.5") { .leastSquares() },
        discriminatorFace("hingeDiscriminatorLoss", "hinge", "2") { .hinge() },
    ]

    private static func discriminatorFace(
        _ name: String, _ maker: String, _ prints: String, _ make: @escaping @Sendable () throws -> GANLoss
    ) -> Entry {
        Entry(
            name, .ganLosses, "The same as `\(maker)().discriminator(real, fake)`.",
            .tensor("real", "outputs on real samples"), .tensor("fake", "outputs on generated samples"),
            example: "print(\(name)(zeros(4, 1), zeros(4, 1)))", prints: .text(prints),
            seeAlso: [maker]
        ) { _, real, fake in try make().discriminator(real, fake) }
    }

    private static func generatorFace(
        _ name: String, _ maker: String, _ prints: String, _ make: @escaping @Sendable () throws -> GANLoss
    ) -> Entry {
        Entry(
            name, .ganLosses, "The same as `\(maker)().generator(fake)`.",
            .tensor("fake", "outputs on generated samples"),
            example: "print(\(name)(zeros(4, 1)))", prints: .text(prints), seeAlso: [maker]
        ) { _, fake in try make().generator(fake) }
    }
}

extension Input where Argument == Float {
    fileprivate static var smoothing: Self {
        .labeled(.float("smoothing", "how far the target for real samples lies below 1", default: 0))
    }
}

extension Input where Argument == Float? {
    fileprivate static var r1: Self {
        .labeled(
            .optional(
                .float(
                    "r1", "the weight of the penalty on D's slope at real samples (Mescheder et al., 2018)")))
    }
}

extension GANLoss {
    fileprivate func with(_ r1: Float?) -> GANLoss { r1.map { adding(.r1(weight: $0)) } ?? self }
}
