import Networks
import Script

/// A loss of GANs as a script holds it: a value with two faces.
final class LossObject: HostObject {
    let loss: GANLoss

    init(_ loss: GANLoss) { self.loss = loss }

    static let lossKind = Kind(
        name: "loss",
        properties: [
            Property(name: "name", summary: "the function that made it") { object, _ in
                .string((object as? LossObject)?.loss.name ?? "")
            },
            Property(
                name: "classifies", summary: "whether the discriminator's output is a logit, not a score"
            ) {
                object, _ in .bool((object as? LossObject)?.loss.classifies ?? false)
            },
        ],
        methods: Entry.lossMethods.map(\.native))

    var kind: Kind { Self.lossKind }
    var phrase: String { "the loss \(loss.signature)" }
    func text(_ style: Script.TextStyle) -> String { loss.signature }
}

extension GANLoss: ScriptConvertible {
    var scriptValue: Value { .object(LossObject(self)) }
}
