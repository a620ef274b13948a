import Budget
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
    func fillUniform(_ out: UnsafeMutableBufferPointer<Float>, low: Float = 0, high: Float = 1) throws {
        try fill(out) { key, block, target, count in
            kernel_random_uniform(key, block, target, count)
            guard low != 0 || high != 1 else { return }
            kernel_scale_shift(target, high - low, low, target, count)
            // Rounding may reach the upper bound.
            if low < high { kernel_clamp(target, low, high.nextDown, target, count) }
        }
    }

    /// Fills memory with normal numbers.
    func fillNormal(_ out: UnsafeMutableBufferPointer<Float>, mean: Float = 0, deviation: Float = 1) throws {
        try fill(out) { key, block, target, count in
            kernel_random_normal(key, block, target, count)
            guard mean != 0 || deviation != 1 else { return }
            kernel_scale_shift(target, deviation, mean, target, count)
        }
    }

    private func fill(
        _ out: UnsafeMutableBufferPointer<Float>, _ body: (UInt64, UInt64, Kernels.Target, Int) -> Void
    ) throws {
        guard let target = out.baseAddress else { return }
        let start = state
        try Threads.split(out.count, grain: Kernels.costlyGrain) { chunk in
            body(
                start.key, start.position &+ UInt64(chunk.lowerBound / 4), target + chunk.lowerBound,
                chunk.count)
        }
        state.position &+= UInt64((out.count + 3) / 4)
    }

    /// The stream's next 64-bit word, drawn in a call of its own.
    func word() -> UInt64 {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 4) { halves in
            guard let target = halves.baseAddress else { return 0 }
            kernel_random_words(state.key, state.position, target, 1)
            state.position &+= 1
            return UInt64(halves[1]) << 32 | UInt64(halves[0])
        }
    }

    /// The stream's next 64-bit words, drawn in a call of their own, one after the other.
    func forEachWord(_ count: Int, _ body: (_ place: Int, _ word: UInt64) -> Void) throws {
        let start = state
        // What the body draws by itself comes behind all of these.
        state.position &+= UInt64((count + 1) / 2)
        let most = 1 << 14
        try withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * min(count + 1, most)) { halves in
            guard let target = halves.baseAddress else { return }
            for first in stride(from: 0, to: count, by: most) {
                try Interruption.check()
                let words = min(most, count - first)
                Work.count(steps: words / Work.elementsInStep)
                kernel_random_words(
                    start.key, start.position &+ UInt64(first / 2), target, (words + 1) / 2)
                for place in 0..<words {
                    body(first + place, UInt64(halves[2 * place + 1]) << 32 | UInt64(halves[2 * place]))
                }
            }
        }
    }
}
