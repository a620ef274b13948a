import CKernels

extension Kernels {
    /// The sum of the elements, taken in double precision.
    static func sum(_ x: Source, count: Int) throws -> Double {
        guard count >= 2 * plainGrain else { return kernel_sum(x, count) }
        let chunks = (count + plainGrain - 1) / plainGrain
        return try withUnsafeTemporaryAllocation(of: Double.self, capacity: chunks) { parts in
            try Threads.run(chunks: chunks) { chunk, _ in
                parts[chunk] = kernel_sum(x + chunk * plainGrain, min(plainGrain, count - chunk * plainGrain))
            }
            return parts.reduce(0, +)
        }
    }

    /// The sum of the elements' squares, whatever is asked for meanwhile.
    static func sumOfSquares(_ x: Source, count: Int) -> Double {
        guard count >= 2 * plainGrain else { return kernel_sum_of_squares(x, count) }
        let chunks = (count + plainGrain - 1) / plainGrain
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: chunks) { parts in
            Threads.runToTheEnd(chunks: chunks) { chunk, _ in
                parts[chunk] = kernel_sum_of_squares(
                    x + chunk * plainGrain, min(plainGrain, count - chunk * plainGrain))
            }
            return parts.reduce(0, +)
        }
    }

    /// Whether no element is infinite or NaN.
    static func allFinite(_ x: Source, count: Int) -> Bool { kernel_all_finite(x, count) != 0 }

    /// out[outer, inner] from x[outer, axis, inner]. An empty axis sums to 0; for an extreme it is not 0.
    static func reduce(_ kind: Reduction, _ x: Source, _ out: Target, outer: Int, axis: Int, inner: Int)
        throws
    {
        guard axis > 0 else { return try fill(out, 0, count: outer * inner) }
        let slab = axis * inner
        if outer == 1, inner == 1, kind == .sum {
            out[0] = Float(try sum(x, count: axis))
        } else if outer == 1, inner == 1, kind == .norm {
            out[0] = Float(sumOfSquares(x, count: axis).squareRoot())
        } else if outer == 1 {
            // Long runs of each row, as the memory likes them.
            let grain = max(256, plainGrain / axis / 64 * 64)
            try Threads.split(inner, grain: grain) {
                kernel_reduce_axis(kind, x, out, 1, axis, inner, $0.lowerBound, $0.upperBound)
            }
        } else {
            try Threads.split(outer, grain: max(1, plainGrain / max(1, slab))) {
                kernel_reduce_axis(
                    kind, x + $0.lowerBound * slab, out + $0.lowerBound * inner, $0.count, axis, inner, 0,
                    inner)
            }
        }
    }

    /// The place along the axis of the first largest (or smallest) element; a NaN counts as both.
    static func argExtreme(
        smallest: Bool, _ x: Source, _ out: Target, outer: Int, axis: Int, inner: Int
    ) throws {
        try byLines(outer, axis, inner) {
            kernel_arg_extreme(
                smallest ? 1 : 0, x + $0.lowerBound * axis * inner, out + $0.lowerBound * inner, $0.count,
                axis,
                inner)
        }
    }

    /// Softmax of each row.
    static func softmaxRows(_ x: Source, _ out: Target, rows: Int, columns: Int) throws {
        try byRows(rows, columns) {
            kernel_softmax_rows(x + $0.lowerBound * columns, out + $0.lowerBound * columns, $0.count, columns)
        }
    }

    /// The logarithm of each row's softmax.
    static func logSoftmaxRows(_ x: Source, _ out: Target, rows: Int, columns: Int) throws {
        try byRows(rows, columns) {
            kernel_log_softmax_rows(
                x + $0.lowerBound * columns, out + $0.lowerBound * columns, $0.count, columns)
        }
    }

    /// The logarithm of the sum of each row's exponentials.
    static func logSumExpRows(_ x: Source, _ out: Target, rows: Int, columns: Int) throws {
        try byRows(rows, columns) {
            kernel_log_sum_exp_rows(x + $0.lowerBound * columns, out + $0.lowerBound, $0.count, columns)
        }
    }

    private static func byRows(_ rows: Int, _ columns: Int, _ body: (Range<Int>) -> Void) throws {
        guard columns > 0 else { return }
        try Threads.split(rows, grain: max(1, costlyGrain / columns), body)
    }

    /// Running sums along the axis of x[outer, axis, inner].
    static func cumulativeSum(_ x: Source, _ out: Target, outer: Int, axis: Int, inner: Int) throws {
        try byLines(outer, axis, inner) {
            let start = $0.lowerBound * axis * inner
            kernel_cumulative_sum(x + start, out + start, $0.count, axis, inner)
        }
    }

    private static func byLines(_ outer: Int, _ axis: Int, _ inner: Int, _ body: (Range<Int>) -> Void) throws
    {
        try Threads.split(outer, grain: max(1, plainGrain / max(1, axis * inner)), body)
    }

    /// Mean and biased variance of each channel of x[outer, channels, inner].
    static func channelStatistics(
        _ x: Source, mean: Target, variance: Target, outer: Int, channels: Int, inner: Int
    ) throws {
        try byChannels(outer, channels, inner) {
            kernel_channel_statistics(x, mean, variance, outer, channels, inner, $0.lowerBound, $0.upperBound)
        }
    }

    /// For each channel the sum of a and that of a * b, over the other axes of [outer, channels, inner].
    static func channelSums(
        _ a: Source, _ sums: Target, times b: Source, _ products: Target, outer: Int, channels: Int,
        inner: Int
    ) throws {
        try byChannels(outer, channels, inner) {
            kernel_channel_sums(
                a, b, sums, products, outer, channels, inner, $0.lowerBound, $0.upperBound)
        }
    }

    private static func byChannels(_ outer: Int, _ channels: Int, _ inner: Int, _ body: (Range<Int>) -> Void)
        throws
    {
        try Threads.split(channels, grain: max(1, plainGrain / max(1, outer * inner)), body)
    }
}
