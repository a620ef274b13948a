import Networks
import Script
import Text

extension ObjectKind where Object == GANObject {
    static var gan: Self { Self(kind: .gan) }
}

extension Entry {
    /// The GAN of the examples.
    private static let small = """
        let G = Sequential(Dense(4, 8), relu, Dense(8, 2))
        let D = Sequential(Dense(2, 8), relu, Dense(8, 1))
        let gan = GAN(G, D, noise: 4)

        """

    static let ganMembers: [Entry] = [
        property(
            .gan, "generator", "The network that makes samples.",
            example: small + "print(gan.generator.outputs)", prints: "2"
        ) { $0.generator },
        property(
            .gan, "discriminator", "The network that judges them.",
            example: small + "print(gan.discriminator.inputs)", prints: "2"
        ) { $0.discriminator },
        property(
            .gan, "noise", "How many random numbers a sample is made of.",
            example: small + "print(gan.noise)", prints: "4"
        ) { $0.gan.noise },
        property(
            .gan, "classes", "How many classes it tells apart, if any.",
            example: """
                let G = Sequential(Dense(4 + 2, 8), relu, Dense(8, 2))
                let D = Sequential(Dense(2, 8), relu, Dense(8, 1 + 2))
                print(GAN(G, D, noise: 4, classes: 2).classes)
                """, prints: "2"
        ) { $0.gan.classes },
        property(
            .gan, "loss", "What both minimize.", example: small + "print(gan.loss)",
            prints: "nonSaturating()"
        ) { $0.gan.loss },
        property(
            .gan, "history", "The history of the latest training, as far as it came.",
            returns: .optional(.history),
            example: small + "let _ = train(gan, on: ring(), steps: 3)\nprint(gan.history.count)",
            prints: "3",
            seeAlso: ["train"]
        ) { $0.gan.history.map { Value.object(HistoryObject($0)) } },
        property(
            .gan, "average", "The generator with averaged weights, if the training kept an average.",
            example: small + """
                let _ = train(gan, on: ring(), steps: 3, averaging: 0.9)
                print(gan.average)
                """, prints: "Sequential(Dense(4, 8), relu, Dense(8, 2))", seeAlso: ["train"]
        ) { $0.gan.average?.network },
        method(
            .gan, "sample",
            "Samples of the generator in evaluation, with averaged weights if there are any.",
            .int("count", "how many", atLeast: 1),
            .labeled(.optional(.int("label", "the class of all of them, of a GAN that knows classes"))),
            .labeled(.optional(.ints("labels", "the class of each"), meaning: "random")),
            example: small + "print(gan.sample(100).shape)", prints: "[100, 2]", seeAlso: ["train"]
        ) { call, gan, count, label, labels in
            if label != nil, labels != nil {
                throw Mistake(
                    problem: "`label` or `labels`?",
                    note: "one is the class of all samples, the other the class of each")
            }
            let told = label.map { [Int](repeating: $0, count: count) } ?? labels
            return try gan.gan.sample(count, labels: told, call.random)
        },
        method(
            .gan, "verdict",
            "What the discriminator says in evaluation: probabilities of \"real\", or scores.",
            .tensor("samples", "a row for each"),
            .labeled(
                .optional(.ints("labels", "the class of each, for a discriminator that judges with it"))),
            example: small + "print(gan.verdict(zeros(3, 2)).shape)", prints: "[3, 1]",
            seeAlso: ["sample"]
        ) { call, gan, samples, labels in try gan.gan.verdict(on: samples, labels: labels, call.random) },
    ]
}
