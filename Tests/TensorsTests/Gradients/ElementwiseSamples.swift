import Foundation
import Tensors

extension Sample {
    static let elementwise: [Sample] = arithmetic + functions + activations

    private static let arithmetic: [Sample] = [
        Sample("add", [[3, 4], [4]], formula: both(+)) { try add($0[0], $0[1]) },
        Sample("add", [[3, 1], [1, 4]]) { try add($0[0], $0[1]) },
        Sample("add", [[], [2, 3]]) { try add($0[0], $0[1]) },
        Sample("subtract", [[3, 4], [4]], formula: both(-)) { try subtract($0[0], $0[1]) },
        Sample("subtract", [[2, 1, 3], [4, 1]]) { try subtract($0[0], $0[1]) },
        Sample("multiply", [[3, 4], [3, 4]], formula: both(*)) { try multiply($0[0], $0[1]) },
        Sample("multiply", [[2, 3, 1], [3, 4]]) { try multiply($0[0], $0[1]) },
        Sample("divide", [[3, 4], [4]], in: 0.5...2, formula: both(/)) { try divide($0[0], $0[1]) },
        Sample("weigh", [[3, 4], [4]], formula: both(*)) { try weigh($0[0], by: $0[1]) },
        Sample("negate", [[5]], formula: each { -$0 }) { try negate($0[0]) },
        Sample("square", [[5]], formula: each { $0 * $0 }) { try square($0[0]) },
        Sample("maximum", [[3, 4], [4]], formula: both(Swift.max)) { try maximum($0[0], $0[1]) },
        Sample("minimum", [[3, 4], [4]], formula: both(Swift.min)) { try minimum($0[0], $0[1]) },
        Sample("scalars", [[4]], formula: each { (3 - $0) * 2 / 5 + 1 }) { try (3 - $0[0]) * 2 / 5 + 1 },
        Sample("scalars", [[4]], in: 0.5...2, formula: each { 2 / $0 - 1 }) { try 2 / $0[0] - 1 },
        Sample("where", [[3, 4], [3, 1], [4]], constants: [0]) { operands in
            try `where`(greater(operands[0], Tensor(0)), operands[1], operands[2])
        },
        Sample("clamp", [[12]], formula: each { Swift.min(Swift.max($0, -0.61), 0.58) }) {
            try clamp($0[0], lower: -0.61, upper: 0.58)
        },
        Sample("clamp", [[12]], formula: each { Swift.max($0, -0.61) }) { try clamp($0[0], lower: -0.61) },
    ]

    private static let functions: [Sample] = [
        Sample("sqrt", [[6]], in: 0.5...3, formula: each { $0.squareRoot() }) { try sqrt($0[0]) },
        Sample("abs", [[6]], formula: each { $0.magnitude }) { try abs($0[0]) },
        Sample("power", [[6]], formula: each { $0 * $0 * $0 }) { try power($0[0], exponent: 3) },
        Sample("power", [[6]], in: 0.5...2, formula: each { pow($0, -1.5) }) {
            try power($0[0], exponent: -1.5)
        },
        Sample("power", [[3, 2], [2]], in: 0.5...2, formula: both { pow($0, $1) }) {
            try power($0[0], exponent: $0[1])
        },
        Sample("power", [[2], [3, 1]], in: 0.5...2) { try power($0[0], exponent: $0[1]) },
        Sample("exp", [[6]], formula: each { Foundation.exp($0) }) { try exp($0[0]) },
        Sample("log", [[6]], in: 0.5...3, formula: each { Foundation.log($0) }) { try log($0[0]) },
        Sample("sin", [[6]], formula: each { Foundation.sin($0) }) { try sin($0[0]) },
        Sample("cos", [[6]], formula: each { Foundation.cos($0) }) { try cos($0[0]) },
        Sample("normalDistribution", [[6]], formula: each { 0.5 * erfc(-$0 / 2.0.squareRoot()) }) {
            try normalDistribution($0[0])
        },
    ]

    private static func sigma(_ x: Double) -> Double { 1 / (1 + Foundation.exp(-x)) }

    private static let activations: [Sample] = [
        Sample("relu", [[8]], formula: each { Swift.max($0, 0) }) { try relu($0[0]) },
        Sample("leakyRelu", [[8]], formula: each { $0 > 0 ? $0 : 0.2 * $0 }) {
            try leakyRelu($0[0], slope: 0.2)
        },
        Sample("leakyRelu", [[8]], formula: each { $0 > 0 ? $0 : -0.5 * $0 }) {
            try leakyRelu($0[0], slope: -0.5)
        },
        Sample("elu", [[8]], formula: each { $0 > 0 ? $0 : 0.7 * (Foundation.exp($0) - 1) }) {
            try elu($0[0], alpha: 0.7)
        },
        Sample("elu", [[8]], formula: each { $0 > 0 ? $0 : -0.7 * (Foundation.exp($0) - 1) }) {
            try elu($0[0], alpha: -0.7)
        },
        Sample("tanh", [[6]], formula: each { Foundation.tanh($0) }) { try tanh($0[0]) },
        Sample("sigmoid", [[6]], formula: each(sigma)) { try sigmoid($0[0]) },
        Sample("softplus", [[6]], formula: each { Foundation.log(1 + Foundation.exp($0)) }) {
            try softplus($0[0])
        },
        Sample("gelu", [[6]], formula: each { $0 * sigma(1.5957691216 * ($0 + 0.044715 * $0 * $0 * $0)) }) {
            try gelu($0[0])
        },
        Sample("silu", [[6]], formula: each { $0 * sigma($0) }) { try silu($0[0]) },
        // Through its own door: the derivative of an activation as an operation.
        Sample("activationGradient", [[6]]) { operands in
            let x = operands[0].isRecorded ? operands[0] : variable(operands[0])
            return try gradients(of: sum(square(tanh(x))), for: [x], differentiable: true)[0]
        },
    ]
}
