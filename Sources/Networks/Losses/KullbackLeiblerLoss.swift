import Tensors
import Text

/// KL(targets ‖ predicted) of each row: Σ t·(log t − log p), where a t of 0 adds nothing. Recorded, so that it can be
/// a loss: of distilled labels, or of a distribution that a network should match.
///
/// - Parameters:
///   - logProbabilities: shape [n, classes].
///   - targets: probabilities of the same shape.
/// - Returns: shape [n].
public func klDivergences(_ logProbabilities: Tensor, targets: Tensor) throws -> Tensor {
    guard logProbabilities.rank == 2, targets.shape == logProbabilities.shape else {
        throw Mistake(
            construct: "klDivergence", problem: "there must be a target for each probability",
            note: "{0} is \(logProbabilities.shape) and {1} is \(targets.shape); both must be [n, classes]",
            argument: 1)
    }
    // The smallest normal number keeps the slope of the logarithm at a target of 0 finite.
    let logTargets = try log(clamp(targets, lower: .leastNormalMagnitude))
    return try sum(weigh(logTargets - logProbabilities, by: targets), axis: 1)
}
