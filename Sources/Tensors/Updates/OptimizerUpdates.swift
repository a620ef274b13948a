import CKernels
import Text

extension Buffer {
    /// Memory for an optimizer's moments, zero at first.
    public static func zeros(count: Int) throws -> Buffer { try Buffer(repeating: 0, count: count) }

    /// The moments as a tensor: a copy.
    public func snapshot() throws -> Tensor {
        try .building([count]) { out in _ = out.update(fromContentsOf: floats) }
    }

    /// Takes over a snapshot's values.
    public func restore(_ snapshot: Tensor) throws {
        if snapshot.count != count {
            throw Mistake(
                construct: "restoring an optimizer", problem: "the sizes differ",
                note: "it has \(counted(count, "value")), and \(snapshot.count) were given")
        }
        pointer.update(from: snapshot.pointer, count: count)
    }
}

/// One step of gradient descent in one pass: v ← momentum · v + (1 - dampening) · g, p ← p - rate · v, with
/// g + weightDecay · p for g. The first step takes v ← g.
public func sgdUpdate(
    _ parameter: Parameter, gradient: Tensor, velocity: Buffer? = nil, learningRate: Float,
    momentum: Float = 0, dampening: Float = 0, weightDecay: Float = 0, nesterov: Bool = false,
    isFirst: Bool = false
) throws {
    try update(parameter, gradient, [velocity].compactMap { $0 }) { old, new in
        Kernels.descentUpdate(
            new, from: old, gradient: gradient.pointer, velocity: momentum == 0 ? nil : velocity?.pointer,
            count: gradient.count,
            options: DescentStep(
                rate: learningRate, momentum: momentum, dampening: dampening, weight_decay: weightDecay,
                nesterov: nesterov ? 1 : 0, is_first: isFirst ? 1 : 0))
    }
}

/// One step of Adam (Kingma and Ba, 2015) in one pass; `step` counts from 1. With `decouplesDecay` it is AdamW
/// (Loshchilov and Hutter, 2019).
public func adamUpdate(
    _ parameter: Parameter, gradient: Tensor, firstMoment: Buffer, secondMoment: Buffer, step: Int,
    learningRate: Float, beta1: Float = 0.9, beta2: Float = 0.999, epsilon: Float = 1e-8,
    weightDecay: Float = 0, decouplesDecay: Bool = false
) throws {
    try update(parameter, gradient, [firstMoment, secondMoment]) { old, new in
        Kernels.adamUpdate(
            new, from: old, gradient: gradient.pointer, first: firstMoment.pointer,
            second: secondMoment.pointer,
            count: gradient.count,
            options: AdamStep(
                rate: learningRate, first_decay: beta1, second_decay: beta2, epsilon: epsilon,
                weight_decay: weightDecay, decouples_decay: decouplesDecay ? 1 : 0, step: step))
    }
}

/// One step of RMSprop (Tieleman and Hinton, 2012) in one pass; `meanGradient` centers it, `velocity` gives it
/// momentum.
public func rmspropUpdate(
    _ parameter: Parameter, gradient: Tensor, meanSquare: Buffer, meanGradient: Buffer? = nil,
    velocity: Buffer? = nil, learningRate: Float, alpha: Float = 0.99, epsilon: Float = 1e-8,
    weightDecay: Float = 0, momentum: Float = 0
) throws {
    try update(parameter, gradient, [meanSquare, meanGradient, velocity].compactMap { $0 }) { old, new in
        Kernels.rootMeanSquareUpdate(
            new, from: old, gradient: gradient.pointer, meanSquare: meanSquare.pointer,
            meanGradient: meanGradient?.pointer, velocity: velocity?.pointer, count: gradient.count,
            options: RootMeanSquareStep(
                rate: learningRate, smoothing: alpha, epsilon: epsilon, weight_decay: weightDecay,
                momentum: momentum, centered: meanGradient == nil ? 0 : 1))
    }
}

/// One step of Adagrad (Duchi, Hazan and Singer, 2011) in one pass; `step` counts from 1.
public func adagradUpdate(
    _ parameter: Parameter, gradient: Tensor, total: Buffer, learningRate: Float, epsilon: Float = 1e-10,
    step: Int, rateDecay: Float = 0, weightDecay: Float = 0
) throws {
    try update(parameter, gradient, [total]) { old, new in
        Kernels.adagradUpdate(
            new, from: old, gradient: gradient.pointer, total: total.pointer, count: gradient.count,
            options: AdagradStep(
                rate: learningRate, rate_decay: rateDecay, epsilon: epsilon, weight_decay: weightDecay,
                step: step))
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
