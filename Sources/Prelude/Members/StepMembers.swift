import Networks
import Script

extension ObjectKind where Object == StepObject {
    static var step: Self { Self(kind: .step) }
}

extension Entry {
    static let stepMembers: [Entry] =
        [
            property(
                .step, "number", "The step, counted from 1.", example: inTraining("step.number"),
                prints: "1\n2"
            ) { $0.state.step },
            property(
                .step, "steps", "How many steps there will be.", example: inTraining("step.steps"),
                prints: "2\n2"
            ) { $0.state.steps },
            property(
                .step, "round", "The round, where the training goes by rounds; else nil.",
                example: inTraining("step.round"), prints: "nil\nnil"
            ) { $0.state.round },
        ] + [
            number("discriminatorLoss", "The discriminator's loss.", \.discriminatorLoss),
            number("generatorLoss", "The generator's loss.", \.generatorLoss),
            number("value", "The value of the game.", \.value),
            number("gap", "E[D(x)] − E[D(G(z))], of probabilities where D classifies.", \.gap),
            number("accuracyOnReal", "The accuracy on real samples; nil for critics.", \.accuracyOnReal),
            number("accuracyOnFake", "The accuracy on generated samples; nil for critics.", \.accuracyOnFake),
            number("accuracy", "The mean of both accuracies; nil for critics.") { record in
                guard let real = record.accuracyOnReal, let fake = record.accuracyOnFake else { return nil }
                return (real + fake) / 2
            },
        ] + [
            property(
                .step, "history", "Everything noted so far.", returns: .history,
                example: inTraining("step.history.count"), prints: "1\n2"
            ) { Value.object(HistoryObject($0.state.history)) }
        ]

    private static func number(
        _ name: String, _ summary: String, _ get: @escaping @Sendable (StepRecord) -> Double?
    ) -> Entry {
        property(
            .step, name, summary, example: inTraining("step.\(name) < 10"), prints: "true\ntrue",
            seeAlso: ["train"]
        ) { get($0.state.record) }
    }

    /// A training of two steps whose block prints something.
    private static func inTraining(_ printed: String) -> String {
        """
        let G = Sequential(Dense(4, 8), relu, Dense(8, 2))
        let D = Sequential(Dense(2, 8), relu, Dense(8, 1))
        let _ = train(GAN(G, D, noise: 4), on: ring(), steps: 2) { step in
            print(\(printed))
        }
        """
    }
}
