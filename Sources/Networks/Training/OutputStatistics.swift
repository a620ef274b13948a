import Glibc
import Tensors

/// What the discriminator's outputs on real and on fake samples come to.
struct OutputStatistics {
    var value: Double
    var gap: Double
    var accuracyOnReal: Double?
    var accuracyOnFake: Double?

    /// The mean of both accuracies, so that sets of different sizes weigh the same.
    var accuracy: Double? {
        guard let accuracyOnReal, let accuracyOnFake else { return nil }
        return (accuracyOnReal + accuracyOnFake) / 2
    }

    init(real: Tensor, fake: Tensor, classifies: Bool) {
        let (onReal, onFake) = (Self.read(real, classifies), Self.read(fake, classifies))
        gap = onReal.mean - onFake.mean
        if classifies {
            // log(sigmoid(x)) is −softplus(−x), and log(1 − sigmoid(x)) is −softplus(x).
            value = -onReal.meanSoftplusOfMinus - onFake.meanSoftplus
            accuracyOnReal = onReal.shareAbove
            // A logit of exactly 0 is undecided; half of them count, so that a constant D has one half.
            accuracyOnFake = 1 - onFake.shareAbove
        } else {
            value = gap
        }
    }

    private struct Reading {
        var mean = 0.0
        var meanSoftplus = 0.0
        var meanSoftplusOfMinus = 0.0
        var shareAbove = 0.0
    }

    private static func read(_ outputs: Tensor, _ classifies: Bool) -> Reading {
        outputs.withFloats { outputs in
            var reading = Reading()
            for output in outputs {
                guard classifies else {
                    reading.mean += Double(output)
                    continue
                }
                // One exponential of −|x| gives sigmoid and softplus without overflow.
                let small = Double(exp(-abs(output)))
                let positive = output > 0
                reading.mean += positive ? 1 / (1 + small) : small / (1 + small)
                reading.meanSoftplus += (positive ? Double(output) : 0) + log1p(small)
                reading.meanSoftplusOfMinus += (positive ? 0 : -Double(output)) + log1p(small)
                reading.shareAbove += positive ? 1 : (output == 0 ? 0.5 : 0)
            }
            let count = Double(outputs.count)
            reading.mean /= count
            reading.meanSoftplus /= count
            reading.meanSoftplusOfMinus /= count
            reading.shareAbove /= count
            return reading
        }
    }
}
