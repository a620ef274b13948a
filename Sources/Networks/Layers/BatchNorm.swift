import Tensors
import Text

/// Normalizes each channel (axis 1) over the batch, then scales and shifts it: Ioffe and Szegedy (2015). One
/// layer for rows [n, c] and images [n, c, h, w].
///
/// While training, the batch's own mean and variance are used, and the running ones move towards them by the
/// momentum; while evaluating, the running ones are used.
public final class BatchNorm: Layer {
    /// Its name as a script writes it.
    public let kind = "BatchNorm"
    /// The number of channels.
    public let channels: Int
    /// How far the running statistics move towards the batch's in each step.
    public let momentum: Float
    /// Added to the variance, so that a constant channel does not divide by zero.
    public let epsilon: Float
    /// The factor and the summand of each channel.
    public let scale: Parameter, shift: Parameter
    /// What evaluation uses.
    public let runningMean: RunningStatistic, runningVariance: RunningStatistic

    /// Makes a layer that scales by 1 and shifts by 0.
    public init(_ channels: Int, momentum: Float = 0.1, epsilon: Float = 1e-5) throws {
        try checkSizes("BatchNorm", ["channels": channels])
        guard momentum >= 0, momentum <= 1, epsilon > 0 else {
            throw Mistake(
                construct: "BatchNorm", problem: "momentum lies between 0 and 1, epsilon above 0",
                note: "got momentum \(momentum) and epsilon \(epsilon)")
        }
        self.channels = channels
        self.momentum = momentum
        self.epsilon = epsilon
        scale = Parameter(try constantRow(1, channels), name: "BatchNorm scale")
        shift = Parameter(try constantRow(0, channels), name: "BatchNorm shift")
        runningMean = RunningStatistic(role: "running_mean", value: try constantRow(0, channels))
        runningVariance = RunningStatistic(role: "running_var", value: try constantRow(1, channels))
    }

    private init(copying other: BatchNorm) throws {
        (channels, momentum, epsilon) = (other.channels, other.momentum, other.epsilon)
        scale = try other.scale.copied()
        shift = try other.shift.copied()
        runningMean = RunningStatistic(role: "running_mean", value: other.runningMean.value)
        runningVariance = RunningStatistic(role: "running_var", value: other.runningVariance.value)
    }

    /// The call that makes it.
    public var signature: String { "BatchNorm(\(channels))" }
    /// The parameters that are its own.
    public var ownParameters: [OwnParameter] {
        [
            OwnParameter(role: "weight", word: "scale", parameter: scale),
            OwnParameter(role: "bias", word: "shift", parameter: shift),
        ]
    }
    /// The running statistics that are its own.
    public var ownStatistics: [RunningStatistic] { [runningMean, runningVariance] }
    /// A layer of its own with the same values.
    public func copied() throws -> any Layer { try BatchNorm(copying: self) }

    /// The layer's output for a batch.
    public func callAsFunction(_ x: Tensor, _ pass: Pass) throws -> Tensor {
        guard x.rank == 2 || x.rank == 4 else {
            throw inputError(
                self, x, "the input must have two or four axes",
                "BatchNorm takes rows [n, \(channels)] or images "
                    + "[n, \(channels), height, width]")
        }
        guard x.shape[1] == channels else {
            throw inputError(
                self, x, "the input has the wrong number of channels",
                "\(signature) takes \(channels): axis 1 (\(x.shape[1])) must be \(channels)")
        }
        guard pass.mode == .training else { return try normalizedByRunningStatistics(x, pass) }
        let perChannel = x.count / channels
        guard perChannel > 1 else {
            throw inputError(
                self, x, "one sample has no variance to normalize by",
                "training uses the batch's statistics; give it a larger batch, of an epoch one that leaves no single "
                    + "sample at its end, or switch the network with evaluating(…), which uses the running "
                    + "statistics")
        }
        let (output, mean, variance) = try batchNorm(
            x, scale: pass.tensor(scale), shift: pass.tensor(shift), epsilon: epsilon)
        if pass.writesStatistics {
            let unbiased = Float(perChannel) / Float(perChannel - 1)
            try move(runningMean, towards: mean, factor: 1)
            try move(runningVariance, towards: variance, factor: unbiased)
        }
        return output
    }

    private func normalizedByRunningStatistics(_ x: Tensor, _ pass: Pass) throws -> Tensor {
        let deviations = try Tensor.building([channels]) { target in
            runningVariance.value.withFloats { variance in
                for index in 0..<channels { target[index] = (variance[index] + epsilon).squareRoot() }
            }
        }
        var factor = try divide(pass.tensor(scale), deviations)
        var summand = try subtract(pass.tensor(shift), multiply(runningMean.value, factor))
        if x.rank == 4 {
            factor = try reshape(factor, [1, channels, 1, 1])
            summand = try reshape(summand, [1, channels, 1, 1])
        }
        return try add(multiply(x, factor), summand)
    }

    private func move(_ statistic: RunningStatistic, towards batch: Tensor, factor: Float) throws {
        let before = statistic.value
        statistic.value = try Tensor.building([channels]) { target in
            before.withFloats { before in
                batch.withFloats { batch in
                    for index in 0..<channels {
                        target[index] = (1 - momentum) * before[index] + momentum * factor * batch[index]
                    }
                }
            }
        }
    }
}

/// A row of equal numbers.
func constantRow(_ value: Float, _ count: Int) throws -> Tensor {
    try Tensor.building([count]) { $0.update(repeating: value) }
}
