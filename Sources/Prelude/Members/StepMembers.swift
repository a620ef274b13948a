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
        ] + Measure.allCases.map(number) + [
            property(
                .step, "history", "Everything noted so far.", returns: .history,
                example: inTraining("step.history.count"), prints: "1\n2"
            ) { Value.object(HistoryObject($0.state.history)) }
        ]

    private static func number(_ measure: Measure) -> Entry {
        property(
            .step, measure.name, measure.sentence(), example: inTraining("step.\(measure.name) < 10"),
            prints: "true\ntrue", seeAlso: ["train"]
        ) { $0.state.record[measure] }
    }

    /// A training of two steps whose block prints something. Its discriminator names classes, so that every
    /// measure is there.
    private static func inTraining(_ printed: String) -> String {
        """
        let G = Sequential(Dense(6, 8), relu, Dense(8, 2))
        let D = Sequential(Dense(2, 8), relu, Dense(8, 3))
        let _ = train(GAN(G, D, noise: 4, classes: 2), on: moons(), steps: 2) { step in
            print(\(printed))
        }
        """
    }
}
