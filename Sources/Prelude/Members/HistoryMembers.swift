import Networks

extension ObjectKind where Object == HistoryObject {
    static var history: Self { Self(kind: .history) }
}

extension Entry {
    /// What the examples begin with.
    private static let trained = """
        let G = Sequential(Dense(4, 8), relu, Dense(8, 2))
        let D = Sequential(Dense(2, 8), relu, Dense(8, 1))
        let history = train(GAN(G, D, noise: 4), on: ring(), steps: 3)

        """

    static let historyMembers: [Entry] =
        [
            property(
                .history, "count", "How many steps were made.",
                example: trained + "print(history.count)", prints: "3"
            ) { $0.history.count }
        ] + [
            series("discriminatorLoss", "The discriminator's loss at each step.", \.discriminatorLoss),
            series("generatorLoss", "The generator's loss at each step.", \.generatorLoss),
            series("value", "The value of the game at each step.", \.value),
            series(
                "gap", "E[D(x)] − E[D(G(z))] at each step, of probabilities where D classifies.", \.gap),
            series("accuracy", "The discriminator's accuracy at each step; nil for critics.", \.accuracy),
            series("accuracyOnReal", "Its accuracy on real samples; nil for critics.", \.accuracyOnReal),
            series(
                "accuracyOnFake", "Its accuracy on generated samples; nil for critics.", \.accuracyOnFake),
            series(
                "discriminatorGradientNorm", "The length of the discriminator's gradient at each step.",
                \.discriminatorGradientNorm),
            series(
                "generatorGradientNorm", "The length of the generator's gradient at each step.",
                \.generatorGradientNorm),
        ] + [
            property(
                .history, "ending", "\"finished\", \"stopped\" or \"interrupted\".",
                example: trained + "print(history.ending)", prints: "finished"
            ) { "\($0.history.ending)" }
        ]

    private static func series(
        _ name: String, _ summary: String, _ get: @escaping @Sendable (History) -> [Double]?
    ) -> Entry {
        property(
            .history, name, summary, example: trained + "print(history.\(name).count)", prints: "3",
            seeAlso: ["train", "line"]
        ) { get($0.history) }
    }
}
