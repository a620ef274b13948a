import Tensors
import Text

/// A network whose weights are the running average of another's (EMA): they wander less than the weights
/// themselves. Yazıcı et al., "The Unusual Effectiveness of Averaging in GAN Training" (2019).
///
/// The weights of k steps ago count decayᵏ times as much as the newest, from the first step on; the random beginning
/// before it does not count. That is Adam's correction of its moments (Kingma and Ba, 2015, section 3).
public final class WeightAverage {
    /// The averaged network. Its running statistics are the ones of the network that trains.
    public let network: Network
    /// How much the weights of a step count in the average beside those of the step after.
    public let decay: Float
    private let source: Network
    /// What all weights so far count together: 1 + decay + decay² + …
    private var total = 0.0

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

    /// Takes the network as it is now into the average.
    public func update() throws {
        total = total * Double(decay) + 1
        let share = Float(1 / total)
        for (average, current) in zip(network.parameters, source.parameters) {
            try current.constant.withFloats { current in
                try average.update { average in
                    for index in 0..<average.count {
                        average[index] += share * (current[index] - average[index])
                    }
                }
            }
        }
        for (average, current) in zip(network.statistics, source.statistics) { average.value = current.value }
    }
}
