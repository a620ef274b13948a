/// An operation on tensors as one value: what it is called, how it is computed, and the rule of its gradient.
///
/// Forward and rule receive all they need and capture nothing, so one value serves every graph. A rule is
/// written with operations; recorded, it can be differentiated again.
public final class Operation: Sendable {
    typealias Forward = @Sendable (Inputs, Attributes) throws -> Tensor
    typealias Rule = @Sendable (GradientStep) throws -> Void

    /// The name in the language and in messages.
    public let name: String
    /// One sentence.
    public let summary: String
    /// A call, as the language writes it.
    public let example: String
    let forward: Forward
    let rule: Rule?

    init(
        _ name: String, _ summary: String, example: String, forward: @escaping Forward, rule: Rule?
    ) {
        self.name = name
        self.summary = summary
        self.example = example
        self.forward = forward
        self.rule = rule
    }

    func callAsFunction(_ x: Tensor, _ attributes: Attributes = Attributes()) throws -> Tensor {
        try apply(Inputs(x), attributes)
    }

    func callAsFunction(_ a: Tensor, _ b: Tensor, _ attributes: Attributes = Attributes()) throws -> Tensor {
        try apply(Inputs(a, b), attributes)
    }

    /// Computes, and records if a gradient can flow to an operand.
    func apply(_ inputs: Inputs, _ attributes: Attributes = Attributes()) throws -> Tensor {
        var output = try forward(inputs, attributes)
        if inputs.isVariable && !Recording.isPaused {
            output.node = Node(self, attributes, inputs, output: output)
        }
        return output
    }
}
