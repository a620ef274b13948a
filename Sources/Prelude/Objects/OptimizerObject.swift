import Networks
import Script
import Text

/// An optimizer as a script holds it.
final class OptimizerObject: LibraryObject {
    static let members = Library.kind(.optimizer)

    let optimizer: Optimizer

    init(_ optimizer: Optimizer) { self.optimizer = optimizer }

    var phrase: String { "the optimizer \(optimizer.signature)" }
    func text(_ style: ValueFormat) -> String { optimizer.signature }
}
