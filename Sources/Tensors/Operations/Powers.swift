extension Operations {
    static let power = Operation<Float>(
        "power", "Each element to the power of a number.", example: "power(tensor([1, 2]), exponent: 3)",
        forward: .unary({ x, exponent in
            try Elementwise.binary(.power, x, Tensor(exponent), construct: "power")
        }),
        rule: { step, exponent in
            if exponent == 0 { return }
            try step.pass(to: 0, step.cotangent * Tensors.power(step[0], exponent: exponent - 1) * exponent)
        })

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

/// x to the power of a number; a negative base has only whole exponents, NaN otherwise.
public func power(_ x: Tensor, exponent: Float) throws -> Tensor {
    try Operations.power(x, exponent)
}

/// a to the power of b, element by element, for positive a: e^(b log a).
public func power(_ a: Tensor, exponent b: Tensor) throws -> Tensor {
    if b.count == 1 && !b.isRecorded && b.rank <= a.rank { return try power(a, exponent: b.item) }
    if !a.isRecorded && !b.isRecorded {
        return try Elementwise.binary(.power, a, b, construct: "power")
    }
    return try exp(multiply(b, log(a)))
}

/// eˣ.
public func exp(_ x: Tensor) throws -> Tensor { try Operations.exp(x) }

/// The natural logarithm.
public func log(_ x: Tensor) throws -> Tensor { try Operations.log(x) }

/// The sine, in radians.
public func sin(_ x: Tensor) throws -> Tensor { try Operations.sin(x) }

/// The cosine, in radians.
public func cos(_ x: Tensor) throws -> Tensor { try Operations.cos(x) }
