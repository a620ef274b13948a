import CKernels

/// Random numbers of a seed: the same bits on every x86-64 processor and at every number of threads.
///
/// The generator is Philox4x32-10, which computes block n of its sequence from n. Every call begins at a
/// new block, so what it gives depends on the calls before it only through their sizes.
public final class RandomStream {
    /// Where the stream stands; setting it goes back (or elsewhere).
    public var state: RandomState

    /// The stream of a seed, at its beginning.
    public init(seed: UInt64) { state = RandomState(seed: seed) }

    /// The stream at a saved place.
    public init(_ state: RandomState) { self.state = state }

    /// A stream of its own for a purpose. It depends on this stream's seed and the label, not on what
    /// was drawn; the same label gives the same stream.
    public func split(_ label: String) -> RandomStream { RandomStream(state.split(label)) }

    /// Fills memory with uniform numbers, low included and high not.
    func fillUniform(_ out: UnsafeMutableBufferPointer<Float>, low: Float = 0, high: Float = 1) {
        fill(out) { key, block, target, count in
            kernel_random_uniform(key, block, target, count)
            guard low != 0 || high != 1 else { return }
            kernel_scale_shift(target, high - low, low, target, count)
            // Rounding may reach the upper bound.
            if low < high { kernel_clamp(target, low, high.nextDown, target, count) }
        }
    }

    /// Fills memory with normal numbers.
    func fillNormal(_ out: UnsafeMutableBufferPointer<Float>, mean: Float = 0, deviation: Float = 1) {
        fill(out) { key, block, target, count in
            kernel_random_normal(key, block, target, count)
            guard mean != 0 || deviation != 1 else { return }
            kernel_scale_shift(target, deviation, mean, target, count)
        }
    }

    private func fill(
        _ out: UnsafeMutableBufferPointer<Float>, _ body: (UInt64, UInt64, Kernels.Target, Int) -> Void
    ) {
        guard let target = out.baseAddress else { return }
        let start = state
        Threads.split(out.count, grain: Kernels.costlyGrain) { chunk in
            body(
                start.key, start.position &+ UInt64(chunk.lowerBound / 4), target + chunk.lowerBound,
                chunk.count)
        }
        state.position &+= UInt64((out.count + 3) / 4)
    }

    /// The stream's next 64-bit words, drawn in a call of their own.
    func words(_ count: Int) -> [UInt64] {
        let blocks = (count + 1) / 2
        let halves = [UInt32](unsafeUninitializedCapacity: blocks * 4) { memory, initialized in
            if let target = memory.baseAddress {
                kernel_random_words(state.key, state.position, target, blocks)
            }
            initialized = blocks * 4
        }
        state.position &+= UInt64(blocks)
        return (0..<count).map { UInt64(halves[2 * $0 + 1]) << 32 | UInt64(halves[2 * $0]) }
    }
}
