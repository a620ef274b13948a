import Networks
import Script
import Text

/// What a training noted, as a script holds it.
final class HistoryObject: HostObject {
    let history: History
    /// What the script's own closure noted, by name.
    let notes: [(name: String, values: [Value])]

    init(_ history: History, notes: [(name: String, values: [Value])] = []) {
        self.history = history
        self.notes = notes
    }

    static let historyKind = Kind(
        name: "history",
        properties: [
            Property(name: "count", summary: "how many steps were made") { object, _ in
                .int(try history(object).count)
            },
            series("discriminatorLoss", "the discriminator's loss at each step", \.discriminatorLoss),
            series("generatorLoss", "the generator's loss at each step", \.generatorLoss),
            series("value", "the value of the game at each step", \.value),
            series("gap", "E[D(x)] − E[D(G(z))] at each step, of probabilities where D classifies", \.gap),
            series("accuracy", "the discriminator's accuracy at each step; nil for critics", \.accuracy),
            series("accuracyOnReal", "its accuracy on real samples; nil for critics", \.accuracyOnReal),
            series("accuracyOnFake", "its accuracy on generated samples; nil for critics", \.accuracyOnFake),
            series("discriminatorGradientNorm", "the length of its gradient", \.discriminatorGradientNorm),
            series(
                "generatorGradientNorm", "the length of the generator's gradient", \.generatorGradientNorm),
            Property(name: "ending", summary: "\"finished\", \"stopped\" or \"interrupted\"") { object, _ in
                .string("\(try history(object).ending)")
            },
        ])

    private static func series(
        _ name: String, _ summary: String, _ get: @escaping @Sendable (History) -> [Double]?
    ) -> Property {
        Property(name: name, summary: summary) { object, _ in
            get(try history(object)).map { .list(ListValue($0)) } ?? .none
        }
    }

    private static func history(_ object: any HostObject) throws -> History {
        guard let found = (object as? HistoryObject)?.history else {
            throw Mistake(problem: "this is no history")
        }
        return found
    }

    var kind: Kind { Self.historyKind }
    var phrase: String { "a history of \(history.count) steps" }

    var memberNames: [String] { notes.map(\.name) }

    func member(_ name: String, _ interpreter: Interpreter) throws -> Value? {
        notes.first { $0.name == name }.map { .list(ListValue($0.values)) }
    }

    func text(_ style: Script.TextStyle) -> String {
        guard style != .nested, let last = history.latest else { return "history of \(history.count) steps" }
        var text =
            "history of \(history.count) steps, \(history.ending); at the end the discriminator's loss is "
            + "\(fixedText(last.discriminatorLoss, digits: 3)), the generator's "
            + fixedText(last.generatorLoss, digits: 3)
        if let accuracy = history.accuracy?.last {
            text += ", the discriminator's accuracy \(fixedText(accuracy, digits: 2))"
        }
        return text
    }
}
