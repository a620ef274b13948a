extension Operations {
    static let add = Operation<Void>(
        "add", "The sum of two tensors, element by element, with broadcasting.",
        example: "add(tensor([1, 2]), 3)",
        forward: .binary({ a, b, _ in try Elementwise.binary(.add, a, b, construct: "sum") }),
        rule: { step, _ in
            try step.pass(to: 0, step.cotangent)
            try step.pass(to: 1, step.cotangent)
        })

    static let subtract = Operation<Void>(
        "subtract", "The difference of two tensors, element by element, with broadcasting.",
        example: "subtract(tensor([1, 2]), 3)",
        forward: .binary({ a, b, _ in
            try Elementwise.binary(.subtract, a, b, construct: "difference")
        }),
        rule: { step, _ in
            try step.pass(to: 0, step.cotangent)
            try step.pass(to: 1, negate(step.cotangent))
        })

    static let multiply = Operation<Void>(
        "multiply", "The product of two tensors, element by element, with broadcasting.",
        example: "multiply(tensor([1, 2]), 3)",
        forward: .binary({ a, b, _ in try Elementwise.binary(.multiply, a, b, construct: "product")
        }),
        rule: { step, _ in
            try step.pass(to: 0, step.cotangent * step[1])
            try step.pass(to: 1, step.cotangent * step[0])
        })

    static let divide = Operation<Void>(
        "divide", "The quotient of two tensors, element by element, with broadcasting.",
        example: "divide(tensor([1, 2]), 3)",
        forward: .binary({ a, b, _ in try Elementwise.binary(.divide, a, b, construct: "quotient")
        }),
        rule: { step, _ in
            try step.pass(to: 0, step.cotangent / step[1])
            try step.pass(to: 1, negate(step.cotangent * step.output / step[1]))
        })

    /// A term of Σ t log p, of which a t of 0 leaves nothing, whatever stands beside it.
    static let weigh = Operation<Void>(
        "weigh", "Each element times its weight; 0 for a weight of 0, even of what is infinite or NaN.",
        example: "klDivergence(log(tensor([[0, 1]])), targets: tensor([[0, 1]]))",
        forward: .binary({ x, weights, _ in
            try Elementwise.binary(.weigh, x, weights, construct: "weighted sum")
        }),
        rule: { step, _ in
            try step.pass(to: 0, Tensors.weigh(step.cotangent, by: step[1]))
            try step.pass(to: 1, step.cotangent * step[0])
        })

    static let negate = Operation<Void>(
        "negate", "Each element with the other sign.", example: "negate(tensor([1, -2]))",
        forward: .unary({ x, _ in try Elementwise.unary(.negate, x) }),
        rule: { step, _ in try step.pass(to: 0, Tensors.negate(step.cotangent)) })

    static let square = Operation<Void>(
        "square", "Each element times itself.", example: "square(tensor([1, -2]))",
        forward: .unary({ x, _ in try Elementwise.unary(.square, x) }),
        rule: { step, _ in try step.pass(to: 0, step.cotangent * step[0] * 2) })

    static let sqrt = Operation<Void>(
        "sqrt", "The square root of each element; NaN for a negative one.", example: "sqrt(tensor([1, 4]))",
        forward: .unary({ x, _ in try Elementwise.unary(.sqrt, x) }),
        rule: { step, _ in try step.pass(to: 0, step.cotangent * 0.5 / step.output) })

    static let abs = Operation<Void>(
        "abs", "Each element without its sign.", example: "abs(tensor([1, -2]))",
        forward: .unary({ x, _ in try Elementwise.unary(.absolute, x) }),
        rule: { step, _ in try step.pass(to: 0, step.cotangent * sign(step[0])) })
}

/// The sum a + b, element by element.
public func add(_ a: Tensor, _ b: Tensor) throws -> Tensor { try Operations.add(a, b) }

/// The difference a - b, element by element.
public func subtract(_ a: Tensor, _ b: Tensor) throws -> Tensor { try Operations.subtract(a, b) }

/// The product a · b, element by element.
public func multiply(_ a: Tensor, _ b: Tensor) throws -> Tensor { try Operations.multiply(a, b) }

/// The quotient a / b, element by element; division by zero gives infinity or NaN.
public func divide(_ a: Tensor, _ b: Tensor) throws -> Tensor { try Operations.divide(a, b) }

/// x · weights, element by element; what has a weight of 0 adds nothing, not even where it is infinite or NaN.
public func weigh(_ x: Tensor, by weights: Tensor) throws -> Tensor { try Operations.weigh(x, weights) }

/// -x.
public func negate(_ x: Tensor) throws -> Tensor { try Operations.negate(x) }

/// x².
public func square(_ x: Tensor) throws -> Tensor { try Operations.square(x) }

/// √x; NaN for a negative element.
public func sqrt(_ x: Tensor) throws -> Tensor { try Operations.sqrt(x) }

/// |x|; its gradient at 0 is 0.
public func abs(_ x: Tensor) throws -> Tensor { try Operations.abs(x) }
