import Tensors
import Text

/// A network whose weights are the running average of another's (EMA): they wander less than the weights
/// themselves. Yazıcı et al., "The Unusual Effectiveness of Averaging in GAN Training" (2019).
public final class WeightAverage {
    /// The averaged network. Its running statistics are the ones of the network that trains.
    public let network: Network
    /// What share of the average stays in each step.
    public let decay: Float
    private let source: Network
    private var stepCount = 0

    /// Begins with a copy of a network.
    public init(of network: Network, decay: Float = 0.999) throws {
        guard decay >= 0, decay < 1 else {
            throw Mistake(
                construct: "averaging", problem: "the decay must be at least 0 and below 1",
                note: "got \(decay)")
        }
        source = network
        self.decay = decay
        self.network = try network.copy()
        self.network.name = network.name.isEmpty ? "average" : "average of \(network.name)"
    }

    /// Moves the average towards the network as it is now. The first steps move it faster, so that the random
    /// beginning is soon forgotten.
    public func update() throws {
        stepCount += 1
        let early = Float(stepCount) / Float(stepCount + 10)
        let kept = min(decay, early)
        for (average, current) in zip(network.parameters, source.parameters) {
            try current.constant.withFloats { current in
                try average.update { average in
                    for index in 0..<average.count {
                        average[index] += (1 - kept) * (current[index] - average[index])
                    }
                }
            }
        }
        for (average, current) in zip(network.statistics, source.statistics) { average.value = current.value }
    }
}
