import CKernels

extension UnaryKernel {
    /// Whether an element costs much more than reading and writing it: the header lists those last.
    var isCostly: Bool { rawValue >= UnaryKernel.exp.rawValue }
}

extension Kernels {
    /// out[i] = f(x[i]). `parameter` is leakyRelu's slope and elu's alpha.
    static func unary(_ kind: UnaryKernel, _ x: Source, _ out: Target, count: Int, parameter: Float = 0)
        throws
    {
        try Threads.split(count, grain: kind.isCostly ? costlyGrain : plainGrain) { chunk in
            kernel_unary(kind, x + chunk.lowerBound, out + chunk.lowerBound, chunk.count, parameter)
        }
    }

    /// out[i] = f(a[i], b[i]).
    static func binary(
        _ kind: BinaryKernel, _ a: Source, _ b: Source, _ out: Target, count: Int, parameter: Float = 0
    ) throws {
        try Threads.split(count, grain: kind == .power ? costlyGrain : plainGrain) { chunk in
            let start = chunk.lowerBound
            kernel_binary(kind, a + start, 1, b + start, 1, out + start, chunk.count, parameter)
        }
    }

    /// out[i] = f(a[i], right).
    static func binary(
        _ kind: BinaryKernel, _ a: Source, scalar right: Float, _ out: Target, count: Int,
        parameter: Float = 0
    ) throws {
        try Threads.split(count, grain: kind == .power ? costlyGrain : plainGrain) { chunk in
            let start = chunk.lowerBound
            withUnsafePointer(to: right) {
                kernel_binary(kind, a + start, 1, $0, 0, out + start, chunk.count, parameter)
            }
        }
    }

    /// out[i] = f(left, b[i]).
    static func binary(
        _ kind: BinaryKernel, scalar left: Float, _ b: Source, _ out: Target, count: Int, parameter: Float = 0
    ) throws {
        try Threads.split(count, grain: kind == .power ? costlyGrain : plainGrain) { chunk in
            let start = chunk.lowerBound
            withUnsafePointer(to: left) {
                kernel_binary(kind, $0, 0, b + start, 1, out + start, chunk.count, parameter)
            }
        }
    }

    /// out[i] = condition[i] != 0 ? a[i] : b[i]; an operand of step 0 is one number for all.
    static func select(
        _ condition: Source, _ a: Source, step stepA: Int, _ b: Source, step stepB: Int, _ out: Target,
        count: Int
    ) throws {
        try Threads.split(count, grain: plainGrain) { chunk in
            let start = chunk.lowerBound
            kernel_select(
                condition + start, a + start * stepA, stepA, b + start * stepB, stepB, out + start,
                chunk.count)
        }
    }

    /// out[i] = x[i] within the bounds; a NaN stays one.
    static func clamp(_ x: Source, lower: Float, upper: Float, _ out: Target, count: Int) throws {
        try Threads.split(count, grain: plainGrain) { chunk in
            kernel_clamp(x + chunk.lowerBound, lower, upper, out + chunk.lowerBound, chunk.count)
        }
    }

    /// out[i] = scale * x[i] + shift.
    static func scaleShift(_ x: Source, scale: Float, shift: Float, _ out: Target, count: Int) throws {
        try Threads.split(count, grain: plainGrain) { chunk in
            kernel_scale_shift(x + chunk.lowerBound, scale, shift, out + chunk.lowerBound, chunk.count)
        }
    }

    /// y[i] += scale * x[i].
    static func accumulate(_ x: Source, scale: Float = 1, into y: Target, count: Int) throws {
        try Threads.split(count, grain: plainGrain) { chunk in
            kernel_accumulate(scale, x + chunk.lowerBound, y + chunk.lowerBound, chunk.count)
        }
    }

    /// out[i] = value.
    static func fill(_ out: Target, _ value: Float, count: Int) throws {
        try Threads.split(count, grain: plainGrain) { kernel_fill(out + $0.lowerBound, value, $0.count) }
    }

    /// out[i] = x[i].
    static func copy(_ x: Source, _ out: Target, count: Int) throws {
        try Threads.split(count, grain: plainGrain) {
            (out + $0.lowerBound).update(from: x + $0.lowerBound, count: $0.count)
        }
    }

    /// x[row, column] = activation(x[row, column] + bias[column]), in place; nil for none of either.
    static func denseEpilogue(
        _ x: Target, bias: Source?, rows: Int, columns: Int, activation: UnaryKernel?, parameter: Float = 0
    ) throws {
        let grain = max(1, costlyGrain / max(1, columns))
        try Threads.split(rows, grain: grain) { chunk in
            kernel_dense_epilogue(
                x + chunk.lowerBound * columns, bias, chunk.count, columns, activation?.rawValue ?? -1,
                parameter)
        }
    }

    /// out = x * scale[channel] + shift[channel] for x of [outer, channels, inner].
    static func channelAffine(
        _ x: Source, scale: Source, shift: Source, _ out: Target, outer: Int, channels: Int, inner: Int
    ) throws {
        let slab = channels * inner
        try Threads.split(outer, grain: max(1, plainGrain / max(1, slab))) { chunk in
            let start = chunk.lowerBound * slab
            kernel_channel_affine(x + start, scale, shift, out + start, chunk.count, channels, inner)
        }
    }

    /// out = x * xScale[channel] + shift[channel] + y * yScale[channel] for x and y of [outer, channels, inner].
    static func channelCombine(
        _ x: Source, scale xScale: Source, _ y: Source, scale yScale: Source, shift: Source, _ out: Target,
        outer: Int, channels: Int, inner: Int
    ) throws {
        let slab = channels * inner
        try Threads.split(outer, grain: max(1, plainGrain / max(1, slab))) { chunk in
            let start = chunk.lowerBound * slab
            kernel_channel_combine(
                x + start, xScale, y + start, yScale, shift, out + start, chunk.count, channels, inner)
        }
    }
}
