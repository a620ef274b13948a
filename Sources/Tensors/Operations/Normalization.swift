import Text

extension Operations {
    /// x, scale, shift, and beside them the channels' mean and 1 / √(variance + epsilon), which belong to x.
    static let batchNorm = Operation<Float>(
        "batchNorm", "Each channel (axis 1) brought to mean 0 and variance 1, then scaled and shifted.",
        example: "batchNorm(x, scale: ones(5), shift: zeros(5))",
        forward: .any({ inputs, _ in
            let (x, scale, shift) = (inputs[0], inputs[1], inputs[2])
            let (mean, inverse) = (inputs[3], inputs[4])
            let out = try Tensor(uninitialized: x.shape, for: "batchNorm")
            let (outer, channels, inner) = x.shape.around(1)
            // scale · (x - mean) · inverse + shift as one product and one sum for each element.
            let factor = try Tensor(uninitialized: [channels], for: "batchNorm")
            let offset = try Tensor(uninitialized: [channels], for: "batchNorm")
            for channel in 0..<channels {
                factor.pointer[channel] = scale.pointer[channel] * inverse.pointer[channel]
                offset.pointer[channel] =
                    shift.pointer[channel] - mean.pointer[channel] * factor.pointer[channel]
            }
            try Kernels.channelAffine(
                x.pointer, scale: factor.pointer, shift: offset.pointer, out.pointer, outer: outer,
                channels: channels, inner: inner)
            return out
        }),
        rule: { step, epsilon in
            if step.isDifferentiable {
                try differentiableRule(step, epsilon)
            } else {
                try fusedRule(step)
            }
        })

    /// The rule in operations, with mean and deviation as functions of x. For x̂ = (x - mean) · inverse:
    /// ∂x = scale · inverse · (g - mean(g) - x̂ · mean(g · x̂)), ∂scale = Σ g · x̂, ∂shift = Σ g.
    private static func differentiableRule(_ step: GradientStep, _ epsilon: Float) throws {
        let (x, gradient) = (step[0], step.cotangent)
        let axes = (0..<x.rank).filter { $0 != 1 }
        let along = Shape(rank: x.rank) { $0 == 1 ? x.shape[1] : 1 }
        let deviation = try x - Tensors.mean(x, axes: axes, keepAxis: true)
        let variance = try Tensors.mean(Tensors.square(deviation), axes: axes, keepAxis: true)
        let inverse = try 1 / Tensors.sqrt(variance + epsilon)
        let normalized = try deviation * inverse
        try step.pass(
            to: 0,
            {
                let mean = try Tensors.mean(gradient, axes: axes, keepAxis: true)
                let product = try Tensors.mean(gradient * normalized, axes: axes, keepAxis: true)
                let factor = try Tensors.reshape(step[1], along) * inverse
                return try (gradient - mean - normalized * product) * factor
            }())
        try step.pass(to: 1, Tensors.sum(gradient * normalized, axes: axes))
        try step.pass(to: 2, Tensors.sum(gradient, axes: axes))
    }

    /// The same in two passes over x and the gradient.
    private static func fusedRule(_ step: GradientStep) throws {
        let (x, scale, gradient) = (step[0], step[1], step.cotangent)
        let (mean, inverse) = (step[3], step[4])
        let (outer, channels, inner) = x.shape.around(1)
        let shape: Shape = [channels]
        let sums = try Tensor(uninitialized: shape, for: "batchNorm")
        let products = try Tensor(uninitialized: shape, for: "batchNorm")
        try Kernels.channelSums(
            gradient.pointer, sums.pointer, times: x.pointer, products.pointer, outer: outer,
            channels: channels, inner: inner)
        for channel in 0..<channels {
            let centered = products.pointer[channel] - mean.pointer[channel] * sums.pointer[channel]
            products.pointer[channel] = centered * inverse.pointer[channel]
        }
        try step.pass(to: 1, products)
        try step.pass(to: 2, sums)
        if !step.wants(0) { return }
        // ∂x = a · g + b · x + c, with three numbers for each channel.
        let count = Float(outer * inner)
        let (a, b, c) = try (
            Tensor(uninitialized: shape, for: "batchNorm"), Tensor(uninitialized: shape, for: "batchNorm"),
            Tensor(uninitialized: shape, for: "batchNorm")
        )
        for channel in 0..<channels {
            let inverse = inverse.pointer[channel]
            let factor = scale.pointer[channel] * inverse
            let slope = -factor * inverse * products.pointer[channel] / count
            a.pointer[channel] = factor
            b.pointer[channel] = slope
            c.pointer[channel] = -factor * sums.pointer[channel] / count - slope * mean.pointer[channel]
        }
        let out = try Tensor(uninitialized: x.shape, for: "batchNorm")
        try Kernels.channelCombine(
            x.pointer, scale: b.pointer, gradient.pointer, scale: a.pointer, shift: c.pointer, out.pointer,
            outer: outer, channels: channels, inner: inner)
        try step.pass(to: 0, out)
    }
}

/// Batch normalization (Ioffe and Szegedy, 2015): each channel (axis 1) of the batch is brought to mean 0 and
/// variance 1, then multiplied by its scale and moved by its shift.
///
/// Returns the output, and the batch's mean and (biased) variance of each channel, which are not recorded.
public func batchNorm(
    _ x: Tensor, scale: Tensor, shift: Tensor, epsilon: Float = 1e-5
) throws -> (output: Tensor, mean: Tensor, variance: Tensor) {
    if x.rank < 2 || x.count == 0 {
        throw Mistake(
            construct: "batchNorm", problem: "a batch has a channel axis and at least one element",
            note: "{0} is \(x.shape), and [batch, channels, …] is needed", argument: 0)
    }
    let channels = x.shape[1]
    for (index, operand) in [scale, shift].enumerated() where operand.shape != [channels] {
        throw Mistake(
            construct: "batchNorm",
            problem: "there is not one \(index == 0 ? "scale" : "shift") for each channel",
            note: "{0} is \(x.shape), which has \(counted(channels, "channel")), and {\(index + 1)} is "
                + "\(operand.shape)", argument: index + 1)
    }
    let (outer, _, inner) = x.shape.around(1)
    let mean = try Tensor(uninitialized: [channels], for: "batchNorm")
    let variance = try Tensor(uninitialized: [channels], for: "batchNorm")
    try Kernels.channelStatistics(
        x.pointer, mean: mean.pointer, variance: variance.pointer, outer: outer, channels: channels,
        inner: inner)
    let inverse = try withoutGradients { try 1 / sqrt(variance + epsilon) }
    let output = try Operations.batchNorm.apply(Inputs([x, scale, shift, mean, inverse]), epsilon)
    return (output, mean, variance)
}

/// Each channel normalized with a mean and variance that are given, as in evaluation.
public func batchNorm(
    _ x: Tensor, scale: Tensor, shift: Tensor, mean: Tensor, variance: Tensor, epsilon: Float = 1e-5
) throws -> Tensor {
    let along = Shape(rank: x.rank) { $0 == 1 ? -1 : 1 }
    let factor = try scale / sqrt(variance + epsilon)
    let offset = try shift - mean * factor
    return try x * reshape(factor, along) + reshape(offset, along)
}

/// Layer normalization (Ba, Kiros and Hinton, 2016): each example is brought to mean 0 and variance 1 over its
/// last axes, those of the scale's shape, or the last one if there is none.
public func layerNorm(
    _ x: Tensor, scale: Tensor? = nil, shift: Tensor? = nil, epsilon: Float = 1e-5
) throws -> Tensor {
    let axes = (scale ?? shift)?.rank ?? 1
    let tail = Shape(rank: axes) { x.rank >= axes && axes > 0 ? x.shape[x.rank - axes + $0] : 0 }
    if axes == 0 || axes > x.rank || x.count == 0
        || [scale, shift].contains(where: { $0 != nil && $0?.shape != tail })
    {
        let found = [scale, shift].compactMap { $0.map { "\($0.shape)" } }
        throw Mistake(
            construct: "layerNorm", problem: "the input does not fit the layer",
            note: "{0} is \(x.shape), and its last axes must be those of scale and shift"
                + (found.isEmpty ? "" : ", \(listed(found))"), argument: 0)
    }
    // Each example is a channel of a batch of one.
    let rows = x.count / tail.count
    var y = try reshape(normalized(reshape(x, [1, rows, tail.count]), epsilon), x.shape)
    if let scale { y = try y * scale }
    if let shift { y = try y + shift }
    return y
}

/// Instance normalization (Ulyanov, Vedaldi and Lempitsky, 2016): each channel of each image is brought to
/// mean 0 and variance 1.
public func instanceNorm2d(_ x: Tensor, epsilon: Float = 1e-5) throws -> Tensor {
    if x.rank != 4 || x.count == 0 {
        throw Mistake(
            construct: "instanceNorm2d", problem: "images have four axes and at least one pixel",
            note: "{0} is \(x.shape), and [batch, channels, height, width] is needed", argument: 0)
    }
    let planes = try reshape(x, [1, x.shape[0] * x.shape[1], x.shape[2] * x.shape[3]])
    return try reshape(normalized(planes, epsilon), x.shape)
}

private func normalized(_ x: Tensor, _ epsilon: Float) throws -> Tensor {
    let channels = x.shape[1]
    return try batchNorm(x, scale: ones([channels]), shift: zeros([channels]), epsilon: epsilon).output
}
