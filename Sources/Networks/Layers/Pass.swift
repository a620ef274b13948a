import Tensors

/// One run of a network over a batch: what it may change while it runs, and where its random numbers come from.
///
/// In a GAN two networks run in every step and only one of them has its turn. Its parameters are variables and
/// its running statistics are written; the other's parameters are constants, through which the gradient still
/// flows to the input, and nothing of it changes.
public struct Pass {
    /// How layers such as BatchNorm and Dropout behave.
    public enum Mode: Sendable, Equatable {
        /// BatchNorm uses the batch's statistics, Dropout drops.
        case training
        /// BatchNorm uses the running statistics, Dropout does nothing.
        case evaluating
    }

    /// How layers such as BatchNorm and Dropout behave.
    public var mode: Mode
    /// Whether the parameters are variables, for which gradients can be asked.
    public var learns: Bool
    /// Whether the running statistics are brought up to date.
    public var writesStatistics: Bool
    /// Where masks and noise come from.
    public var random: RandomStream

    /// Describes a run.
    public init(mode: Mode, learns: Bool, writesStatistics: Bool, random: RandomStream) {
        self.mode = mode
        self.learns = learns
        self.writesStatistics = writesStatistics && mode == .training
        self.random = random
    }

    /// A parameter as this run sees it.
    public func tensor(_ parameter: Parameter) -> Tensor { learns ? parameter.value : parameter.constant }
}
