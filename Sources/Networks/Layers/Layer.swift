import Tensors
import Text

/// A part of a network: a function of tensors with parameters and running statistics of its own, or made of
/// other layers.
public protocol Layer: AnyObject {
    /// Its name as a script writes it: "Dense".
    var kind: String { get }
    /// The call that makes it: "Dense(16, 128)".
    var signature: String { get }
    /// The parameters that are its own, without those of its children.
    var ownParameters: [OwnParameter] { get }
    /// The running statistics that are its own.
    var ownStatistics: [RunningStatistic] { get }
    /// The layers it is made of.
    var children: [any Layer] { get }

    /// The layer's output for a batch.
    func callAsFunction(_ x: Tensor, _ pass: Pass) throws -> Tensor
    /// The output for several inputs; most layers take one.
    func forward(_ inputs: [Tensor], _ pass: Pass) throws -> Tensor
    /// A layer of its own with the same values.
    func copied() throws -> any Layer
    /// The shape that one sample must have, where the layer knows it; nil stands for any size.
    var inputShape: [Int?]? { get }
    /// The shape of one sample of the output for one of the input; nil stands for a size that is not known.
    func outputShape(_ input: [Int?]?) -> [Int?]?
}

/// A layer that does to each number the same, whatever the shape of a sample.
public protocol ElementwiseLayer: Layer {}

/// A parameter and the part it plays in its layer: "weight".
public struct OwnParameter {
    /// Its part in the layer, as model files name it.
    public let role: String
    /// Its part in the layer, as messages name it.
    public let word: String
    /// The parameter.
    public let parameter: Parameter

    /// A parameter and its part; messages use the name of model files unless another word is given.
    public init(role: String, word: String? = nil, parameter: Parameter) {
        self.role = role
        self.word = word ?? role
        self.parameter = parameter
    }
}

/// A number that a layer keeps count of without learning it, such as BatchNorm's running mean.
public final class RunningStatistic {
    /// Its part in the layer, as model files name it.
    public let role: String
    /// Its value now.
    public var value: Tensor

    /// A statistic that begins with a value.
    public init(role: String, value: Tensor) {
        self.role = role
        self.value = value
    }
}

extension Layer {
    /// The parameters that are its own.
    public var ownParameters: [OwnParameter] { [] }
    /// The running statistics that are its own.
    public var ownStatistics: [RunningStatistic] { [] }
    /// The layers it is made of.
    public var children: [any Layer] { [] }
    /// The shape that one sample must have.
    public var inputShape: [Int?]? { nil }
    /// The shape of one sample of the output.
    public func outputShape(_ input: [Int?]?) -> [Int?]? { input }

    /// The parameters of this layer and all below it, each once, in the order of the layers.
    public var parameters: [Parameter] {
        var seen: Set<ObjectIdentifier> = []
        return named().parameters.map(\.parameter).filter { seen.insert(ObjectIdentifier($0)).inserted }
    }

    /// The running statistics of this layer and all below it, in the order of the layers.
    public var statistics: [RunningStatistic] { named().statistics.map(\.statistic) }

    /// The output for several inputs.
    public func forward(_ inputs: [Tensor], _ pass: Pass) throws -> Tensor {
        guard inputs.count == 1 else {
            throw Mistake(
                construct: signature, problem: "it takes one input", note: "got \(inputs.count)")
        }
        return try self(inputs[0], pass)
    }

    /// Everything below with the path that model files use ("0.weight", "3.body.0.bias") and the phrase that
    /// messages use ("layer 0 Dense weight").
    func named(path: String = "", place: String = "") -> NamedContents {
        var contents = NamedContents()
        let phrase = place.isEmpty ? kind : "\(place) \(kind)"
        for own in ownParameters {
            contents.parameters.append((path + own.role, "\(phrase) \(own.word)", own.parameter))
        }
        for statistic in ownStatistics { contents.statistics.append((path + statistic.role, statistic)) }
        for (index, child) in children.enumerated() {
            let place = place.isEmpty ? "layer \(index)" : "\(place).\(index)"
            let below = child.named(path: "\(path)\(index).", place: place)
            contents.parameters += below.parameters
            contents.statistics += below.statistics
        }
        return contents
    }
}

/// The parameters and statistics of a network with their names.
struct NamedContents {
    var parameters: [(path: String, phrase: String, parameter: Parameter)] = []
    var statistics: [(path: String, statistic: RunningStatistic)] = []
}

/// A layer's complaint about its input: both shapes, and the axis that disagrees.
func inputError(_ layer: any Layer, _ x: Tensor, _ problem: String, _ needs: String) -> Mistake {
    Mistake(
        construct: layer.signature, problem: problem, note: "{0} is \(x.shape) and \(needs)", argument: 0)
}

extension Mistake {
    /// The same mistake about a tensor that the caller did not write.
    var aboutOwnInput: Mistake {
        var error = self
        error.note = error.note.replacing("{0}", with: "its input")
        error.argument = nil
        return error
    }

    /// The same mistake, seen from a network whose layer made it. Only the first layer's input is what the
    /// caller wrote; further on the message speaks of the layer's own input.
    func inside(_ place: String, isFirst: Bool) -> Mistake {
        var error = isFirst ? self : aboutOwnInput
        error.note = error.note.replacing("{1}", with: "its weight").replacing("{2}", with: "its bias")
        error.note = error.note.isEmpty ? place : "\(place): \(error.note)"
        return error
    }
}

extension String {
    /// The string with each occurrence of a part replaced, without Foundation.
    func replacing(_ part: String, with other: String) -> String {
        var result = ""
        var rest = self[...]
        while let found = rest.firstRange(of: part) {
            result += rest[..<found.lowerBound] + other
            rest = rest[found.upperBound...]
        }
        return result + rest
    }
}
