import Tensors

/// Kingma and Ba, "Adam: A Method for Stochastic Optimization" (2015): the gradient's running mean over the root of
/// its running square, both corrected for their beginning at 0.
///
/// With a decay it is AdamW (Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019): each step also
/// shrinks the weights by a share of the learning rate.
public struct Adam: UpdateRule {
    /// The learning rate when none is given.
    public let usualRate: Float = 0.001
    /// How many numbers it remembers for each number of the parameter.
    public let momentCount = 2
    /// How much of the mean of the gradient stays in each step, and of the mean of its square.
    public let beta1: Float, beta2: Float
    /// Added to the root, so that a gradient of 0 does not divide by 0.
    public let epsilon: Float
    /// The share of the learning rate by which the weights shrink; nil for Adam itself.
    public let weightDecay: Float?

    /// The rule with its settings; GANs use a `beta1` of 0.5 or 0.
    public init(
        beta1: Float = 0.9, beta2: Float = 0.999, epsilon: Float = 1e-8, weightDecay: Float? = nil
    ) {
        (self.beta1, self.beta2, self.epsilon, self.weightDecay) = (beta1, beta2, epsilon, weightDecay)
    }

    /// What it goes by.
    public var name: String { weightDecay == nil ? "Adam" : "AdamW" }
    /// The settings beside the rate.
    public var settings: KeyValuePairs<String, Float> {
        guard let weightDecay else { return ["beta1": beta1, "beta2": beta2] }
        return ["beta1": beta1, "beta2": beta2, "weightDecay": weightDecay]
    }
    /// Throws for settings that make no sense.
    public func validate() throws {
        try checkShare("beta1", beta1)
        try checkShare("beta2", beta2)
        try checkNotNegative("epsilon", epsilon)
        if let weightDecay { try checkNotNegative("weightDecay", weightDecay) }
    }
    /// Moves a parameter along its gradient.
    public func update(
        _ parameter: Parameter, gradient: Tensor, moments: [Buffer], rate: Float, step: Int
    ) throws {
        try adamUpdate(
            parameter, gradient: gradient, firstMoment: moments[0], secondMoment: moments[1], step: step,
            learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: weightDecay ?? 0)
    }
}
