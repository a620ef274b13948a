import CKernels
import Foundation
import Testing

@testable import Tensors

/// Every function of one number against the same in double precision, in units of the last place.
struct UnaryAccuracyTests {
    /// The worst distance over 40,000 points of a range, in units of the last place of the exact value.
    private func worst(
        _ kind: UnaryKernel, _ range: ClosedRange<Double>, parameter: Float = 0, _ exact: (Double) -> Double
    ) -> Double {
        let count = 40_000
        let x = (0..<count).map { i -> Float in
            Float(range.lowerBound + (range.upperBound - range.lowerBound) * Double(i) / Double(count - 1))
        }
        var out = [Float](repeating: 0, count: count)
        Kernels.unary(kind, x, &out, count: count, parameter: parameter)
        var worst = 0.0
        for (x, found) in zip(x, out) {
            let expected = exact(Double(x))
            let unit = Double(max(Float(abs(expected)), Float.leastNormalMagnitude).ulp)
            worst = max(worst, abs(Double(found) - expected) / unit)
        }
        return worst
    }

    @Test func exponentialIsWithinTwoUnits() { #expect(worst(.exp, -87...88, exp) < 2) }

    @Test func logarithmIsWithinTwoUnits() {
        #expect(worst(.log, 1e-3...3, log) < 2)
        #expect(worst(.log, 0.9...1.1, log) < 2)
        #expect(worst(.log, 1e-38...1e38, log) < 2)
    }

    @Test func tanhIsWithinThreeUnits() {
        #expect(worst(.tanh, -10...10, tanh) < 3)
        #expect(worst(.tanh, -0.7...0.7, tanh) < 3)
    }

    @Test func sigmoidIsWithinFourUnits() { #expect(worst(.sigmoid, -80...80) { 1 / (1 + exp(-$0)) } < 4) }

    @Test func softplusIsWithinFourUnits() {
        #expect(worst(.softplus, -80...80) { max($0, 0) + log1p(exp(-abs($0))) } < 4)
    }

    @Test func eluIsWithinThreeUnits() {
        #expect(worst(.elu, -20...3, parameter: 1) { $0 > 0 ? $0 : expm1($0) } < 3)
        #expect(worst(.elu, -0.01...0.01, parameter: 1) { $0 > 0 ? $0 : expm1($0) } < 3)
    }

    @Test func siluIsWithinFiveUnits() { #expect(worst(.silu, -80...80) { $0 / (1 + exp(-$0)) } < 5) }

    @Test func sineAndCosineAreWithinTwoUnits() {
        #expect(worst(.sin, -100...100, sin) < 2)
        #expect(worst(.cos, -100...100, cos) < 2)
        #expect(worst(.sin, 1e7...4e8, sin) < 2)
    }

    @Test func anglesBeyondTheQuickReductionAreExactToo() {
        #expect(worst(.sin, 4e8...1e12, sin) < 2)
        #expect(worst(.cos, -3e38...3e38, cos) < 2)
    }

    @Test func normalDistributionIsRightInItsTail() {
        #expect(worst(.normalCDF, -12...5) { 0.5 * erfc(-$0 / 2.0.squareRoot()) } < 12)
    }

    @Test func rootsAreRounded() { #expect(worst(.sqrt, 0...1e6) { $0.squareRoot() } <= 0.5) }

    @Test func roundingGoesToTheRightInteger() {
        #expect(worst(.floor, -7...7, floor) == 0)
        #expect(worst(.ceiling, -7...7, ceil) == 0)
        #expect(worst(.round, -7...7) { $0.rounded(.toNearestOrEven) } == 0)
        #expect(worst(.floor, 4e6...9e6, floor) == 0)
        #expect(apply(.round, [0.5, 1.5, 2.5, -0.5, -1.5]) == [0, 2, 2, 0, -2])
    }

    private func apply(_ kind: UnaryKernel, _ x: [Float], parameter: Float = 0) -> [Float] {
        var out = x
        Kernels.unary(kind, x, &out, count: x.count, parameter: parameter)
        return out
    }

    @Test func limitsAreThoseOfTheFunctions() {
        let infinity = Float.infinity
        #expect(apply(.exp, [infinity, -infinity, 0, 1000, -1000]) == [infinity, 0, 1, infinity, 0])
        #expect(apply(.log, [infinity, 0, 1]) == [infinity, -infinity, 0])
        #expect(apply(.tanh, [infinity, -infinity, 50, 0]) == [1, -1, 1, 0])
        #expect(apply(.sigmoid, [infinity, -infinity, 0]) == [1, 0, 0.5])
        #expect(apply(.softplus, [infinity, -infinity]) == [infinity, 0])
        #expect(apply(.silu, [infinity, 100, 0]) == [infinity, 100, 0])
        #expect(apply(.normalCDF, [infinity, -infinity]) == [1, 0])
    }

    @Test func notANumberStaysOne() {
        let kinds: [UnaryKernel] = [
            .negate, .absolute, .sign, .square, .sqrt, .exp, .log, .sin, .cos, .tanh, .sigmoid, .softplus,
            .relu, .leakyRelu, .elu, .silu, .normalCDF, .floor, .ceiling, .round,
        ]
        for kind in kinds {
            #expect(apply(kind, [.nan], parameter: 0.5)[0].isNaN, "kernel \(kind.rawValue)")
        }
        #expect(apply(.log, [-1])[0].isNaN)
        #expect(apply(.sin, [.infinity])[0].isNaN)
        #expect(apply(.isNaN, [.nan, 1, .infinity]) == [1, 0, 0])
        #expect(apply(.isFinite, [.nan, 1, .infinity]) == [0, 1, 0])
    }

    @Test func tinyNumbersAreNotLost() {
        let tiny = Float.leastNonzeroMagnitude
        #expect(abs(apply(.log, [tiny])[0] - Float(log(Double(tiny)))) < 1e-4)
        #expect(apply(.exp, [-100])[0] == Float(exp(-100.0)))
        #expect(apply(.square, [tiny]) == [0])
    }
}
