import Networks
import Script
import Text

/// A step of a training, as the closure of `train` gets it: it counts as its number, and knows what was noted.
final class StepObject: HostObject {
    let state: TrainingState

    init(_ state: TrainingState) { self.state = state }

    static let stepKind = Kind(
        name: "step",
        properties: [
            Property(name: "number", summary: "the step, counted from 1") { object, _ in
                .int(try state(object).step)
            },
            Property(name: "steps", summary: "how many steps there will be") { object, _ in
                .int(try state(object).steps)
            },
            Property(name: "round", summary: "the round, where the training goes by rounds") { object, _ in
                try state(object).round.map { .int($0) } ?? .none
            },
            number("discriminatorLoss", "the discriminator's loss", \.discriminatorLoss),
            number("generatorLoss", "the generator's loss", \.generatorLoss),
            number("value", "the value of the game", \.value),
            number("gap", "E[D(x)] − E[D(G(z))]", \.gap),
            number("accuracyOnReal", "accuracy on real samples; nil for critics", \.accuracyOnReal),
            number("accuracyOnFake", "accuracy on generated samples; nil for critics", \.accuracyOnFake),
            number("accuracy", "the mean of both accuracies; nil for critics") { record in
                guard let real = record.accuracyOnReal, let fake = record.accuracyOnFake else { return nil }
                return (real + fake) / 2
            },
            Property(name: "history", summary: "everything noted so far") { object, _ in
                .object(HistoryObject(try state(object).history))
            },
        ])

    private static func number(
        _ name: String, _ summary: String, _ get: @escaping @Sendable (StepRecord) -> Double?
    ) -> Property {
        Property(name: name, summary: summary) { object, _ in
            get(try state(object).record).map { .double($0) } ?? .none
        }
    }

    private static func state(_ object: any HostObject) throws -> TrainingState {
        guard let found = (object as? StepObject)?.state else { throw Mistake(problem: "this is no step") }
        return found
    }

    var kind: Kind { Self.stepKind }
    var phrase: String { "step \(state.step) of a training" }
    var number: Double? { Double(state.step) }
    func text(_ style: Script.TextStyle) -> String { String(state.step) }
}
