import Tensors
import Text

/// A network as a script holds it: a layer or layers, a name for messages, and a mode. Shared, not copied.
public final class Network {
    /// What a network and its frozen view have in common.
    private final class Shared {
        var name: String
        var mode = Pass.Mode.training
        init(name: String) { self.name = name }
    }

    /// The layer that computes it.
    public let root: any Layer
    /// Whether this is a view whose parameters are constants.
    public let isFrozen: Bool
    private let shared: Shared

    /// Makes a network of a layer, in training mode.
    public init(_ root: any Layer, name: String = "") {
        self.root = root
        isFrozen = false
        shared = Shared(name: name)
        nameParameters()
    }

    private init(viewing other: Network) {
        root = other.root
        isFrozen = true
        shared = other.shared
    }

    private init(_ root: any Layer, partOf other: Network) {
        self.root = root
        isFrozen = other.isFrozen
        shared = other.shared
    }

    /// Makes a network of layers in a row.
    public convenience init(_ layers: any Layer..., name: String = "") throws {
        self.init(try Sequential(layers), name: name)
    }

    /// The name it goes by in messages: "G".
    public var name: String {
        get { shared.name }
        set {
            guard newValue != shared.name else { return }
            shared.name = newValue
            nameParameters()
        }
    }

    /// How it behaves when it is called by itself; `train` chooses for itself.
    public var mode: Pass.Mode {
        get { shared.mode }
        set { shared.mode = newValue }
    }

    /// Its parameters, each once, in the order of the layers.
    public var parameters: [Parameter] { root.parameters }
    /// Its running statistics, in the order of the layers.
    public var statistics: [RunningStatistic] { root.statistics }
    /// How many numbers it learns.
    public var parameterCount: Int { parameters.reduce(0) { $0 + $1.shape.count } }

    private func nameParameters() {
        for (_, phrase, parameter) in root.named().parameters {
            parameter.name = phrase
            parameter.owner = name
        }
    }

    /// Its output when a script calls it: in its own mode, with its parameters as variables unless it is frozen,
    /// and bringing its running statistics up to date while training.
    public func callAsFunction(_ inputs: Tensor..., random: RandomStream) throws -> Tensor {
        try run(inputs, pass(random: random))
    }

    /// How a script's call runs it.
    public func pass(random: RandomStream) -> Pass {
        Pass(mode: mode, learns: !isFrozen, writesStatistics: !isFrozen, random: random)
    }

    /// Its output in a given pass.
    public func run(_ inputs: [Tensor], _ pass: Pass) throws -> Tensor {
        do {
            return try inputs.count == 1 ? root(inputs[0], pass) : root.forward(inputs, pass)
        } catch let error as Mistake where !name.isEmpty {
            var named = error
            named.note = error.note.isEmpty ? "in \(name)" : "in \(name), \(error.note)"
            throw named
        }
    }

    /// A live view of this network whose parameters are constants and whose running statistics stay.
    public func frozen() -> Network { Network(viewing: self) }

    /// One of its layers: no copy, with the parameters, the name and the mode of this network.
    public func layer(_ index: Int) -> Network { Network(root.children[index], partOf: self) }

    /// Some of its layers in a row, such as a classifier without its last one, whose output is its features: no copy,
    /// with the parameters, the name and the mode of this network.
    ///
    /// - Throws: ``Mistake`` for no layers at all.
    public func layers(_ places: Range<Int>) throws -> Network {
        Network(try Sequential(Array(root.children[places])), partOf: self)
    }

    /// An independent network with the same values and mode.
    public func copy() throws -> Network {
        let copy = Network(try root.copied(), name: name)
        copy.mode = mode
        return copy
    }

    /// Takes over another network's parameters and running statistics, which must have the same shapes.
    public func assign(from other: Network) throws {
        let (mine, theirs) = (root.named(), other.root.named())
        try checkSameStructure(as: other)
        for (to, from) in zip(mine.parameters, theirs.parameters) {
            try to.parameter.assign(from.parameter.value.duplicated())
        }
        for (to, from) in zip(mine.statistics, theirs.statistics) {
            to.statistic.value = from.statistic.value
        }
    }

    /// Whether both networks agree bit for bit in parameters and running statistics.
    public func isSame(as other: Network) -> Bool {
        let (mine, theirs) = (snapshot(), other.snapshot())
        return mine == theirs
    }

    /// The bits of all parameters and running statistics.
    public func snapshot() -> NetworkSnapshot {
        NetworkSnapshot(
            shapes: parameters.map(\.shape) + statistics.map(\.value.shape),
            bits: parameters.flatMap { $0.value.floats.map(\.bitPattern) }
                + statistics.flatMap { $0.value.floats.map(\.bitPattern) })
    }

    /// Throws unless both networks have parameters and statistics of the same shapes in the same order.
    func checkSameStructure(as other: Network) throws {
        let mine = root.named()
        let theirs = other.root.named()
        let myShapes = mine.parameters.map(\.parameter.shape) + mine.statistics.map(\.statistic.value.shape)
        let theirShapes =
            theirs.parameters.map(\.parameter.shape) + theirs.statistics.map(\.statistic.value.shape)
        guard myShapes == theirShapes else {
            throw Mistake(
                construct: "network", problem: "the two networks are built differently",
                note:
                    "their parameters have the shapes \(myShapes.map(\.description).joined(separator: " ")) and "
                    + theirShapes.map(\.description).joined(separator: " "))
        }
    }
}

/// Everything a network has learned, as bits that can be compared.
public struct NetworkSnapshot: Equatable, Sendable {
    let shapes: [Shape]
    let bits: [UInt32]
}
