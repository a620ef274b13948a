import CKernels

/// One product of each kind, with sizes that leave a rest in every kernel, compared with a plain loop.
enum ProductCheck {
    private static let (m, n, k) = (37, 29, 131)

    /// The arguments of `openblas_product`.
    typealias Product = (
        _ transposesA: Int32, _ transposesB: Int32, _ m: Int32, _ n: Int32, _ k: Int32, _ alpha: Float,
        _ a: Kernels.Source?, _ aRow: Int32, _ b: Kernels.Source?, _ bRow: Int32, _ beta: Float,
        _ c: Kernels.Target?, _ cRow: Int32
    ) -> Void

    /// Whether the product agrees with the plain loop.
    static func passes(_ product: Product) -> Bool {
        let a = numbers(m * k, from: 1)
        let b = numbers(k * n, from: 2)
        let start = numbers(m * n, from: 3)
        for (transposesA, transposesB) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
            let aRow = transposesA == 1 ? m : k
            let bRow = transposesB == 1 ? k : n
            var found = start
            var expected = start
            product(
                Int32(transposesA), Int32(transposesB), Int32(m), Int32(n), Int32(k), 0.5, a, Int32(aRow), b,
                Int32(bRow), 1, &found, Int32(n))
            kernel_small_product(
                Int32(transposesA), Int32(transposesB), m, n, k, 0.5, a, aRow, b, bRow, 1, &expected, n)
            // Numbers below 1 in size: sums of 131 products differ by far less than this unless one is wrong.
            for (x, y) in zip(found, expected) where !(abs(x - y) < 1e-4) { return false }
        }
        return true
    }

    private static func numbers(_ count: Int, from seed: UInt32) -> [Float] {
        var state = seed
        return (0..<count).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return Float(state >> 8) / Float(1 << 23) - 1
        }
    }
}
