import CKernels
import Tensors

/// Nanoseconds an element of each loop, on one thread: in the first cache, in the second, and from memory.
enum ElementwiseBenchmark {
    private static let sizes = [4096, 65_536, 4_194_304]

    static func run(_ limits: MachineLimits) {
        let table = Table(
            "elementwise, ns an element (one thread)", ["", "4 k", "64 k", "4 M", "of memory's pace"],
            widths: [14, 9, 9, 9, 18])
        let unary: [(String, UnaryKernel)] = [
            ("negate", .negate), ("relu", .relu), ("leakyRelu", .leakyRelu), ("sqrt", .sqrt),
            ("reciprocal", .reciprocal), ("exp", .exp), ("log", .log), ("sin", .sin), ("tanh", .tanh),
            ("sigmoid", .sigmoid), ("softplus", .softplus), ("elu", .elu), ("gelu", .gelu), ("erf", .erf),
        ]
        for (name, kind) in unary {
            measure(name, bytes: 8, table, limits) { x, _, out, count in
                kernel_unary(kind, x, out, count, 0.2)
            }
        }
        let binary: [(String, BinaryKernel)] = [
            ("add", .add), ("multiply", .multiply), ("divide", .divide), ("maximum", .maximum),
            ("power", .power),
            ("tanhBackward", .tanhBackward),
        ]
        for (name, kind) in binary {
            measure(name, bytes: 12, table, limits) { x, y, out, count in
                kernel_binary(kind, x, 1, y, 1, out, count, 0.2)
            }
        }
        measure("sum", bytes: 4, table, limits) { x, _, out, count in out[0] = Float(kernel_sum(x, count)) }
        measure("max", bytes: 4, table, limits) { x, _, out, count in out[0] = kernel_max(x, count) }
        measure("uniform", bytes: 4, table, limits) { _, _, out, count in
            kernel_random_uniform(1, 1, out, count)
        }
        measure("normal", bytes: 4, table, limits) { _, _, out, count in
            kernel_random_normal(1, 1, out, count)
        }
    }

    private typealias Loop = (UnsafePointer<Float>, UnsafePointer<Float>, UnsafeMutablePointer<Float>, Int) ->
        Void

    private static func measure(
        _ name: String, bytes: Double, _ table: Table, _ limits: MachineLimits, _ loop: Loop
    ) {
        let times = sizes.map { count -> Double in
            let x = [Float](unsafeUninitializedCapacity: count) { memory, size in
                for i in 0..<count { memory[i] = Float(i % 997) * 0.008 + 0.01 }
                size = count
            }
            var out = x
            return shortestTime(samples: 8) { loop(x, x, &out, count) } / Double(count) * 1e9
        }
        table.row([name] + times.map { text($0, 3) } + [percent(bytes / limits.memory / times[2])])
    }
}
