import Networks
import Script
import Text

/// An optimizer as a script holds it.
final class OptimizerObject: HostObject {
    let optimizer: Optimizer

    init(_ optimizer: Optimizer) { self.optimizer = optimizer }

    static let optimizerKind = Kind(
        name: "optimizer",
        properties: [
            Property(name: "lr", summary: "the learning rate") { object, _ in
                .double(try optimizer(object).rate)
            },
            Property(name: "steps", summary: "how many steps it has made") { object, _ in
                .int(try optimizer(object).stepCount)
            },
            Property(name: "network", summary: "the network it changes") { object, _ in
                try optimizer(object).network.scriptValue
            },
        ],
        methods: Entry.optimizerMethods.map(\.native))

    private static func optimizer(_ object: any HostObject) throws -> Optimizer {
        guard let found = (object as? OptimizerObject)?.optimizer else {
            throw Mistake(problem: "this is no optimizer")
        }
        return found
    }

    var kind: Kind { Self.optimizerKind }
    var phrase: String { "the optimizer \(optimizer.signature)" }
    func text(_ style: Script.TextStyle) -> String { optimizer.signature }
}

extension Optimizer {
    /// The rate as a script wrote it: the shortest Double that reads back to the same 32 bits.
    fileprivate var rate: Double { Double("\(learningRate)") ?? Double(learningRate) }
}
