/// An operation on tensors as one value: what it is called, how it is computed, and the rule of its gradient.
///
/// Forward and rule receive all they need, the settings of the application among it, and capture nothing of it, so
/// one value serves every graph. A rule is written with operations; recorded, it can be differentiated again.
final class Operation<Settings: Sendable>: Sendable {
    /// By how many operands it takes: for one and two, which are most calls, nothing is packed up unless the
    /// call is recorded.
    enum Forward: Sendable {
        case unary(@Sendable (Tensor, Settings) throws -> Tensor)
        case binary(@Sendable (Tensor, Tensor, Settings) throws -> Tensor)
        case any(@Sendable (Inputs, Settings) throws -> Tensor)
    }

    typealias Rule = @Sendable (GradientStep, Settings) throws -> Void

    let name: String
    let summary: String
    let example: String
    let forward: Forward
    let rule: Rule?

    init(_ name: String, _ summary: String, example: String, forward: Forward, rule: Rule?) {
        self.name = name
        self.summary = summary
        self.example = example
        self.forward = forward
        self.rule = rule
    }

    func callAsFunction(_ x: Tensor, _ settings: Settings) throws -> Tensor {
        guard case .unary(let compute) = forward else { return try apply(Inputs(x), settings) }
        var output = try compute(x, settings)
        if x.isRecorded && !Recording.isPaused {
            output.node = OperationNode(self, settings, Inputs(x), output: output)
        }
        return output
    }

    func callAsFunction(_ a: Tensor, _ b: Tensor, _ settings: Settings) throws -> Tensor {
        guard case .binary(let compute) = forward else { return try apply(Inputs(a, b), settings) }
        var output = try compute(a, b, settings)
        if (a.isRecorded || b.isRecorded) && !Recording.isPaused {
            output.node = OperationNode(self, settings, Inputs(a, b), output: output)
        }
        return output
    }

    /// Computes, and records if a gradient can flow to an operand.
    func apply(_ inputs: Inputs, _ settings: Settings) throws -> Tensor {
        var output =
            switch forward {
            case .unary(let compute): try compute(inputs[0], settings)
            case .binary(let compute): try compute(inputs[0], inputs[1], settings)
            case .any(let compute): try compute(inputs, settings)
            }
        if inputs.isVariable && !Recording.isPaused {
            output.node = OperationNode(self, settings, inputs, output: output)
        }
        return output
    }
}

extension Operation where Settings == Void {
    func callAsFunction(_ x: Tensor) throws -> Tensor { try self(x, ()) }

    func callAsFunction(_ a: Tensor, _ b: Tensor) throws -> Tensor { try self(a, b, ()) }
}

/// The operations of the engine, each where its topic is.
enum Operations {}
