import Tensors

extension Sample {
    static let layers: [Sample] = products + images + normalizations

    /// [2, 3] times [3, 2].
    @Sendable private static func matrixProduct(_ x: [[Double]]) -> [Double] {
        var result = [0.0, 0, 0, 0]
        for row in 0..<2 {
            for column in 0..<2 {
                for k in 0..<3 { result[row * 2 + column] += x[0][row * 3 + k] * x[1][k * 2 + column] }
            }
        }
        return result
    }

    private static let products: [Sample] = [
        Sample("matmul", [[2, 3], [3, 2]], formula: matrixProduct) { try matmul($0[0], $0[1]) },
        Sample("matmul", [[2, 1, 2, 3], [3, 3, 2]]) { try matmul($0[0], $0[1]) },
        Sample("matmul", [[2, 2, 3], [3, 2]]) { try matmul($0[0], $0[1]) },
        Sample("matmul", [[3], [3]]) { try matmul($0[0], $0[1]) },
        Sample("matmul", [[2, 3], [3]]) { try matmul($0[0], $0[1]) },
        Sample("outer", [[2], [3]]) { try outer($0[0], $0[1]) },
        Sample("einsum", [[2, 3, 2], [2, 2, 4]]) { try einsum("bik,bkj->jbi", $0[0], $0[1]) },
        Sample("einsum", [[2, 3], [4, 2]]) { try einsum("ij,ki", $0[0], $0[1]) },
        Sample("einsum", [[2, 3], [2, 4]]) { try einsum("ij,ik->k", $0[0], $0[1]) },
        Sample("dense", [[3, 2], [2, 4], [4]]) { try dense($0[0], weight: $0[1], bias: $0[2]) },
        Sample("dense tanh", [[3, 2], [2, 4], [4]]) {
            try dense($0[0], weight: $0[1], bias: $0[2], activation: .tanh)
        },
        Sample("dense sigmoid", [[3, 2], [2, 4]]) {
            try dense($0[0], weight: $0[1], activation: .sigmoid)
        },
        Sample("dense relu", [[3, 2], [2, 4], [4]]) {
            try dense($0[0], weight: $0[1], bias: $0[2], activation: .relu)
        },
        Sample("dense leakyRelu", [[2, 2, 2], [2, 3], [3]]) {
            try dense($0[0], weight: $0[1], bias: $0[2], activation: .leakyRelu(slope: 0.2))
        },
        Sample("dense elu", [[3, 2], [2, 4], [4]]) {
            try dense($0[0], weight: $0[1], bias: $0[2], activation: .elu(alpha: 1))
        },
        Sample("dense softplus", [[3, 2], [2, 4], [4]]) {
            try dense($0[0], weight: $0[1], bias: $0[2], activation: .softplus)
        },
    ]

    private static let images: [Sample] = [
        Sample("conv2d", [[2, 2, 4, 5], [3, 2, 3, 2], [3]]) {
            try conv2d($0[0], weight: $0[1], bias: $0[2], stride: 2, padding: 1)
        },
        Sample("conv2d", [[1, 2, 3, 3], [2, 2, 1, 1]]) { try conv2d($0[0], weight: $0[1]) },
        Sample("convTranspose2d", [[2, 2, 2, 3], [2, 3, 4, 3], [3]]) {
            try convTranspose2d($0[0], weight: $0[1], bias: $0[2], stride: 2, padding: 1)
        },
        Sample("convolutionWeightGradient", [[1, 2, 4, 4], [2, 2, 3, 3]]) { operands in
            let weight = operands[1].isRecorded ? operands[1] : variable(operands[1])
            let loss = try sum(square(conv2d(operands[0], weight: weight, padding: 1)))
            return try gradients(of: loss, for: [weight], differentiable: true)[0]
        },
        Sample("averagePool2d", [[2, 1, 4, 6]]) { try averagePool2d($0[0], size: 2) },
        Sample("averagePool2d", [[1, 2, 5, 4]]) { try averagePool2d($0[0], size: 3, stride: 1) },
        Sample("averageUnpool2d", [[1, 1, 4, 4]]) { operands in
            let x = operands[0].isRecorded ? operands[0] : variable(operands[0])
            let loss = try sum(square(averagePool2d(x, size: 2)))
            return try gradients(of: loss, for: [x], differentiable: true)[0]
        },
        Sample("maxPool2d", [[2, 1, 4, 6]]) { try maxPool2d($0[0], size: 2) },
        Sample("maxPool2d", [[1, 1, 4, 4]]) { try maxPool2d($0[0], size: 2, stride: 1) },
        Sample("upsampleNearest2d", [[2, 1, 2, 3]]) { try upsampleNearest2d($0[0], factor: 2) },
        Sample("sumPool2d", [[1, 1, 2, 2]]) { operands in
            let x = operands[0].isRecorded ? operands[0] : variable(operands[0])
            let loss = try sum(square(upsampleNearest2d(x, factor: 2)))
            return try gradients(of: loss, for: [x], differentiable: true)[0]
        },
    ]

    private static let normalizations: [Sample] = [
        Sample("batchNorm", [[5, 2], [2], [2]]) {
            try batchNorm($0[0], scale: $0[1], shift: $0[2]).output
        },
        Sample("batchNorm", [[2, 2, 2, 3], [2], [2]]) {
            try batchNorm($0[0], scale: $0[1], shift: $0[2], epsilon: 0.1).output
        },
        Sample("batchNorm given", [[3, 2], [2], [2]]) {
            try batchNorm(
                $0[0], scale: $0[1], shift: $0[2], mean: Tensor([0.1, -0.2], [2]),
                variance: Tensor([1.5, 0.7], [2]))
        },
        Sample("layerNorm", [[3, 5], [5], [5]]) { try layerNorm($0[0], scale: $0[1], shift: $0[2]) },
        Sample("layerNorm", [[2, 2, 3]]) { try layerNorm($0[0]) },
        Sample("instanceNorm2d", [[2, 2, 2, 3]]) { try instanceNorm2d($0[0]) },
    ]
}
