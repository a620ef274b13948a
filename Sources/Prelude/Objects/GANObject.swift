import Networks
import Script
import Tensors
import Text

/// Two networks that duel, as a script holds them.
final class GANObject: HostObject {
    let gan: GAN
    let generator: NetworkObject
    let discriminator: NetworkObject

    init(_ gan: GAN, _ generator: NetworkObject, _ discriminator: NetworkObject) {
        self.gan = gan
        self.generator = generator
        self.discriminator = discriminator
    }

    static let ganKind = Kind(
        name: "GAN",
        properties: [
            Property(name: "generator", summary: "the network that forges") { object, _ in
                .object(try gan(object).generator)
            },
            Property(name: "discriminator", summary: "the network that judges") { object, _ in
                .object(try gan(object).discriminator)
            },
            Property(name: "noise", summary: "how many random numbers a sample is made of") { object, _ in
                .int(try gan(object).gan.noise)
            },
            Property(name: "classes", summary: "how many classes it tells apart, if any") { object, _ in
                try gan(object).gan.classes.map { .int($0) } ?? .none
            },
            Property(name: "loss", summary: "what both minimize") { object, _ in
                try gan(object).gan.loss.scriptValue
            },
            Property(name: "history", summary: "the history of the latest training, as far as it came") {
                object, _ in try gan(object).gan.history.map { .object(HistoryObject($0)) } ?? .none
            },
            Property(
                name: "average",
                summary: "the generator with averaged weights, if the training kept an average"
            ) {
                object, _ in try gan(object).gan.average?.network.scriptValue ?? .none
            },
        ],
        methods: Entry.ganMethods.map(\.native))

    private static func gan(_ object: any HostObject) throws -> GANObject {
        guard let found = object as? GANObject else { throw Mistake(problem: "this is no GAN") }
        return found
    }

    var kind: Kind { Self.ganKind }
    var phrase: String { "the GAN of \(gan.generator.name) and \(gan.discriminator.name)" }

    func text(_ style: Script.TextStyle) -> String {
        let classes = gan.classes.map { ", classes: \($0)" } ?? ""
        return "GAN(\(gan.generator.name), \(gan.discriminator.name), noise: \(gan.noise)\(classes), "
            + "loss: \(gan.loss.signature))"
    }
}
