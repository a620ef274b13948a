import Networks
import Script

/// A loss of GANs as a script holds it: a value with a loss for each network.
final class LossObject: LibraryObject {
    static let members = Library.kind(.loss)

    let loss: GANLoss

    init(_ loss: GANLoss) { self.loss = loss }

    var phrase: String { "the loss \(loss.signature)" }
    func text(_ style: ValueFormat) -> String { loss.signature }
}

extension GANLoss: ScriptConvertible {
    static var resultKind: ResultKind { .loss }
    func scriptValue(_ interpreter: Interpreter) throws -> Value { .object(LossObject(self)) }
}
