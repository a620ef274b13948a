import Networks

extension ObjectKind where Object == LossObject {
    static var loss: Self { Self(kind: .loss) }
}

extension Entry {
    static let lossMembers: [Entry] = [
        property(
            .loss, "name", "The function that made it.", example: "print(wasserstein(penalty: 10).name)",
            prints: "wasserstein"
        ) { $0.loss.name },
        property(
            .loss, "classifies", "Whether the discriminator's output is a logit, not a score.",
            example: "print(minimax().classifies, wasserstein().classifies)", prints: "true false"
        ) { $0.loss.classifies },
        method(
            .loss, "discriminator",
            "What the discriminator minimizes, from its outputs on a real and a fake batch.",
            .tensor("real", "outputs on real samples: logits, or scores"),
            .tensor("fake", "outputs on generated samples"),
            example: "print(minimax().discriminator(zeros(4, 1), zeros(4, 1)))", prints: "1.386",
            seeAlso: ["generator"]
        ) { _, loss, real, fake in try loss.loss.discriminator(real, fake) },
        method(
            .loss, "generator",
            "What the generator minimizes, from the discriminator's outputs on its batch.",
            .tensor("fake", "outputs on generated samples"),
            .optional(.tensor("real", "outputs on real samples, for losses that compare")),
            example: "print(nonSaturating().generator(zeros(4, 1)))", prints: "0.6931",
            seeAlso: ["discriminator"]
        ) { _, loss, fake, real in try loss.loss.generator(fake, real: real) },
    ]
}
