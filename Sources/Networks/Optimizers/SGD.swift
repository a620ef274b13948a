import Tensors
import Text

/// Gradient descent, with momentum (Polyak, 1964) or Nesterov's look ahead (Sutskever et al., 2013).
public struct SGD: UpdateRule {
    /// What it goes by.
    public let name = "SGD"
    /// The learning rate when none is given.
    public let usualRate: Float = 0.01
    /// How much of the velocity stays in each step; 0 is plain descent.
    public let momentum: Float
    /// Whether the step looks ahead along the velocity.
    public let nesterov: Bool

    /// The rule with its settings.
    public init(momentum: Float = 0, nesterov: Bool = false) {
        (self.momentum, self.nesterov) = (momentum, nesterov)
    }

    /// How many numbers it remembers for each number of the parameter.
    public var momentCount: Int { momentum == 0 ? 0 : 1 }
    /// The settings beside the rate.
    public var settings: KeyValuePairs<String, Float> { momentum == 0 ? [:] : ["momentum": momentum] }
    /// Throws for settings that make no sense.
    public func validate() throws {
        try checkShare("momentum", momentum)
        if nesterov, momentum == 0 {
            throw Mistake(
                construct: name, problem: "Nesterov's look ahead needs a momentum",
                note: "give it one: SGD(…, momentum: 0.9, nesterov: true)")
        }
    }
    /// Moves a parameter along its gradient.
    public func update(
        _ parameter: Parameter, gradient: Tensor, moments: [Buffer], rate: Float, step: Int
    ) throws {
        try sgdUpdate(
            parameter, gradient: gradient, velocity: moments.first, learningRate: rate, momentum: momentum,
            nesterov: nesterov, isFirst: step == 1)
    }
}
