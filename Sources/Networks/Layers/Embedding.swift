import Tensors
import Text

/// A learned row for each number: from [n] whole numbers below `count` to [n, size].
public final class Embedding: Layer {
    /// Its name as a script writes it.
    public let kind = "Embedding"
    /// How many different numbers there are, and how long a row is.
    public let count: Int, size: Int
    /// The rows, [count, size].
    public let weight: Parameter

    /// Makes a layer whose rows are normal with deviation 1.
    public init(_ count: Int, _ size: Int, random: RandomStream) throws {
        try checkSizes("Embedding", ["count": count, "size": size])
        (self.count, self.size) = (count, size)
        weight = Parameter(try random.normal([count, size]), name: "Embedding weight")
    }

    private init(copying other: Embedding) throws {
        (count, size) = (other.count, other.size)
        weight = try other.weight.copied()
    }

    /// The call that makes it.
    public var signature: String { "Embedding(\(count), \(size))" }
    /// The parameters that are its own.
    public var ownParameters: [OwnParameter] { [OwnParameter(role: "weight", parameter: weight)] }
    /// The shape that one sample must have.
    public var inputShape: [Int?]? { [] }
    /// The shape of one sample of the output.
    public func outputShape(_ input: [Int?]?) -> [Int?]? { [size] }
    /// A layer of its own with the same values.
    public func copied() throws -> any Layer { try Embedding(copying: self) }

    /// The layer's output for a batch.
    public func callAsFunction(_ x: Tensor, _ pass: Pass) throws -> Tensor {
        let isColumn = x.rank == 2 && x.shape[1] == 1
        guard x.rank == 1 || isColumn else {
            throw inputError(
                self, x, "the input must be a list of numbers", "\(signature) takes [n] or [n, 1]")
        }
        let numbers = try x.floats.map { number in
            guard number >= 0, number < Float(count), number == number.rounded() else {
                throw Mistake(
                    construct: signature, problem: "there is no row \(number)",
                    note: "{0} must hold whole numbers from 0 to \(count - 1)", argument: 0)
            }
            return Int(number)
        }
        return try gather(pass.tensor(weight), indices: numbers, axis: 0)
    }
}
