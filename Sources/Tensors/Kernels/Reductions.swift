import CKernels

extension Kernels {
    /// The sum of the elements, taken in double precision.
    static func sum(_ x: Source, count: Int) -> Double {
        total(count) { kernel_sum(x + $0.lowerBound, $0.count) }
    }

    /// The sum of the elements' squares.
    static func sumOfSquares(_ x: Source, count: Int) -> Double {
        total(count) { kernel_sum_of_squares(x + $0.lowerBound, $0.count) }
    }

    /// Sums the chunks' sums in their order.
    private static func total(_ count: Int, _ part: (Range<Int>) -> Double) -> Double {
        guard count >= 2 * plainGrain else { return part(0..<count) }
        let chunks = (count + plainGrain - 1) / plainGrain
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: chunks) { parts in
            Threads.run(chunks: chunks) { chunk, _ in
                parts[chunk] = part(chunk * plainGrain..<min(count, (chunk + 1) * plainGrain))
            }
            return parts.reduce(0, +)
        }
    }

    /// Whether no element is infinite or NaN.
    static func allFinite(_ x: Source, count: Int) -> Bool { kernel_all_finite(x, count) != 0 }

    /// out[outer, inner] from x[outer, axis, inner]. An empty axis sums to 0; for an extreme it is not 0.
    static func reduce(_ kind: Reduction, _ x: Source, _ out: Target, outer: Int, axis: Int, inner: Int) {
        guard axis > 0 else { return fill(out, 0, count: outer * inner) }
        let slab = axis * inner
        if outer == 1, inner == 1, kind == .sum {
            out[0] = Float(sum(x, count: axis))
        } else if outer == 1, inner == 1, kind == .norm {
            out[0] = Float(sumOfSquares(x, count: axis).squareRoot())
        } else if outer == 1 {
            // Long runs of each row, as the memory likes them.
            let grain = max(256, plainGrain / axis / 64 * 64)
            Threads.split(inner, grain: grain) {
                kernel_reduce_axis(kind, x, out, 1, axis, inner, $0.lowerBound, $0.upperBound)
            }
        } else {
            Threads.split(outer, grain: max(1, plainGrain / max(1, slab))) {
                kernel_reduce_axis(
                    kind, x + $0.lowerBound * slab, out + $0.lowerBound * inner, $0.count, axis, inner, 0,
                    inner)
            }
        }
    }

    /// The place along the axis of the first largest (or smallest) element; a NaN counts as both.
    static func argExtreme(smallest: Bool, _ x: Source, _ out: Target, outer: Int, axis: Int, inner: Int) {
        kernel_arg_extreme(smallest ? 1 : 0, x, out, outer, axis, inner)
    }

    /// Softmax of each row.
    static func softmaxRows(_ x: Source, _ out: Target, rows: Int, columns: Int) {
        byRows(rows, columns) {
            kernel_softmax_rows(x + $0.lowerBound * columns, out + $0.lowerBound * columns, $0.count, columns)
        }
    }

    /// The logarithm of each row's softmax.
    static func logSoftmaxRows(_ x: Source, _ out: Target, rows: Int, columns: Int) {
        byRows(rows, columns) {
            kernel_log_softmax_rows(
                x + $0.lowerBound * columns, out + $0.lowerBound * columns, $0.count, columns)
        }
    }

    /// The logarithm of the sum of each row's exponentials.
    static func logSumExpRows(_ x: Source, _ out: Target, rows: Int, columns: Int) {
        byRows(rows, columns) {
            kernel_log_sum_exp_rows(x + $0.lowerBound * columns, out + $0.lowerBound, $0.count, columns)
        }
    }

    private static func byRows(_ rows: Int, _ columns: Int, _ body: (Range<Int>) -> Void) {
        guard columns > 0 else { return }
        Threads.split(rows, grain: max(1, costlyGrain / columns), body)
    }

    /// Running sums along the axis of x[outer, axis, inner].
    static func cumulativeSum(_ x: Source, _ out: Target, outer: Int, axis: Int, inner: Int) {
        kernel_cumulative_sum(x, out, outer, axis, inner)
    }

    /// Mean and biased variance of each channel of x[outer, channels, inner].
    static func channelStatistics(
        _ x: Source, mean: Target, variance: Target, outer: Int, channels: Int, inner: Int
    ) {
        byChannels(outer, channels, inner) {
            kernel_channel_statistics(x, mean, variance, outer, channels, inner, $0.lowerBound, $0.upperBound)
        }
    }

    /// For each channel the sum of a and that of a * b, over the other axes of [outer, channels, inner].
    static func channelSums(
        _ a: Source, _ sums: Target, times b: Source, _ products: Target, outer: Int, channels: Int,
        inner: Int
    ) {
        byChannels(outer, channels, inner) {
            kernel_channel_sums(
                a, b, sums, products, outer, channels, inner, $0.lowerBound, $0.upperBound)
        }
    }

    private static func byChannels(_ outer: Int, _ channels: Int, _ inner: Int, _ body: (Range<Int>) -> Void)
    {
        Threads.split(channels, grain: max(1, plainGrain / max(1, outer * inner)), body)
    }
}
