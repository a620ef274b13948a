import CKernels
import Tensors

/// Nanoseconds an element of each loop, on one thread: in the first cache, in the second, and from memory.
enum ElementwiseBenchmark {
    private static let sizes = [4096, 65_536, 16_777_216]

    private static let input: [Float] = (0..<16_777_216).map { Float($0 % 997) * 0.008 + 0.01 }

    static func run(_ limits: MachineLimits) {
        var output = input
        let table = Table(
            "elementwise, ns an element (one thread)", ["", "4 k", "64 k", "16 M", "of memory's pace"],
            widths: [14, 9, 9, 9, 18])
        let unary: [(String, UnaryKernel)] = [
            ("negate", .negate), ("relu", .relu), ("leakyRelu", .leakyRelu), ("sqrt", .sqrt),
            ("reciprocal", .reciprocal), ("exp", .exp), ("log", .log), ("sin", .sin), ("tanh", .tanh),
            ("sigmoid", .sigmoid), ("softplus", .softplus), ("elu", .elu), ("gelu", .gelu), ("erf", .erf),
        ]
        for (name, kind) in unary {
            measure(name, bytes: 8, &output, table, limits) { x, _, out, count in
                kernel_unary(kind, x, out, count, 0.2)
            }
        }
        let binary: [(String, BinaryKernel)] = [
            ("add", .add), ("multiply", .multiply), ("divide", .divide), ("maximum", .maximum),
            ("power", .power),
            ("tanhBackward", .tanhBackward),
        ]
        for (name, kind) in binary {
            measure(name, bytes: 12, &output, table, limits) { x, y, out, count in
                kernel_binary(kind, x, 1, y, 1, out, count, 0.2)
            }
        }
        measure("sum", bytes: 4, &output, table, limits) { x, _, out, count in
            out[0] = Float(kernel_sum(x, count))
        }
        measure("max", bytes: 4, &output, table, limits) { x, _, out, count in out[0] = kernel_max(x, count) }
        measure("uniform", bytes: 4, &output, table, limits) { _, _, out, count in
            kernel_random_uniform(1, 1, out, count)
        }
        measure("normal", bytes: 4, &output, table, limits) { _, _, out, count in
            kernel_random_normal(1, 1, out, count)
        }
    }

    private typealias Loop = (UnsafePointer<Float>, UnsafePointer<Float>, UnsafeMutablePointer<Float>, Int) ->
        Void

    private static func measure(
        _ name: String, bytes: Double, _ output: inout [Float], _ table: Table, _ limits: MachineLimits,
        _ loop: Loop
    ) {
        let times = sizes.map { count in
            shortestTime(samples: count > 1 << 20 ? 4 : 10) { loop(input, input, &output, count) }
                / Double(count) * 1e9
        }
        table.row([name] + times.map { text($0, 3) } + [percent(bytes / limits.memory / times[2])])
    }
}
