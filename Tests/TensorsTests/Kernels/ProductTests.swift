import Foundation
import Testing

@testable import Tensors

struct ProductTests {
    private func numbers(_ count: Int, _ step: Float) -> [Float] {
        (0..<count).map { sinf(Float($0) * step) }
    }

    private func naive(_ ta: Bool, _ tb: Bool, _ m: Int, _ n: Int, _ k: Int, _ a: [Float], _ b: [Float])
        -> [Double]
    {
        var c = [Double](repeating: 0, count: m * n)
        for i in 0..<m {
            for p in 0..<k {
                let x = Double(a[ta ? p * m + i : i * k + p])
                for j in 0..<n { c[i * n + j] += x * Double(b[tb ? j * k + p : p * n + j]) }
            }
        }
        return c
    }

    @Test(arguments: [
        (1, 1, 1), (2, 2, 2), (3, 5, 7), (13, 1, 200), (1, 64, 64), (64, 33, 17), (100, 120, 90),
        (33, 250, 128),
    ])
    func productsAgreeWithAPlainLoop(_ m: Int, _ n: Int, _ k: Int) throws {
        let (a, b) = (numbers(m * k, 0.37), numbers(k * n, 0.53))
        for (ta, tb) in [(false, false), (false, true), (true, false), (true, true)] {
            let expected = naive(ta, tb, m, n, k, a, b)
            var c = [Float](repeating: 2, count: m * n)
            try Kernels.gemm(transposeA: ta, transposeB: tb, m: m, n: n, k: k, alpha: 0.5, a, b, beta: 3, &c)
            for i in c.indices { #expect(abs(Double(c[i]) - (0.5 * expected[i] + 6)) < 2e-5) }
            var d = [Float](repeating: .nan, count: m * n)
            try Kernels.gemm(transposeA: ta, transposeB: tb, m: m, n: n, k: k, a, b, &d)
            for i in d.indices { #expect(abs(Double(d[i]) - expected[i]) < 2e-5) }
        }
    }

    @Test func anEmptySumIsZero() throws {
        var c: [Float] = [1, 2, 3, 4]
        try Kernels.gemm(m: 2, n: 2, k: 0, [], [], &c)
        #expect(c == [0, 0, 0, 0])
    }

    @Test(arguments: [(256, 128, 128), (128, 128, 256), (70, 900, 130)])
    func bitsDoNotDependOnTheNumberOfThreads(_ m: Int, _ n: Int, _ k: Int) throws {
        let (a, b) = (numbers(m * k, 0.37), numbers(k * n, 0.53))
        let before = Machine.threads
        defer { Machine.threads = before }
        var results: [[Float]] = []
        for threads in [1, 2, 4] {
            Machine.threads = threads
            var c = [Float](repeating: 0, count: m * n)
            try Kernels.gemm(m: m, n: n, k: k, a, b, &c)
            results.append(c)
        }
        #expect(results[0] == results[1])
        #expect(results[0] == results[2])
    }

    @Test(arguments: [(5, 3, 4, 2), (6, 40, 30, 20)])
    func batchesAreProductsOfTheirOwn(_ batch: Int, _ m: Int, _ n: Int, _ k: Int) throws {
        let (a, b) = (numbers(batch * m * k, 0.37), numbers(k * n, 0.53))
        var c = [Float](repeating: 0, count: batch * m * n)
        try Kernels.batchedGemm(batch: batch, m: m, n: n, k: k, a, stride: m * k, b, stride: 0, &c)
        for i in 0..<batch {
            let expected = naive(false, false, m, n, k, Array(a[i * m * k..<(i + 1) * m * k]), b)
            for j in expected.indices { #expect(abs(Double(c[i * m * n + j]) - expected[j]) < 1e-5) }
        }
    }

    @Test func theChosenKernelIsNamed() throws {
        #expect(try Machine.productKernel().hasPrefix("OpenBLAS "))
    }
}
