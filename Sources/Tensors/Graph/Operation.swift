/// An operation on tensors as one value: what it is called, how it is computed, and the rule of its gradient.
///
/// Forward and rule receive all they need and capture nothing, so one value serves every graph. A rule is
/// written with operations; recorded, it can be differentiated again.
public final class Operation: Sendable {
    /// By how many operands it takes: for one and two, which are most calls, nothing is packed up unless the
    /// call is recorded.
    enum Forward: Sendable {
        case unary(@Sendable (Tensor, Attributes) throws -> Tensor)
        case binary(@Sendable (Tensor, Tensor, Attributes) throws -> Tensor)
        case any(@Sendable (Inputs, Attributes) throws -> Tensor)
    }

    typealias Rule = @Sendable (GradientStep) throws -> Void

    /// The name in the language and in messages.
    public let name: String
    /// One sentence.
    public let summary: String
    /// A call, as the language writes it.
    public let example: String
    let forward: Forward
    let rule: Rule?

    init(_ name: String, _ summary: String, example: String, forward: Forward, rule: Rule?) {
        self.name = name
        self.summary = summary
        self.example = example
        self.forward = forward
        self.rule = rule
    }

    func callAsFunction(_ x: Tensor, _ attributes: Attributes = Attributes()) throws -> Tensor {
        guard case .unary(let compute) = forward else { return try apply(Inputs(x), attributes) }
        var output = try compute(x, attributes)
        if x.isRecorded && !Recording.isPaused {
            output.node = Node(self, attributes, Inputs(x), output: output)
        }
        return output
    }

    func callAsFunction(_ a: Tensor, _ b: Tensor, _ attributes: Attributes = Attributes()) throws -> Tensor {
        guard case .binary(let compute) = forward else { return try apply(Inputs(a, b), attributes) }
        var output = try compute(a, b, attributes)
        if (a.isRecorded || b.isRecorded) && !Recording.isPaused {
            output.node = Node(self, attributes, Inputs(a, b), output: output)
        }
        return output
    }

    /// Computes, and records if a gradient can flow to an operand.
    func apply(_ inputs: Inputs, _ attributes: Attributes = Attributes()) throws -> Tensor {
        var output =
            switch forward {
            case .unary(let compute): try compute(inputs[0], attributes)
            case .binary(let compute): try compute(inputs[0], inputs[1], attributes)
            case .any(let compute): try compute(inputs, attributes)
            }
        if inputs.isVariable && !Recording.isPaused {
            output.node = Node(self, attributes, inputs, output: output)
        }
        return output
    }
}
