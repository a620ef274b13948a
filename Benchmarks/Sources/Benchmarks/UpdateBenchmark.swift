import CKernels
import Tensors

/// One Adam update of eight million parameters, and reductions along either axis: loops at the memory's pace, over
/// more than the caches of these days hold.
enum UpdateBenchmark {
    static func run(_ limits: MachineLimits) throws {
        let table = Table(
            "memory-bound work (one thread for Adam)", ["", "µs", "GB/s", "of the limit"],
            widths: [34, 10, 10, 14])
        let count = 8_000_000
        var parameter = [Float](repeating: 1, count: count)
        var (first, second) = (parameter, parameter)
        let gradient = parameter
        let options = AdamStep(
            rate: 1e-9, first_decay: 0.5, second_decay: 0.999, epsilon: 1e-8, weight_decay: 0,
            decouples_decay: 0, step: 10)
        let seconds = withUnsafePointer(to: options) { options in
            shortestTime { kernel_adam_update(&parameter, gradient, &first, &second, count, options) }
        }
        row("Adam, 8 million parameters", seconds, bytes: 28 * Double(count), table, limits)
        let x = try RandomStream(seed: 3).normal(Shape([16384, 1024]))
        let columns = try shortestTime { _ = try sum(x, axis: 0) }
        row("sum over rows of [16384, 1024]", columns, bytes: 4 * Double(x.count), table, limits)
        let rows = try shortestTime { _ = try sum(x, axis: 1) }
        row("sum over columns of [16384, 1024]", rows, bytes: 4 * Double(x.count), table, limits)
        let turned = try shortestTime { _ = try transpose(x) }
        row("transpose of [16384, 1024]", turned, bytes: 8 * Double(x.count), table, limits)
        let soft = try shortestTime { _ = try softmax(x) }
        row("softmax of [16384, 1024]", soft, bytes: 8 * Double(x.count), table, limits)
    }

    private static func row(
        _ name: String, _ seconds: Double, bytes: Double, _ table: Table, _ limits: MachineLimits
    ) {
        let rate = bytes / seconds / 1e9
        table.row([name, text(seconds * 1e6, 0), text(rate, 1), percent(rate / limits.memory)])
    }
}
