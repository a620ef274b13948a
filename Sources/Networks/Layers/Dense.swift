import Tensors
import Text

/// A fully connected layer: `x @ weight + bias`, from [n, inputs] to [n, outputs]. More axes in front are fine.
public final class Dense: Layer {
    /// Its name as a script writes it.
    public let kind = "Dense"
    /// The number of features that go in and come out.
    public let inputs: Int, outputs: Int
    private let learned: WeightAndBias
    /// The matrix, [inputs, outputs].
    public var weight: Parameter { learned.weight }
    /// What is added to each row, or nil.
    public var bias: Parameter? { learned.bias }

    /// Makes a layer with random weights, and a bias within 1/√inputs.
    public init(
        _ inputs: Int, _ outputs: Int, bias: Bool = true, initializer: Initializer = .standard,
        random: RandomStream
    ) throws {
        try checkSizes("Dense", ["inputs": inputs, "outputs": outputs])
        (self.inputs, self.outputs) = (inputs, outputs)
        learned = try WeightAndBias(
            of: kind, weight: [inputs, outputs], bias: bias ? outputs : nil, fan: (inputs, outputs),
            initializer, random)
    }

    private init(copying other: Dense) throws {
        (inputs, outputs) = (other.inputs, other.outputs)
        learned = try other.learned.copied()
    }

    /// The call that makes it.
    public var signature: String { "Dense(\(inputs), \(outputs))" }
    /// The parameters that are its own.
    public var ownParameters: [OwnParameter] { learned.own }
    /// The shape that one sample must have.
    public var inputShape: [Int?]? { [inputs] }
    /// The shape of one sample of the output.
    public func outputShape(_ input: [Int?]?) -> [Int?]? { [outputs] }
    /// A layer of its own with the same values.
    public func copied() throws -> any Layer { try Dense(copying: self) }

    /// The layer's output for a batch.
    public func callAsFunction(_ x: Tensor, _ pass: Pass) throws -> Tensor {
        try apply(x, weight: pass.tensor(weight), activation: nil, pass)
    }

    /// The output with an activation fused into the product, or with another matrix in the weight's place.
    func apply(_ x: Tensor, weight: Tensor, activation: Activation?, _ pass: Pass) throws -> Tensor {
        guard x.rank >= 2 else {
            throw inputError(
                self, x, "the input is no batch", "\(signature) takes [n, \(inputs)]: a row for each sample")
        }
        let last = x.rank - 1
        guard x.shape[last] == inputs else {
            throw inputError(
                self, x, "the input has the wrong number of features",
                "\(signature) takes [n, \(inputs)]: axis \(last) (\(x.shape[last])) must be \(inputs)"
                    + (x.rank == 4 ? "; Flatten() makes one row of an image" : ""))
        }
        return try dense(x, weight: weight, bias: bias.map(pass.tensor), activation: activation)
    }
}

/// Checks that the sizes a layer is made with are at least 1.
func checkSizes(_ construct: String, _ sizes: KeyValuePairs<String, Int>) throws {
    for (name, size) in sizes where size < 1 {
        throw Mistake(
            construct: construct, problem: "\(name) must be at least 1", note: "got \(size)")
    }
}

extension Parameter {
    /// A parameter of its own with the same values and name.
    func copied() throws -> Parameter {
        Parameter(try value.duplicated(), name: name, owner: owner)
    }
}

extension Tensor {
    /// The same values in storage of their own, without a history.
    func duplicated() throws -> Tensor {
        try Tensor.building(shape) { target in
            withFloats { source in _ = target.update(fromContentsOf: source) }
        }
    }
}
