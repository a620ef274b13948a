import CKernels

/// One step of an optimizer over a parameter's memory, in one pass and in PyTorch's order of operations. `old`
/// is where the values lie before the step, if not in that memory itself.
extension Kernels {
    /// Gradient descent; `velocity` is needed with momentum.
    static func descentUpdate(
        _ parameter: Target, from old: Source? = nil, gradient: Source, velocity: Target?, count: Int,
        options: DescentStep
    ) {
        Threads.splitToTheEnd(count, grain: plainGrain) { chunk in
            fetch(old, parameter, chunk)
            withUnsafePointer(to: options) {
                let start = chunk.lowerBound
                kernel_descent_update(
                    parameter + start, gradient + start, velocity.map { $0 + start }, chunk.count, $0)
            }
        }
    }

    /// Adam (Kingma and Ba, 2015), or AdamW; `options.step` counts from 1.
    static func adamUpdate(
        _ parameter: Target, from old: Source? = nil, gradient: Source, first: Target, second: Target,
        count: Int, options: AdamStep
    ) {
        Threads.splitToTheEnd(count, grain: costlyGrain * 2) { chunk in
            fetch(old, parameter, chunk)
            withUnsafePointer(to: options) {
                let start = chunk.lowerBound
                kernel_adam_update(
                    parameter + start, gradient + start, first + start, second + start, chunk.count, $0)
            }
        }
    }

    /// RMSprop (Tieleman and Hinton, 2012).
    static func rootMeanSquareUpdate(
        _ parameter: Target, from old: Source? = nil, gradient: Source, meanSquare: Target, count: Int,
        options: RootMeanSquareStep
    ) {
        Threads.splitToTheEnd(count, grain: plainGrain) { chunk in
            fetch(old, parameter, chunk)
            withUnsafePointer(to: options) {
                let start = chunk.lowerBound
                kernel_root_mean_square_update(
                    parameter + start, gradient + start, meanSquare + start, chunk.count, $0)
            }
        }
    }

    /// Adagrad (Duchi, Hazan and Singer, 2011).
    static func adagradUpdate(
        _ parameter: Target, from old: Source? = nil, gradient: Source, total: Target, count: Int,
        options: AdagradStep
    ) {
        Threads.splitToTheEnd(count, grain: plainGrain) { chunk in
            fetch(old, parameter, chunk)
            withUnsafePointer(to: options) {
                let start = chunk.lowerBound
                kernel_adagrad_update(parameter + start, gradient + start, total + start, chunk.count, $0)
            }
        }
    }

    /// Brings a chunk of the old values over, just before the step works on them in the cache.
    private static func fetch(_ old: Source?, _ parameter: Target, _ chunk: Range<Int>) {
        guard let old, old != UnsafePointer(parameter) else { return }
        (parameter + chunk.lowerBound).update(from: old + chunk.lowerBound, count: chunk.count)
    }
}
