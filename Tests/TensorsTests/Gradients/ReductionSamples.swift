import Foundation
import Tensors

extension Sample {
    static let reductions: [Sample] = [
        Sample("sum", [[3, 4]], formula: { [$0[0].reduce(0, +)] }, { try sum($0[0]) }),
        Sample("sum", [[2, 3, 2, 2]]) { try sum($0[0], axes: [0, 2]) },
        Sample("sum", [[2, 3, 4]]) { try sum($0[0], axis: 1, keepAxis: true) },
        Sample("mean", [[3, 4]], formula: { [$0[0].reduce(0, +) / 12] }, { try mean($0[0]) }),
        Sample("mean", [[3, 4]]) { try mean($0[0], axis: 0) },
        Sample("mean", [[2, 3, 4]]) { try mean($0[0], axes: [0, -1], keepAxis: true) },
        Sample("max", [[3, 4]], formula: { [$0[0].max() ?? 0] }, { try max($0[0]) }),
        Sample("max", [[3, 4]]) { try max($0[0], axis: 1) },
        Sample("min", [[3, 4]], formula: { [$0[0].min() ?? 0] }, { try min($0[0]) }),
        Sample("min", [[2, 3, 2]]) { try min($0[0], axis: 1, keepAxis: true) },
        Sample("median", [[3, 4]], formula: { [middle($0[0])] }, { try median($0[0]) }),
        Sample("median", [[3, 2]]) { try median($0[0], axis: 0) },
        Sample("quantile", [[2, 5, 2]]) { try quantile($0[0], 0.3, axis: 1, keepAxis: true) },
        Sample("quantile", [[7]]) { try quantile($0[0], 0.5) },
        Sample("variance", [[3, 4]], formula: { [moment($0[0], 12)] }, { try variance($0[0]) }),
        Sample("variance", [[3, 4]]) { try variance($0[0], axis: 0, unbiased: true) },
        Sample(
            "standardDeviation", [[8]], formula: { [moment($0[0], 7).squareRoot()] },
            {
                try standardDeviation($0[0], unbiased: true)
            }),
        Sample(
            "norm", [[3, 4]], formula: { [$0[0].reduce(0) { $0 + $1 * $1 }.squareRoot()] },
            {
                try norm($0[0])
            }),
        Sample("norm", [[3, 4]]) { try norm($0[0], axis: 1) },
        Sample("norm", [[2, 3, 2]]) { try norm($0[0], axis: 0, keepAxis: true) },
        Sample("standardDeviation", [[3, 4]]) { try standardDeviation($0[0], axis: 1) },
        Sample(
            "cumsum", [[5]], formula: { x in x[0].indices.map { x[0][...$0].reduce(0, +) } },
            {
                try cumsum($0[0])
            }),
        Sample("cumsum", [[2, 3, 2]]) { try cumsum($0[0], axis: 1) },
        Sample(
            "softmax", [[5]],
            formula: { x in
                let total = x[0].reduce(0) { $0 + Foundation.exp($1) }
                return x[0].map { Foundation.exp($0) / total }
            }, { try softmax($0[0]) }),
        Sample("softmax", [[2, 3, 2]]) { try softmax($0[0], axis: 1) },
        Sample(
            "logSoftmax", [[5]],
            formula: { x in
                let total = Foundation.log(x[0].reduce(0) { $0 + Foundation.exp($1) })
                return x[0].map { $0 - total }
            }, { try logSoftmax($0[0]) }),
        Sample("logSoftmax", [[3, 4]]) { try logSoftmax($0[0], axis: 0) },
        Sample(
            "logSumExp", [[5]],
            formula: { x in
                [Foundation.log(x[0].reduce(0) { $0 + Foundation.exp($1) })]
            }, { try logSumExp($0[0]) }),
        Sample("logSumExp", [[3, 4]]) { try logSumExp($0[0], axis: 0) },
        Sample("sort", [[3, 4]]) { try sort($0[0]) },
        Sample("sort", [[3, 4]]) { try sort($0[0], axis: 0, descending: true) },
        Sample("binaryCrossEntropyWithLogits", [[6, 1]]) {
            try binaryCrossEntropyWithLogits($0[0], targets: Tensor([0, 1, 0.3, 1, 0, 1], [6]))
        },
        Sample("softmaxCrossEntropy", [[3, 4]]) { try softmaxCrossEntropy($0[0], labels: [3, 0, 2]) },
        Sample("meanSquaredError", [[3, 2], [3, 2]]) { try meanSquaredError($0[0], $0[1]) },
        Sample("meanAbsoluteError", [[3, 2], [3, 2]]) { try meanAbsoluteError($0[0], $0[1]) },
    ]

    private static func moment(_ x: [Double], _ terms: Double) -> Double {
        let mean = x.reduce(0, +) / Double(x.count)
        return x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / terms
    }
}

/// The mean of the two elements in the middle of an even number.
private func middle(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return (sorted[values.count / 2 - 1] + sorted[values.count / 2]) / 2
}
