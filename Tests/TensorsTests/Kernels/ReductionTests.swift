import CKernels
import Foundation
import Testing

@testable import Tensors

struct ReductionTests {
    private func numbers(_ count: Int) -> [Float] { (0..<count).map { sinf(Float($0) * 1.7) * 3 } }

    @Test(arguments: [0, 1, 7, 8, 15, 16, 17, 1000, 200_003])
    func sumsAreExactToTheLastPlace(_ count: Int) throws {
        let x = numbers(count)
        let expected = x.reduce(0.0) { $0 + Double($1) }
        #expect(abs(try Kernels.sum(x, count: count) - expected) < 1e-9)
        let squares = x.reduce(0.0) { $0 + Double($1) * Double($1) }
        #expect(abs(Kernels.sumOfSquares(x, count: count) - squares) < 1e-8 * max(1, squares))
    }

    @Test(arguments: [
        (1, 5, 1), (3, 100, 1), (1, 33, 19), (4, 7, 9), (1, 300, 1000), (700, 129, 1), (2, 1, 3),
    ])
    func axesReduceToEveryKind(_ outer: Int, _ axis: Int, _ inner: Int) throws {
        let x = numbers(outer * axis * inner)
        for kind in [Reduction.sum, .norm, .max, .min] {
            var out = [Float](repeating: .nan, count: outer * inner)
            try Kernels.reduce(kind, x, &out, outer: outer, axis: axis, inner: inner)
            for o in 0..<outer {
                for j in 0..<inner {
                    let line = (0..<axis).map { x[(o * axis + $0) * inner + j] }
                    switch kind {
                    case .sum:
                        let exact = line.reduce(0.0) { $0 + Double($1) }
                        #expect(abs(Double(out[o * inner + j]) - exact) <= abs(exact) * 1e-7 + 1e-9)
                    case .norm:
                        let exact = line.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
                        #expect(abs(Double(out[o * inner + j]) - exact) <= exact * 1e-7)
                    case .max: #expect(out[o * inner + j] == line.max())
                    case .min: #expect(out[o * inner + j] == line.min())
                    }
                }
            }
        }
    }

    @Test func sumOfNothingIsZero() throws {
        var out: [Float] = [5, 5]
        try Kernels.reduce(.sum, [], &out, outer: 2, axis: 0, inner: 1)
        #expect(out == [0, 0])
    }

    @Test(arguments: [0, 5, 8, 20, 30]) func extremesOfNaNAreNaN(_ place: Int) throws {
        var x = numbers(31)
        x[place] = .nan
        for kind in [Reduction.max, .min] {
            var out: [Float] = [0]
            try Kernels.reduce(kind, x, &out, outer: 1, axis: 31, inner: 1)
            #expect(out[0].isNaN)
        }
    }

    @Test func firstOfEqualExtremesIsFound() throws {
        var out: [Float] = [0, 0]
        try Kernels.argExtreme(smallest: false, [1, 4, 4, 9, 2, 9], &out, outer: 2, axis: 3, inner: 1)
        #expect(out == [1, 0])
        try Kernels.argExtreme(smallest: true, [1, 4, 4, 9, 2, .nan], &out, outer: 2, axis: 3, inner: 1)
        #expect(out == [0, 2])
    }

    @Test func softmaxOfHugeLogitsDoesNotOverflow() throws {
        var out = [Float](repeating: 0, count: 6)
        try Kernels.softmaxRows([1000, 1001, 999, -1000, -1000, -1000], &out, rows: 2, columns: 3)
        #expect(abs(out[0] - 0.24472848) < 1e-7)
        #expect(abs(out[1] - 0.66524094) < 1e-7)
        #expect(out[3...].allSatisfy { abs($0 - 1.0 / 3) < 1e-7 })
    }

    @Test(arguments: [3, 1000, 3000]) func logarithmsOfSoftmaxAgree(_ columns: Int) throws {
        let x = numbers(2 * columns)
        var (soft, logs) = (x, x)
        var totals: [Float] = [0, 0]
        try Kernels.softmaxRows(x, &soft, rows: 2, columns: columns)
        try Kernels.logSoftmaxRows(x, &logs, rows: 2, columns: columns)
        try Kernels.logSumExpRows(x, &totals, rows: 2, columns: columns)
        for i in x.indices {
            #expect(abs(logf(soft[i]) - logs[i]) < 2e-5)
            #expect(abs(x[i] - totals[i / columns] - logs[i]) < 2e-6)
        }
    }

    @Test func runningSumsFollowTheAxis() throws {
        var out = [Float](repeating: 0, count: 6)
        try Kernels.cumulativeSum([1, 2, 3, 4, 5, 6], &out, outer: 1, axis: 3, inner: 2)
        #expect(out == [1, 2, 4, 6, 9, 12])
    }

    @Test(arguments: [(64, 5, 1), (4, 3, 49), (2, 2, 5000)])
    func channelsHaveTheirStatistics(_ outer: Int, _ channels: Int, _ inner: Int) throws {
        // A mean far from zero, where the difference of two sums would lose every digit.
        let x = numbers(outer * channels * inner).map { $0 + 1000 }
        var mean = [Float](repeating: 0, count: channels)
        var (variance, sums, products) = (mean, mean, mean)
        try Kernels.channelStatistics(
            x, mean: &mean, variance: &variance, outer: outer, channels: channels, inner: inner)
        let weights = x.map { $0 - 999 }
        try Kernels.channelSums(
            x, &sums, times: weights, &products, outer: outer, channels: channels, inner: inner)
        for c in 0..<channels {
            let values: [Double] = (0..<outer * inner).map { (i: Int) -> Double in
                Double(x[(i / inner * channels + c) * inner + i % inner])
            }
            let center = values.reduce(0, +) / Double(values.count)
            let spread = values.reduce(0) { $0 + ($1 - center) * ($1 - center) } / Double(values.count)
            #expect(abs(Double(mean[c]) - center) < 1e-4)
            #expect(abs(Double(variance[c]) - spread) < spread * 1e-6)
            #expect(abs(Double(sums[c]) - center * Double(values.count)) < 1e-7 * Double(sums[c]))
            let product = values.reduce(0) { $0 + $1 * Double(Float($1) - 999) }
            #expect(abs(Double(products[c]) - product) < 1e-7 * values.reduce(0) { $0 + $1 * 2 })
        }
    }

    @Test(arguments: [(64, 5, 1), (4, 3, 49)])
    func channelsAreCombined(_ outer: Int, _ channels: Int, _ inner: Int) throws {
        let x = numbers(outer * channels * inner)
        let y = x.map { $0 * $0 - 1 }
        let (a, b, c) = (numbers(channels), numbers(channels).map { $0 + 2 }, numbers(channels).map { -$0 })
        var out = [Float](repeating: .nan, count: x.count)
        try Kernels.channelCombine(
            x, scale: a, y, scale: b, shift: c, &out, outer: outer, channels: channels, inner: inner)
        for i in x.indices {
            let channel = i / inner % channels
            #expect(out[i] == (x[i] * a[channel] + c[channel]) + y[i] * b[channel])
        }
    }

    @Test func finiteChecksSeeTheLastElement() {
        var x = numbers(37)
        #expect(Kernels.allFinite(x, count: 37))
        x[36] = -.infinity
        #expect(!Kernels.allFinite(x, count: 37))
    }
}
