import Tensors

/// Tieleman and Hinton (2012): the gradient over the root of its running square.
public struct RMSprop: UpdateRule {
    /// What it goes by.
    public let name = "RMSprop"
    /// The learning rate when none is given.
    public let usualRate: Float = 0.01
    /// How many numbers it remembers for each number of the parameter.
    public let momentCount = 1
    /// How much of the mean of the square stays in each step.
    public let alpha: Float
    /// Added to the root, so that a gradient of 0 does not divide by 0.
    public let epsilon: Float

    /// The rule with its settings.
    public init(alpha: Float = 0.99, epsilon: Float = 1e-8) { (self.alpha, self.epsilon) = (alpha, epsilon) }

    /// The settings beside the rate.
    public var settings: KeyValuePairs<String, Float> { ["alpha": alpha] }
    /// Throws for settings that make no sense.
    public func validate() throws {
        try checkShare("alpha", alpha)
        try checkNotNegative("epsilon", epsilon)
    }
    /// Moves a parameter along its gradient.
    public func update(
        _ parameter: Parameter, gradient: Tensor, moments: [Buffer], rate: Float, step: Int
    ) throws {
        try rmspropUpdate(
            parameter, gradient: gradient, meanSquare: moments[0], learningRate: rate, alpha: alpha,
            epsilon: epsilon)
    }
}
