import Text

extension Operations {
    /// op(a) · op(b) of the last two axes, the axes before them broadcast; the settings transpose a and b.
    static let matmul = Operation<(transposesA: Bool, transposesB: Bool)>(
        "matmul", "The matrix product of the last two axes.",
        example: "matmul(tensor([[1, 2], [3, 4]]), tensor([[1], [1]]))",
        forward: .binary({ a, b, settings in
            try product(a, settings.transposesA, b, settings.transposesB)
        }),
        rule: { step, settings in
            let (a, b, gradient) = (step[0], step[1], step.cotangent)
            switch settings {
            case (false, let isTransposed):
                try step.pass(to: 0, matrixProduct(gradient, b, transposeB: !isTransposed))
            case (true, let isTransposed):
                try step.pass(
                    to: 0, matrixProduct(b, gradient, transposeA: isTransposed, transposeB: true))
            }
            switch settings {
            case (let isTransposed, false):
                try step.pass(to: 1, matrixProduct(a, gradient, transposeA: !isTransposed))
            case (let isTransposed, true):
                try step.pass(
                    to: 1, matrixProduct(gradient, a, transposeA: true, transposeB: isTransposed))
            }
        })

    private static func product(
        _ a: Tensor, _ transposeA: Bool, _ b: Tensor, _ transposeB: Bool
    ) throws -> Tensor {
        let sizes = try MatrixSizes(a.shape, transposeA, b.shape, transposeB)
        let out = try Tensor(uninitialized: sizes.result, for: "matrix product")
        if out.count == 0 { return out }
        if sizes.k == 0 {
            try Kernels.fill(out.pointer, 0, count: out.count)
        } else if sizes.batch == 1 {
            try Kernels.gemm(
                transposeA: transposeA, transposeB: transposeB, m: sizes.m, n: sizes.n, k: sizes.k,
                a.pointer, b.pointer, out.pointer)
        } else {
            let wholeA = try batched(a, sizes)
            let wholeB = try batched(b, sizes)
            try Kernels.batchedGemm(
                batch: sizes.batch, transposeA: transposeA, transposeB: transposeB, m: sizes.m, n: sizes.n,
                k: sizes.k, wholeA.pointer, stride: wholeA.rank == 2 ? 0 : sizes.m * sizes.k,
                wholeB.pointer, stride: wholeB.rank == 2 ? 0 : sizes.k * sizes.n, out.pointer)
        }
        return out
    }

    /// One matrix for all products, or one for each.
    private static func batched(_ x: Tensor, _ sizes: MatrixSizes) throws -> Tensor {
        if x.rank == 2 { return x }
        let shape = Shape(rank: sizes.result.rank) { axis in
            axis < sizes.result.rank - 2
                ? sizes.result[axis] : x.shape[axis - sizes.result.rank + x.rank]
        }
        return try Tensors.broadcast(x.detached(), to: shape)
    }
}

/// The sizes of op(a) [m, k] · op(b) [k, n], with the axes before the last two broadcast.
private struct MatrixSizes {
    let m: Int
    let n: Int
    let k: Int
    let batch: Int
    let result: Shape

    init(_ a: Shape, _ transposeA: Bool, _ b: Shape, _ transposeB: Bool) throws {
        let innerA = transposeA ? a.rank - 2 : a.rank - 1
        let innerB = transposeB ? b.rank - 1 : b.rank - 2
        m = a[transposeA ? a.rank - 1 : a.rank - 2]
        n = b[transposeB ? b.rank - 2 : b.rank - 1]
        k = a[innerA]
        if k != b[innerB] {
            throw Mistake(
                construct: "matrix product", problem: "the inner sizes differ",
                note: "{0} is \(a) and {1} is \(b): axis \(innerA) of {0} (\(k)) must equal "
                    + "axis \(innerB) of {1} (\(b[innerB]))")
        }
        if a.rank == 2 && b.rank == 2 {
            batch = 1
            result = Shape(m, n)
            return
        }
        let outerA = Shape(rank: a.rank - 2) { a[$0] }
        let outerB = Shape(rank: b.rank - 2) { b[$0] }
        let outer: Shape
        do {
            outer = try Shape.broadcast(outerA, outerB, construct: "matrix product")
        } catch {
            throw Mistake(
                construct: "matrix product", problem: "the axes before the last two do not fit together",
                note: "{0} is \(a) and {1} is \(b)")
        }
        let (rows, columns) = (m, n)
        batch = outer.count
        result = try Shape(rank: outer.rank + 2) {
            $0 < outer.rank ? outer[$0] : $0 == outer.rank ? rows : columns
        }.validated(for: "matrix product")
    }
}

func matrixProduct(
    _ a: Tensor, _ b: Tensor, transposeA: Bool = false, transposeB: Bool = false
) throws -> Tensor {
    try Operations.matmul(a, b, (transposesA: transposeA, transposesB: transposeB))
}

/// The matrix product of the last two axes; axes before them are broadcast. A tensor of one axis is a row on
/// the left and a column on the right.
public func matmul(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    if a.rank >= 2 && b.rank >= 2 { return try matrixProduct(a, b) }
    if a.rank == 0 || b.rank == 0 {
        throw Mistake(
            construct: "matrix product", problem: "both sides need at least one axis",
            note: "{0} is \(a.shape) and {1} is \(b.shape); * multiplies by a number")
    }
    let innerB = max(b.rank - 2, 0)
    let innerA = a.rank - 1
    if a.shape[innerA] != b.shape[innerB] {
        throw Mistake(
            construct: "matrix product", problem: "the inner sizes differ",
            note: "{0} is \(a.shape) and {1} is \(b.shape): axis \(innerA) of {0} (\(a.shape[innerA])) must "
                + "equal axis \(innerB) of {1} (\(b.shape[innerB]))")
    }
    let left = try a.rank == 1 ? reshape(a, [1, a.count]) : a
    let right = try b.rank == 1 ? reshape(b, [b.count, 1]) : b
    let result = try matrixProduct(left, right)
    var dropped = AxisSet()
    if a.rank == 1 { dropped.insert(result.rank - 2) }
    if b.rank == 1 { dropped.insert(result.rank - 1) }
    return try reshape(result, result.shape.reduced(dropped, keepAxes: false))
}

/// All products of an element of a with one of b: [n] and [m] give [n, m].
public func outer(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    if a.rank != 1 || b.rank != 1 {
        throw Mistake(
            construct: "outer product", problem: "both sides need exactly one axis",
            note: "{0} is \(a.shape) and {1} is \(b.shape)")
    }
    return try multiply(reshape(a, [a.count, 1]), reshape(b, [1, b.count]))
}
