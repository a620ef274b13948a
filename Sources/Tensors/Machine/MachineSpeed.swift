import Glibc

/// Measured rates, with all of the engine's threads: the best of several runs.
public struct MachineSpeed: Sendable {
    /// A product of 1024×1024×1024 in GFLOP/s.
    public var largeProduct: Double
    /// A product of 256×128×128, a layer of a small network, in GFLOP/s.
    public var smallProduct: Double
    /// Reading and writing together, in GB/s, of an array that no cache holds.
    public var memory: Double

    /// Measures. Throws if OpenBLAS is not installed or 130 MB are not to be had.
    public static func measure() throws -> MachineSpeed {
        MachineSpeed(
            largeProduct: try product(1024, 1024, 1024, runs: 8, repeats: 1),
            smallProduct: try product(256, 128, 128, runs: 40, repeats: 20), memory: try memoryRate())
    }

    private static func product(_ m: Int, _ n: Int, _ k: Int, runs: Int, repeats: Int) throws -> Double {
        let a = try Buffer(repeating: 0.5, count: m * k)
        let b = try Buffer(repeating: 0.25, count: k * n)
        let c = try Buffer(count: m * n)
        let seconds = try fastest(of: runs) {
            for _ in 0..<repeats { try Kernels.gemm(m: m, n: n, k: k, a.pointer, b.pointer, c.pointer) }
        }
        return 2 * Double(m * n * k * repeats) / seconds / 1e9
    }

    private static func memoryRate() throws -> Double {
        let count = 16 << 20
        let a = try Buffer(repeating: 1, count: count)
        let b = try Buffer(repeating: 1, count: count)
        let seconds = try fastest(of: 10) {
            try Kernels.scaleShift(a.pointer, scale: 2, shift: 1, b.pointer, count: count)
        }
        return Double(8 * count) / seconds / 1e9
    }

    private static func fastest(of runs: Int, _ body: () throws -> Void) rethrows -> Double {
        try body()
        var best = Double.infinity
        for _ in 0..<runs {
            let start = seconds()
            try body()
            best = min(best, seconds() - start)
        }
        return best
    }

    private static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
