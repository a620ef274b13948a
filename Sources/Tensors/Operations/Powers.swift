extension Operations {
    static let power = Operation<Void>(
        "power", "Each element to the power of a number, or of the elements of a tensor.",
        example: "power(tensor([1, 2]), exponent: 3)",
        forward: .binary({ a, b, _ in try Elementwise.binary(.power, a, b, construct: "power") }),
        rule: { step, _ in
            try passToBase(step)
            if !step.wants(1) { return }
            // aᵇ log a. At 0 a positive exponent leaves nothing of it, and an exponent of 0 stands on a jump,
            // of which the side that is flat counts.
            let base = step[0]
            let isFlat = try equal(base, Tensor(0)) * greaterEqual(step[1], Tensor(0))
            let logarithm = try Tensors.log(any(isFlat) ? Tensors.where(isFlat, Tensor(1), base) : base)
            try step.pass(to: 1, step.cotangent * step.output * logarithm)
        })

    /// b aᵇ⁻¹; 0 for an exponent of 0, at a base of 0 too.
    private static func passToBase(_ step: GradientStep) throws {
        let (base, exponent) = (step[0], step[1])
        if exponent.count == 1 && !exponent.isRecorded {
            let number = exponent.item
            if number == 0 { return }
            return try step.pass(
                to: 0, step.cotangent * Tensors.power(base, exponent: number - 1) * number)
        }
        let isSingular = try equal(exponent, Tensor(0)) * not(greater(Tensors.abs(base), Tensor(0)))
        let lowered = try exponent - 1
        let safe = try any(isSingular) ? Tensors.where(isSingular, Tensor(0), lowered) : lowered
        try step.pass(to: 0, step.cotangent * Tensors.power(base, exponent: safe) * exponent)
    }

    static let exp = Operation<Void>(
        "exp", "e to the power of each element.", example: "exp(tensor([0, 1]))",
        forward: .unary({ x, _ in try Elementwise.unary(.exp, x) }),
        rule: { step, _ in try step.pass(to: 0, step.cotangent * step.output) })

    static let log = Operation<Void>(
        "log", "The natural logarithm of each element; -inf for 0, NaN for a negative one.",
        example: "log(tensor([1, 2.718]))",
        forward: .unary({ x, _ in try Elementwise.unary(.log, x) }),
        rule: { step, _ in try step.pass(to: 0, step.cotangent / step[0]) })

    static let sin = Operation<Void>(
        "sin", "The sine of each element, in radians.", example: "sin(tensor([0, 1.571]))",
        forward: .unary({ x, _ in try Elementwise.unary(.sin, x) }),
        rule: { step, _ in try step.pass(to: 0, step.cotangent * Tensors.cos(step[0])) })

    static let cos = Operation<Void>(
        "cos", "The cosine of each element, in radians.", example: "cos(tensor([0, 1.571]))",
        forward: .unary({ x, _ in try Elementwise.unary(.cos, x) }),
        rule: { step, _ in try step.pass(to: 0, negate(step.cotangent * Tensors.sin(step[0]))) })
}

/// a to the power of b, element by element; a negative base has only whole exponents, NaN otherwise.
public func power(_ a: Tensor, exponent b: Tensor) throws -> Tensor { try Operations.power(a, b) }

/// x to the power of a number; a negative base has only whole exponents, NaN otherwise.
public func power(_ x: Tensor, exponent: Float) throws -> Tensor {
    try power(x, exponent: Tensor(exponent))
}

/// eˣ.
public func exp(_ x: Tensor) throws -> Tensor { try Operations.exp(x) }

/// The natural logarithm.
public func log(_ x: Tensor) throws -> Tensor { try Operations.log(x) }

/// The sine, in radians.
public func sin(_ x: Tensor) throws -> Tensor { try Operations.sin(x) }

/// The cosine, in radians.
public func cos(_ x: Tensor) throws -> Tensor { try Operations.cos(x) }
