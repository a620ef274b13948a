import Text

extension Operations {
    static let softmax = Operation<Void>(
        "softmax", "Positive numbers that sum to 1 along an axis, in proportion to exp(x).",
        example: "softmax(tensor([[1, 2, 3]]), axis: 1)",
        forward: .unary({ x, _ in try rows(x) { try Kernels.softmaxRows($0, $1, rows: $2, columns: $3) } }),
        rule: { step, _ in
            let y = step.output
            let mean = try Tensors.sum(step.cotangent * y, axis: -1, keepAxis: true)
            try step.pass(to: 0, (step.cotangent - mean) * y)
        })

    static let logSoftmax = Operation<Void>(
        "logSoftmax", "The logarithm of softmax, exact for small probabilities.",
        example: "logSoftmax(tensor([[1, 2, 3]]), axis: 1)",
        forward: .unary({ x, _ in try rows(x) { try Kernels.logSoftmaxRows($0, $1, rows: $2, columns: $3) }
        }),
        rule: { step, _ in
            let total = try Tensors.sum(step.cotangent, axis: -1, keepAxis: true)
            try step.pass(to: 0, step.cotangent - Tensors.exp(step.output) * total)
        })

    static let logSumExp = Operation<Void>(
        "logSumExp", "log Σ exp(x) along an axis, without overflow.",
        example: "logSumExp(tensor([[1, 2, 3]]), axis: 1)",
        forward: .unary({ x, _ in
            let columns = x.shape[x.rank - 1]
            let out = try Tensor(
                uninitialized: x.shape.replacing(x.rank - 1, with: 1), for: "logSumExp")
            try Kernels.logSumExpRows(x.pointer, out.pointer, rows: out.count, columns: columns)
            return out
        }),
        rule: { step, _ in try step.pass(to: 0, step.cotangent * Tensors.softmax(step[0])) })

    private static func rows(
        _ x: Tensor, _ kernel: (Kernels.Source, Kernels.Target, Int, Int) throws -> Void
    ) throws -> Tensor {
        let out = try Tensor(uninitialized: x.shape, for: "softmax")
        let columns = x.shape[x.rank - 1]
        if out.count > 0 { try kernel(x.pointer, out.pointer, x.count / columns, columns) }
        return out
    }
}

/// Positive numbers that sum to 1 along an axis, in proportion to eˣ.
public func softmax(_ x: Tensor, axis: Int = -1) throws -> Tensor {
    try alongLast(x, axis, "softmax") { try Operations.softmax($0) }
}

/// log softmax(x), exact for small probabilities.
public func logSoftmax(_ x: Tensor, axis: Int = -1) throws -> Tensor {
    try alongLast(x, axis, "logSoftmax") { try Operations.logSoftmax($0) }
}

/// log Σ eˣ over one axis or everything, without overflow.
public func logSumExp(_ x: Tensor, axis: Int? = nil, keepAxis: Bool = false) throws -> Tensor {
    if x.count == 0 {
        throw Mistake(
            construct: "logSumExp", problem: "there is nothing to sum",
            note: "{0} is \(x.shape) and has no element", argument: 0)
    }
    guard let axis else {
        let all = try Operations.logSumExp(reshape(x, [x.count]))
        return try reshape(all, keepAxis ? Shape(rank: x.rank) { _ in 1 } : [])
    }
    let place = try x.shape.axis(axis, construct: "logSumExp")
    let kept = try alongLast(x, place, "logSumExp") { try Operations.logSumExp($0) }
    return keepAxis ? kept : try reshape(kept, x.shape.reduced(AxisSet([place]), keepAxes: false))
}

/// Does along the last axis what is asked for along another.
private func alongLast(
    _ x: Tensor, _ axis: Int, _ construct: String, _ body: (Tensor) throws -> Tensor
) throws -> Tensor {
    let axis = try x.shape.axis(axis, construct: construct)
    if axis == x.rank - 1 { return try body(x) }
    return try swapAxes(body(swapAxes(x, axis, x.rank - 1)), axis, x.rank - 1)
}
