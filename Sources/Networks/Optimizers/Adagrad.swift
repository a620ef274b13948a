import Tensors

/// Duchi, Hazan and Singer (2011): the gradient over the root of the sum of all its squares so far.
public struct Adagrad: UpdateRule {
    /// What it goes by.
    public let name = "Adagrad"
    /// The learning rate when none is given.
    public let usualRate: Float = 0.01
    /// How many numbers it remembers for each number of the parameter.
    public let momentCount = 1
    /// The settings beside the rate.
    public let settings: KeyValuePairs<String, Float> = [:]
    /// Added to the root, so that a gradient of 0 does not divide by 0.
    public let epsilon: Float

    /// The rule with its settings.
    public init(epsilon: Float = 1e-10) { self.epsilon = epsilon }

    /// Throws for settings that make no sense.
    public func validate() throws { try checkNotNegative("epsilon", epsilon) }
    /// Moves a parameter along its gradient.
    public func update(
        _ parameter: Parameter, gradient: Tensor, moments: [Buffer], rate: Float, step: Int
    ) throws {
        try adagradUpdate(
            parameter, gradient: gradient, total: moments[0], learningRate: rate, epsilon: epsilon)
    }
}
