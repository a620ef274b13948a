import CKernels
import Text

extension Operations {
    static let maximum = Operation<Void>(
        "maximum", "The larger of two elements, with broadcasting.", example: "maximum(tensor([1, 2]), 1.5)",
        forward: .binary({ a, b, _ in try Elementwise.binary(.maximum, a, b, construct: "maximum")
        }),
        rule: { step, _ in try passToWinner(step, share(of: greater(step[0], step[1]), step)) })

    static let minimum = Operation<Void>(
        "minimum", "The smaller of two elements, with broadcasting.", example: "minimum(tensor([1, 2]), 1.5)",
        forward: .binary({ a, b, _ in try Elementwise.binary(.minimum, a, b, construct: "minimum")
        }),
        rule: { step, _ in try passToWinner(step, share(of: less(step[0], step[1]), step)) })

    /// 1 where the first operand wins, 1/2 where both are equal; a NaN wins against a number.
    private static func share(of wins: Tensor, _ step: GradientStep) throws -> Tensor {
        let share = try wins + equal(step[0], step[1]) * 0.5
        let isNaN = try isnan(step.output)
        if !any(isNaN) { return share }
        return try Tensors.where(isNaN, (isnan(step[0]) - isnan(step[1]) + 1) * 0.5, share)
    }

    private static func passToWinner(_ step: GradientStep, _ share: Tensor) throws {
        try step.pass(to: 0, step.cotangent * share)
        try step.pass(to: 1, step.cotangent * (1 - share))
    }

    /// The mask has the shape of the result; the other two may be single numbers.
    static let `where` = Operation<Void>(
        "where", "Elements of one tensor where a mask is not 0, of another elsewhere.",
        example: "where(x > 0, x, 0)",
        forward: .any({ inputs, _ in
            let (mask, a, b) = (inputs[0], inputs[1], inputs[2])
            let out = try Tensor(uninitialized: mask.shape, for: "where")
            try Kernels.select(
                mask.pointer, a.pointer, step: a.count == mask.count ? 1 : 0, b.pointer,
                step: b.count == mask.count ? 1 : 0, out.pointer, count: out.count)
            return out
        }),
        rule: { step, _ in
            let zero = Tensor(0)
            try step.pass(to: 1, Tensors.where(step[0], step.cotangent, zero))
            try step.pass(to: 2, Tensors.where(step[0], zero, step.cotangent))
        })

    static let clamp = Operation<(lower: Float, upper: Float)>(
        "clamp", "Each element, or the bound that it passes.",
        example: "clamp(tensor([-1, 0.2, 3]), lower: 0, upper: 1)",
        forward: .unary({ x, bounds in
            let out = try Tensor(uninitialized: x.shape, for: "clamp")
            try Kernels.clamp(
                x.pointer, lower: bounds.lower, upper: bounds.upper, out.pointer, count: x.count)
            return out
        }),
        rule: { step, _ in
            // x is within the bounds exactly where it came through unchanged.
            try step.pass(to: 0, Tensors.where(equal(step[0], step.output), step.cotangent, Tensor(0)))
        })
}

/// The larger of a and b, element by element; equal ones share the gradient.
public func maximum(_ a: Tensor, _ b: Tensor) throws -> Tensor { try Operations.maximum(a, b) }

/// The smaller of a and b, element by element; equal ones share the gradient.
public func minimum(_ a: Tensor, _ b: Tensor) throws -> Tensor { try Operations.minimum(a, b) }

/// a where the mask is not 0, b elsewhere, with broadcasting of all three. What is not chosen gets no
/// gradient, not even a NaN.
public func `where`(_ mask: Tensor, _ a: Tensor, _ b: Tensor) throws -> Tensor {
    var shape = try choices(a, b)
    if shape != mask.shape {
        shape = try fitting(mask, shape, a)
    }
    func operand(_ x: Tensor) throws -> Tensor {
        x.shape == shape || x.count == 1 && x.rank <= shape.rank ? x : try broadcast(x, to: shape)
    }
    let mask = try mask.shape == shape ? mask : broadcast(mask, to: shape)
    return try Operations.where.apply(Inputs(mask.detached(), operand(a), operand(b)), ())
}

private func choices(_ a: Tensor, _ b: Tensor) throws -> Shape {
    do {
        return try Shape.broadcast(a.shape, b.shape, construct: "where")
    } catch {
        throw Mistake(
            construct: "where", problem: "what is chosen from does not fit together",
            note: "{1} is \(a.shape) and {2} is \(b.shape)")
    }
}

private func fitting(_ mask: Tensor, _ choices: Shape, _ a: Tensor) throws -> Shape {
    do {
        return try Shape.broadcast(mask.shape, choices, construct: "where")
    } catch {
        throw Mistake(
            construct: "where", problem: "the mask does not fit what it chooses from",
            note: "{0} is \(mask.shape), and it chooses from elements of shape \(choices)", argument: 0)
    }
}

/// x bounded from below, from above or both. The gradient is 0 where a bound was passed.
public func clamp(_ x: Tensor, lower: Float? = nil, upper: Float? = nil) throws -> Tensor {
    if let lower, let upper, lower > upper {
        throw Mistake(
            construct: "clamp", problem: "the lower bound is above the upper one",
            note: "lower is \(lower) and upper is \(upper)")
    }
    return try Operations.clamp(x, (lower: lower ?? -.infinity, upper: upper ?? .infinity))
}
