import CKernels
import Foundation
import Testing

@testable import Tensors

/// Every function of one number against the same in double precision, in units of the last place.
struct UnaryAccuracyTests {
    /// The worst distance over 40,000 points of a range, in units of the last place of the exact value.
    private func worst(
        _ kind: UnaryKernel, _ range: ClosedRange<Double>, parameter: Float = 0,
        _ exact: (Double) -> Double
    ) throws -> Double {
        let count = 40_000
        let x = (0..<count).map { i -> Float in
            Float(range.lowerBound + (range.upperBound - range.lowerBound) * Double(i) / Double(count - 1))
        }
        var out = [Float](repeating: 0, count: count)
        try Kernels.unary(kind, x, &out, count: count, parameter: parameter)
        var worst = 0.0
        for (x, found) in zip(x, out) {
            let expected = exact(Double(x))
            let unit = Double(max(Float(abs(expected)), Float.leastNormalMagnitude).ulp)
            worst = max(worst, abs(Double(found) - expected) / unit)
        }
        return worst
    }

    @Test func exponentialIsWithinTwoUnits() throws { #expect(try worst(.exp, -87...88, exp) < 2) }

    @Test func logarithmIsWithinTwoUnits() throws {
        #expect(try worst(.log, 1e-3...3, log) < 2)
        #expect(try worst(.log, 0.9...1.1, log) < 2)
        #expect(try worst(.log, 1e-38...1e38, log) < 2)
    }

    @Test func tanhIsWithinThreeUnits() throws {
        #expect(try worst(.tanh, -10...10, tanh) < 3)
        #expect(try worst(.tanh, -0.7...0.7, tanh) < 3)
    }

    @Test func sigmoidIsWithinFourUnits() throws {
        #expect(try worst(.sigmoid, -80...80) { 1 / (1 + exp(-$0)) } < 4)
    }

    @Test func softplusIsWithinFourUnits() throws {
        #expect(try worst(.softplus, -80...80) { max($0, 0) + log1p(exp(-abs($0))) } < 4)
    }

    @Test func eluIsWithinThreeUnits() throws {
        #expect(try worst(.elu, -20...3, parameter: 1) { $0 > 0 ? $0 : expm1($0) } < 3)
        #expect(try worst(.elu, -0.01...0.01, parameter: 1) { $0 > 0 ? $0 : expm1($0) } < 3)
    }

    @Test func siluIsWithinFiveUnits() throws {
        #expect(try worst(.silu, -80...80) { $0 / (1 + exp(-$0)) } < 5)
    }

    @Test func sineAndCosineAreWithinTwoUnits() throws {
        #expect(try worst(.sin, -100...100, sin) < 2)
        #expect(try worst(.cos, -100...100, cos) < 2)
        #expect(try worst(.sin, 1e7...4e8, sin) < 2)
    }

    @Test func anglesBeyondTheQuickReductionAreExactToo() throws {
        #expect(try worst(.sin, 4e8...1e12, sin) < 2)
        #expect(try worst(.cos, -3e38...3e38, cos) < 2)
    }

    @Test func normalDistributionIsRightInItsTail() throws {
        #expect(try worst(.normalCDF, -12...5) { 0.5 * erfc(-$0 / 2.0.squareRoot()) } < 12)
    }

    @Test func rootsAreRounded() throws {
        #expect(try worst(.sqrt, 0...1e6) { $0.squareRoot() } <= 0.5)
    }

    @Test func roundingGoesToTheRightInteger() throws {
        #expect(try worst(.floor, -7...7, floor) == 0)
        #expect(try worst(.ceiling, -7...7, ceil) == 0)
        #expect(try worst(.round, -7...7) { $0.rounded(.toNearestOrEven) } == 0)
        #expect(try worst(.floor, 4e6...9e6, floor) == 0)
        #expect(try apply(.round, [0.5, 1.5, 2.5, -0.5, -1.5]) == [0, 2, 2, 0, -2])
    }

    private func apply(_ kind: UnaryKernel, _ x: [Float], parameter: Float = 0) throws -> [Float] {
        var out = x
        try Kernels.unary(kind, x, &out, count: x.count, parameter: parameter)
        return out
    }

    @Test func limitsAreThoseOfTheFunctions() throws {
        let infinity = Float.infinity
        #expect(try apply(.exp, [infinity, -infinity, 0, 1000, -1000]) == [infinity, 0, 1, infinity, 0])
        #expect(try apply(.log, [infinity, 0, 1]) == [infinity, -infinity, 0])
        #expect(try apply(.tanh, [infinity, -infinity, 50, 0]) == [1, -1, 1, 0])
        #expect(try apply(.sigmoid, [infinity, -infinity, 0]) == [1, 0, 0.5])
        #expect(try apply(.softplus, [infinity, -infinity]) == [infinity, 0])
        #expect(try apply(.silu, [infinity, 100, 0]) == [infinity, 100, 0])
        #expect(try apply(.normalCDF, [infinity, -infinity]) == [1, 0])
    }

    @Test func notANumberStaysOne() throws {
        let kinds: [UnaryKernel] = [
            .negate, .absolute, .sign, .square, .sqrt, .exp, .log, .sin, .cos, .tanh, .sigmoid, .softplus,
            .relu, .leakyRelu, .elu, .silu, .normalCDF, .floor, .ceiling, .round,
        ]
        for kind in kinds {
            #expect(try apply(kind, [.nan], parameter: 0.5)[0].isNaN, "kernel \(kind.rawValue)")
        }
        #expect(try apply(.log, [-1])[0].isNaN)
        #expect(try apply(.sin, [.infinity])[0].isNaN)
        #expect(try apply(.isNaN, [.nan, 1, .infinity]) == [1, 0, 0])
        #expect(try apply(.isFinite, [.nan, 1, .infinity]) == [0, 1, 0])
    }

    @Test func tinyNumbersAreNotLost() throws {
        let tiny = Float.leastNonzeroMagnitude
        #expect(try abs(apply(.log, [tiny])[0] - Float(log(Double(tiny)))) < 1e-4)
        #expect(try apply(.exp, [-100])[0] == Float(exp(-100.0)))
        #expect(try apply(.square, [tiny]) == [0])
    }
}
