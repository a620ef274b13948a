import Glibc
import Tensors

/// How an optimizer's learning rate changes over the steps of a training: a factor for each step.
public enum Schedule: Sendable, Equatable {
    /// The rate stays.
    case constant
    /// The rate stays until a share of the steps is done, then falls evenly to nothing.
    case linear(after: Double)
    /// Half a cosine, from the full rate to nothing.
    case cosine
    /// Multiplied by a factor after each so many steps.
    case steps(every: Int, factor: Double)
    /// Multiplied by a factor after each step.
    case exponential(factor: Double)
    /// Rises evenly over the first steps, then stays.
    case warmup(steps: Int)

    /// The factor at a step, counted from 0, of a training of so many steps.
    public func factor(step: Int, of steps: Int) -> Double {
        let done = Double(step) / Double(max(steps, 1))
        switch self {
        case .constant: return 1
        case .linear(let start): return done <= start ? 1 : max(0, (1 - done) / (1 - start))
        case .cosine: return (1 + cos(Double.pi * min(done, 1))) / 2
        case .steps(let every, let factor): return pow(factor, Double(step / max(every, 1)))
        case .exponential(let factor): return pow(factor, Double(step))
        case .warmup(let rising): return min(1, Double(step + 1) / Double(max(rising, 1)))
        }
    }
}
