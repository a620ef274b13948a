import Networks

extension ObjectKind where Object == HistoryObject {
    static var history: Self { Self(kind: .history) }
}

extension Entry {
    /// What the examples begin with. The discriminator names classes, so that every measure is there.
    private static let trained = """
        let G = Sequential(Dense(6, 8), relu, Dense(8, 2))
        let D = Sequential(Dense(2, 8), relu, Dense(8, 3))
        let history = train(GAN(G, D, noise: 4, classes: 2), on: moons(), steps: 3)

        """

    static let historyMembers: [Entry] =
        [
            property(
                .history, "count", "How many steps were made.",
                example: trained + "print(history.count)", prints: "3"
            ) { $0.history.count }
        ] + Measure.allCases.map(series) + [
            property(
                .history, "ending", "\"finished\", \"stopped\" or \"interrupted\".",
                example: trained + "print(history.ending)", prints: "finished"
            ) { "\($0.history.ending)" }
        ]

    private static func series(_ measure: Measure) -> Entry {
        property(
            .history, measure.name, measure.sentence("at each step "),
            text: "It is nan at a step in which the network had no turn.",
            example: trained + "print(history.\(measure.name).count)", prints: "3",
            seeAlso: ["train", "line"]
        ) { $0.history[measure] }
    }
}

extension Measure {
    /// What it is as a sentence, which may say when it is taken.
    func sentence(_ when: String = "") -> String {
        let detail = detail.map { ", \($0)" } ?? ""
        let phrase = when + summary + detail + (absence.map { "; \($0)" } ?? "") + "."
        return phrase.prefix(1).uppercased() + phrase.dropFirst()
    }
}
