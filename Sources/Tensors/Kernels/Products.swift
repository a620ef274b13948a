import Budget
import CKernels

extension Kernels {
    /// Products of no more multiplications than these are done by a plain loop: a script that multiplies
    /// small matrices never waits for OpenBLAS to be loaded.
    private static let smallestForBLAS = 2048
    /// Multiplications worth a chunk of work of their own.
    private static let productGrain = 1 << 20
    /// Multiplications that count as one step of a script.
    private static let multiplicationsInStep = 1 << 14

    /// c[m, n] = alpha * op(a) op(b) + beta * c, contiguous and row-major: a is [m, k] ([k, m] when
    /// transposed), b [k, n] ([n, k]). Throws if OpenBLAS is not installed.
    static func gemm(
        transposeA: Bool = false, transposeB: Bool = false, m: Int, n: Int, k: Int, alpha: Float = 1,
        _ a: Source, _ b: Source, beta: Float = 0, _ c: Target
    ) throws {
        guard m > 0, n > 0 else { return }
        let (aRow, bRow) = (transposeA ? m : k, transposeB ? k : n)
        let work = m * n * k
        if work <= smallestForBLAS {
            return kernel_small_product(
                transposeA ? 1 : 0, transposeB ? 1 : 0, m, n, k, alpha, a, aRow, b, bRow, beta, c, n)
        }
        let blas = try BLAS.get()
        Work.count(steps: work / multiplicationsInStep)
        let cutsRows = m >= n
        let length = cutsRows ? m : n
        let grain = chunkLength(of: length, work: work)
        if grain >= length {
            blas.product(
                transposeA, transposeB, m: m, n: n, k: k, alpha: alpha, a, row: aRow, b, row: bRow,
                beta: beta, c, row: n)
            return try Interruption.check()
        }
        try Threads.run(chunks: (length + grain - 1) / grain, width: min(Threads.count, blas.width)) {
            chunk, _ in
            let start = chunk * grain
            let size = min(grain, length - start)
            if cutsRows {
                blas.product(
                    transposeA, transposeB, m: size, n: n, k: k, alpha: alpha,
                    a + start * (transposeA ? 1 : k),
                    row: aRow, b, row: bRow, beta: beta, c + start * n, row: n)
            } else {
                blas.product(
                    transposeA, transposeB, m: m, n: size, k: k, alpha: alpha, a, row: aRow,
                    b + start * (transposeB ? k : 1), row: bRow, beta: beta, c + start, row: n)
            }
        }
    }

    /// How many rows (or columns) a chunk takes: a multiple of 16, for full kernels of OpenBLAS, in an even
    /// number of chunks.
    private static func chunkLength(of length: Int, work: Int) -> Int {
        let chunks = min(8, max(1, work / productGrain), max(1, length / 32))
        guard chunks > 1 else { return length }
        let each = (length + chunks - 1) / chunks
        return (each + 15) / 16 * 16
    }

    /// c[i] = alpha * op(a[i]) op(b[i]) for `batch` products of contiguous matrices; a stride of 0 uses
    /// one matrix for all.
    static func batchedGemm(
        batch: Int, transposeA: Bool = false, transposeB: Bool = false, m: Int, n: Int, k: Int,
        alpha: Float = 1,
        _ a: Source, stride aStride: Int, _ b: Source, stride bStride: Int, _ c: Target
    ) throws {
        guard batch > 0, m > 0, n > 0 else { return }
        if batch == 1 {
            return try gemm(
                transposeA: transposeA, transposeB: transposeB, m: m, n: n, k: k, alpha: alpha, a, b, c)
        }
        let (aRow, bRow) = (transposeA ? m : k, transposeB ? k : n)
        if m * n * k <= smallestForBLAS {
            for i in 0..<batch {
                kernel_small_product(
                    transposeA ? 1 : 0, transposeB ? 1 : 0, m, n, k, alpha, a + i * aStride, aRow,
                    b + i * bStride,
                    bRow, 0, c + i * m * n, n)
            }
            return
        }
        let blas = try BLAS.get()
        Work.count(steps: batch * (m * n * k / multiplicationsInStep))
        try Threads.split(
            batch, grain: max(1, productGrain / (m * n * k)), width: min(Threads.count, blas.width)
        ) { chunk in
            for i in chunk {
                blas.product(
                    transposeA, transposeB, m: m, n: n, k: k, alpha: alpha, a + i * aStride, row: aRow,
                    b + i * bStride, row: bRow, beta: 0, c + i * m * n, row: n)
            }
        }
    }
}
