import Networks
import Script
import Tensors
import Text

/// A network, or a layer that is one by itself, as a script holds it.
final class NetworkObject: LibraryObject {
    static let members = Library.kind(.network)

    let network: Network
    private var wasNamed = false

    init(_ network: Network) { self.network = network }

    /// A part of another network, which goes by that network's name.
    convenience init(part: Network) {
        self.init(part)
        wasNamed = true
    }

    /// A layer by itself.
    convenience init(_ layer: any Layer) { self.init(Network(layer)) }

    var phrase: String {
        let called = network.name.isEmpty ? "" : " \(network.name)"
        let view = network.isFrozen ? " (frozen)" : ""
        let layers = network.root.children.count
        if layers == 0 { return "the layer \(network.root.signature)" }
        return layers == 1
            ? "the network\(called) of 1 layer\(view)" : "the network\(called) of \(layers) layers\(view)"
    }

    func text(_ style: ValueFormat) -> String {
        if style == .result { return network.summaryText() }
        let children = network.root.children
        guard children.isEmpty == false, network.root is Sequential else { return network.root.signature }
        return "Sequential(\(children.map(\.signature).joined(separator: ", ")))"
    }

    /// Gives the network the name that it goes by in the session, the first time it is used, so that messages can
    /// say "G". Later would be too late: a new name makes losses stale.
    func takeName(from interpreter: Interpreter) {
        guard !wasNamed else { return }
        wasNamed = true
        guard network.name.isEmpty, !network.isFrozen else { return }
        let binding = interpreter.globals.first { _, value in
            if case .object(let object) = value { object === self } else { false }
        }
        if let binding { network.name = binding.name }
    }

    func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws -> Value? {
        if let label = arguments.labeled.first?.label {
            throw Mistake(
                problem: "a network takes its batch without a label", note: "`\(label):` is given")
        }
        guard !arguments.positional.isEmpty else {
            throw Mistake(
                problem: "a network needs a batch", note: "write `G(z)` with the samples in the rows of z")
        }
        let inputs = try arguments.positional.enumerated().map { position, value in
            guard let tensor = try plainTensor(value) else {
                throw Mistake(
                    problem: "a network takes tensors", note: "{\(position)} is \(value.phrase)",
                    place: .argument(position))
            }
            return tensor
        }
        let context = try PreludeContext.of(interpreter)
        if !network.isFrozen, let run = context.modelRuns.last(where: { $0.layers[key] != nil }),
            let layer = run.layers[key]
        {
            return Value(try layer.forward(inputs, run.pass))
        }
        takeName(from: interpreter)
        return Value(try network.run(inputs, network.pass(random: context.random.current)))
    }

    /// What tells its layers from others, whichever object holds them.
    var key: ObjectIdentifier { ObjectIdentifier(network.root) }
}

extension NetworkObject: DatumConvertible {
    var datum: Datum {
        let names = network.namedTensors()
        return .network(
            summary: phrase,
            parts: names.map { name, tensor in
                tensor.withFloats { NetworkPart(name: name, shape: tensor.shape.dimensions, values: $0) }
            })
    }
}
