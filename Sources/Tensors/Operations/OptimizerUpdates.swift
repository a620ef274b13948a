import CKernels
import Text

extension Buffer {
    /// Memory for an optimizer's moments, zero at first.
    public static func zeros(count: Int) throws -> Buffer { try Buffer(repeating: 0, count: count) }
}

/// One step of gradient descent in one pass: v ← momentum · v + g, p ← p - rate · v. The first step takes
/// v ← g.
public func sgdUpdate(
    _ parameter: Parameter, gradient: Tensor, velocity: Buffer? = nil, learningRate: Float,
    momentum: Float = 0, nesterov: Bool = false, isFirst: Bool = false
) throws {
    try update(parameter, gradient, [velocity].compactMap { $0 }) { old, new in
        Kernels.descentUpdate(
            new, from: old, gradient: gradient.pointer, velocity: momentum == 0 ? nil : velocity?.pointer,
            count: gradient.count,
            options: DescentStep(
                rate: learningRate, momentum: momentum, nesterov: nesterov ? 1 : 0, is_first: isFirst ? 1 : 0)
        )
    }
}

/// One step of Adam (Kingma and Ba, 2015) in one pass; `step` counts from 1. With a decay of the weights,
/// p ← (1 - rate · weightDecay) · p before the step, it is AdamW (Loshchilov and Hutter, 2019).
public func adamUpdate(
    _ parameter: Parameter, gradient: Tensor, firstMoment: Buffer, secondMoment: Buffer, step: Int,
    learningRate: Float, beta1: Float = 0.9, beta2: Float = 0.999, epsilon: Float = 1e-8,
    weightDecay: Float = 0
) throws {
    try update(parameter, gradient, [firstMoment, secondMoment]) { old, new in
        Kernels.adamUpdate(
            new, from: old, gradient: gradient.pointer, first: firstMoment.pointer,
            second: secondMoment.pointer, count: gradient.count,
            options: AdamStep(
                rate: learningRate, first_decay: beta1, second_decay: beta2, epsilon: epsilon,
                weight_decay: weightDecay, step: step))
    }
}

/// One step of RMSprop (Tieleman and Hinton, 2012) in one pass.
public func rmspropUpdate(
    _ parameter: Parameter, gradient: Tensor, meanSquare: Buffer, learningRate: Float, alpha: Float = 0.99,
    epsilon: Float = 1e-8
) throws {
    try update(parameter, gradient, [meanSquare]) { old, new in
        Kernels.rootMeanSquareUpdate(
            new, from: old, gradient: gradient.pointer, meanSquare: meanSquare.pointer, count: gradient.count,
            options: RootMeanSquareStep(rate: learningRate, smoothing: alpha, epsilon: epsilon))
    }
}

/// One step of Adagrad (Duchi, Hazan and Singer, 2011) in one pass.
public func adagradUpdate(
    _ parameter: Parameter, gradient: Tensor, total: Buffer, learningRate: Float, epsilon: Float = 1e-10
) throws {
    try update(parameter, gradient, [total]) { old, new in
        Kernels.adagradUpdate(
            new, from: old, gradient: gradient.pointer, total: total.pointer, count: gradient.count,
            options: AdagradStep(rate: learningRate, epsilon: epsilon))
    }
}

private func update(
    _ parameter: Parameter, _ gradient: Tensor, _ moments: [Buffer],
    _ body: (_ old: Kernels.Source, _ new: Kernels.Target) -> Void
) throws {
    if gradient.shape != parameter.shape {
        throw Mistake(
            construct: "optimizer step", problem: "the gradient does not fit the parameter",
            note: "\(parameter.name) is \(parameter.shape) and its gradient \(gradient.shape)")
    }
    for moment in moments where moment.count != parameter.count {
        throw Mistake(
            construct: "optimizer step", problem: "the moments do not fit the parameter",
            note: "\(parameter.name) is \(parameter.shape), and they have \(counted(moment.count, "value"))")
    }
    try parameter.rewrite(body)
}
