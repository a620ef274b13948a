import Networks
import Script
import Tensors
import Text

/// Two networks that duel, as a script holds them.
final class GANObject: LibraryObject {
    static let members = Library.kind(.gan)

    let gan: GAN
    let generator: NetworkObject
    let discriminator: NetworkObject

    init(_ gan: GAN, _ generator: NetworkObject, _ discriminator: NetworkObject) {
        self.gan = gan
        self.generator = generator
        self.discriminator = discriminator
    }

    var phrase: String { "the GAN of \(gan.generator.name) and \(gan.discriminator.name)" }

    func text(_ style: ValueFormat) -> String {
        let classes = gan.classes.map { ", classes: \($0)" } ?? ""
        return "GAN(\(gan.generator.name), \(gan.discriminator.name), noise: \(gan.noise)\(classes), "
            + "loss: \(gan.loss.signature))"
    }
}
