import CKernels
import Text

extension Operations {
    /// x [rows, in], weight [in, out], bias [out].
    static let dense = Operation<FusedActivation?>(
        "dense", "A layer in one step: the matrix product with the weight, plus the bias, activated.",
        example: "matmul(x, weight) + bias",
        forward: .any({ inputs, activation in
            let (x, weight) = (inputs[0], inputs[1])
            let (rows, columns) = (x.shape[0], weight.shape[1])
            let out = try Tensor(uninitialized: Shape(rows, columns), for: "dense")
            if out.count == 0 { return out }
            if x.shape[1] == 0 {
                try Kernels.fill(out.pointer, 0, count: out.count)
            } else {
                try Kernels.gemm(
                    m: rows, n: columns, k: x.shape[1], x.pointer, weight.pointer, out.pointer)
            }
            let bias = inputs.count > 2 ? inputs[2] : nil
            if bias != nil || activation != nil {
                try Kernels.denseEpilogue(
                    out.pointer, bias: bias.map { UnsafePointer($0.pointer) }, rows: rows, columns: columns,
                    activation: activation?.fusion.kernel, parameter: activation?.parameter ?? 0)
            }
            return out
        }),
        rule: { step, activation in
            let sum = try activation?.gradient(step.cotangent, output: step.output) ?? step.cotangent
            try step.pass(to: 0, matrixProduct(sum, step[1], transposeB: true))
            try step.pass(to: 1, matrixProduct(step[0], sum, transposeA: true))
            try step.pass(to: 2, sum)
        })
}

/// activation(x @ weight + bias) in one step; x is [.., in], weight [in, out], bias [out].
public func dense(
    _ x: Tensor, weight: Tensor, bias: Tensor? = nil, activation: Activation? = nil
) throws -> Tensor {
    if x.rank == 0 || weight.rank != 2 || x.shape[x.rank - 1] != weight.shape[0] {
        throw Mistake(
            construct: "dense layer", problem: "the input does not fit the layer",
            note: weight.rank != 2
                ? "a weight has two axes, [in, out], and this one is \(weight.shape)"
                : "{0} is \(x.shape) and the layer takes \(counted(weight.shape[0], "value")) on the last axis",
            argument: 0)
    }
    if let bias, bias.shape != Shape(weight.shape[1]) {
        throw Mistake(
            construct: "dense layer", problem: "the bias does not fit the weight",
            note: "the weight is \(weight.shape) and the bias \(bias.shape), which should be "
                + "[\(weight.shape[1])]")
    }
    let fused = activation?.fused
    var result: Tensor
    if x.rank == 2 {
        result = try Operations.dense.apply(Inputs(x, weight, bias), fused)
    } else {
        let rows = try reshape(x, [-1, x.shape[x.rank - 1]])
        result = try Operations.dense.apply(Inputs(rows, weight, bias), fused)
        result = try reshape(result, x.shape.replacing(x.rank - 1, with: weight.shape[1]))
    }
    if let activation, fused == nil { return try activation(result) }
    return result
}
