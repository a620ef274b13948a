import Tensors
import Text

/// A network of any function over layers it names: several inputs, branches, skips, whatever the body does.
public final class FunctionLayer: Layer {
    /// The function: it gets the inputs, the layers (which a copy has of its own), and the pass to run them in.
    public typealias Body = (_ inputs: [Tensor], _ layers: [any Layer], _ pass: Pass) throws -> Tensor

    /// Its name as a script writes it.
    public let kind = "Model"
    /// The layers it is made of.
    public let children: [any Layer]
    /// How many inputs its function takes, or nil for any number.
    public let inputCount: Int?
    private let body: Body

    /// Makes a layer of a function.
    ///
    /// - Parameters:
    ///   - layers: The layers that the body runs; their parameters are the model's.
    ///   - inputCount: How many inputs it takes, or nil for any number.
    public init(_ layers: [any Layer], inputCount: Int? = nil, body: @escaping Body) {
        children = layers
        self.inputCount = inputCount
        self.body = body
    }

    /// The call that makes it.
    public var signature: String { "Model(\(children.count) layers)" }
    /// The shape of one sample of the output.
    public func outputShape(_ input: [Int?]?) -> [Int?]? { nil }
    /// A layer of its own with the same values.
    public func copied() throws -> any Layer {
        FunctionLayer(try children.map { try $0.copied() }, inputCount: inputCount, body: body)
    }

    /// The layer's output for a batch.
    public func callAsFunction(_ x: Tensor, _ pass: Pass) throws -> Tensor { try forward([x], pass) }

    /// The output for several inputs.
    public func forward(_ inputs: [Tensor], _ pass: Pass) throws -> Tensor {
        if let inputCount, inputs.count != inputCount {
            throw Mistake(
                construct: "Model", problem: "the number of inputs is wrong",
                note: "its function takes \(inputCount) and got \(inputs.count)")
        }
        return try body(inputs, children, pass)
    }
}

/// A connection past a layer: `x + body(x)`, or both side by side along the channels, as a U-Net has it.
public final class Skip: Layer {
    /// Its name as a script writes it.
    public let kind = "Skip"
    /// The layer that is gone past.
    public let body: any Layer
    /// Whether the two are put side by side along axis 1 instead of added.
    public let concatenates: Bool

    /// Makes a connection past a layer.
    public init(_ body: any Layer, concatenates: Bool = false) {
        self.body = body
        self.concatenates = concatenates
    }

    /// The call that makes it.
    public var signature: String { "Skip(\(body.signature)\(concatenates ? ", concatenate: true" : ""))" }
    /// The layers it is made of.
    public var children: [any Layer] { [body] }
    /// The shape that one sample must have.
    public var inputShape: [Int?]? { body.inputShape }
    /// The shape of one sample of the output.
    public func outputShape(_ input: [Int?]?) -> [Int?]? {
        guard concatenates, var shape = body.outputShape(input), let first = input?.first else {
            return body.outputShape(input)
        }
        shape[0] = shape[0].flatMap { inner in first.map { $0 + inner } }
        return shape
    }
    /// A layer of its own with the same values.
    public func copied() throws -> any Layer { Skip(try body.copied(), concatenates: concatenates) }

    /// The layer's output for a batch.
    public func callAsFunction(_ x: Tensor, _ pass: Pass) throws -> Tensor {
        let y = try body(x, pass)
        if concatenates { return try concatenate([x, y], axis: 1) }
        guard x.shape == y.shape else {
            throw Mistake(
                construct: signature, problem: "the shapes before and after differ",
                note: "{0} is \(x.shape) and the layer makes \(y.shape) of it; a sum needs the same")
        }
        return try add(x, y)
    }
}
