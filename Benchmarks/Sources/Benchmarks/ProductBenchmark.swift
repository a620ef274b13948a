import Tensors

/// Matrix products of the sizes of layers, on all threads.
enum ProductBenchmark {
    private static let sizes = [
        (1024, 1024, 1024), (256, 128, 128), (128, 128, 256), (256, 128, 2), (256, 2, 128), (128, 1024, 784),
        (64, 512, 512), (2, 2, 2),
    ]

    static func run(_ limits: MachineLimits) throws {
        let table = Table(
            "matrix products [m, k] @ [k, n], all threads", ["m × n × k", "µs", "GFLOP/s", "of the limit"],
            widths: [20, 10, 10, 14])
        let stream = RandomStream(seed: 1)
        for (m, n, k) in sizes {
            let a = try stream.normal(Shape([m, k]))
            let b = try stream.normal(Shape([k, n]))
            let seconds = try shortestTime { _ = try matmul(a, b) }
            let rate = 2 * Double(m * n * k) / seconds / 1e9
            table.row([
                "\(m) × \(n) × \(k)", text(seconds * 1e6, 2), text(rate, 1),
                percent(rate / limits.arithmetic),
            ])
        }
    }
}
