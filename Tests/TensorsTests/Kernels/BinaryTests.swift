import CKernels
import Foundation
import Testing

@testable import Tensors

struct BinaryTests {
    private let a: [Float] = [1, -2, 3.5, 0, 7, -0.25, 2, 9, 1e10, 5]
    private let b: [Float] = [2, 3, 3.5, -1, 0.5, 4, -2, 3, 1e-10, 5]

    private func apply(_ kind: BinaryKernel, parameter: Float = 0) throws -> [Float] {
        var out = a
        try Kernels.binary(kind, a, b, &out, count: a.count, parameter: parameter)
        return out
    }

    private static func exact(_ kind: BinaryKernel, _ p: Float, _ q: Float) -> Float? {
        let yes: Float = 1
        let no: Float = 0
        switch kind {
        case .add: return p + q
        case .subtract: return p - q
        case .multiply: return p * q
        case .divide: return p / q
        case .weigh: return q == 0 ? no : p * q
        case .maximum: return p > q ? p : q
        case .minimum: return p < q ? p : q
        case .equal: return p == q ? yes : no
        case .notEqual: return p != q ? yes : no
        case .less: return p < q ? yes : no
        case .lessEqual: return p <= q ? yes : no
        case .greater: return p > q ? yes : no
        case .greaterEqual: return p >= q ? yes : no
        case .reluBackward: return q > 0 ? p : no
        case .leakyReluBackward: return q > 0 ? p : p * 0.5
        case .tanhBackward: return p * (yes - q * q)
        case .sigmoidBackward: return p * (q * (yes - q))
        case .eluBackward: return q > 0 ? p : p * (q + 0.5)
        case .power: return nil
        }
    }

    @Test func eachKernelDoesItsArithmetic() throws {
        for kind in (0...BinaryKernel.eluBackward.rawValue).compactMap({ BinaryKernel(rawValue: $0) })
        where Self.exact(kind, 1, 1) != nil {
            try expectArithmetic(kind) { Self.exact(kind, $0, $1) ?? .nan }
        }
    }

    private func expectArithmetic(_ kind: BinaryKernel, _ exact: (Float, Float) -> Float) throws {
        let found = try apply(kind, parameter: 0.5)
        #expect(found == zip(a, b).map(exact))
        // Operands that stand still, and both at once in a general walk.
        var out = a
        try Kernels.binary(kind, a, scalar: 3.5, &out, count: a.count, parameter: 0.5)
        #expect(out == a.map { exact($0, 3.5) })
        try Kernels.binary(kind, scalar: 3.5, b, &out, count: a.count, parameter: 0.5)
        #expect(out == b.map { exact(3.5, $0) })
        var five = [Float](repeating: 0, count: 5)
        kernel_binary(kind, a, 2, b, 2, &five, 5, 0.5)
        #expect(five == (0..<5).map { exact(a[2 * $0], b[2 * $0]) })
    }

    @Test func powersAreThoseOfC() throws {
        let bases: [Float] = [
            0, -0.0, 1, -1, 2, -2, 0.5, -0.5, 3.7, -3.7, Float.leastNonzeroMagnitude * 5000, .infinity,
            -.infinity, 1e20,
        ]
        let exponents: [Float] = [0, 1, 2, 3, -1, -2, -3, 0.5, -0.5, 2.5, 10, 33, 1e9, 0.001]
        for x in bases {
            for y in exponents {
                var found: Float = 0
                try Kernels.binary(.power, [x], [y], &found, count: 1)
                let expected = powf(x, y)
                let agrees =
                    expected.isNaN
                    ? found.isNaN : found == expected || abs(found - expected) <= 2 * expected.ulp
                #expect(agrees, "\(x) to the power of \(y) is \(expected), not \(found)")
            }
        }
    }

    @Test func extremesOfNaNAreNaN() throws {
        for kind in [BinaryKernel.maximum, .minimum] {
            var out: [Float] = [0, 0]
            try Kernels.binary(kind, [.nan, 1], [1, .nan], &out, count: 2)
            #expect(out.allSatisfy { $0.isNaN })
        }
    }

    @Test func aWeightOfZeroLeavesNothingOfWhatHasNoNumber() throws {
        var out = [Float](repeating: 1, count: 4)
        try Kernels.binary(.weigh, [.infinity, .nan, .infinity, .nan], [0, -0.0, 2, 1], &out, count: 4)
        #expect(out[0] == 0 && out[1] == 0 && out[2] == .infinity && out[3].isNaN)
    }

    @Test func stridesRepeatAndTranspose() throws {
        // a [2, 1, 3] + b [4, 1], b transposed from [1, 4].
        let a: [Float] = [1, 2, 3, 4, 5, 6]
        let b: [Float] = [10, 20, 30, 40]
        var out = [Float](repeating: 0, count: 24)
        try Kernels.broadcast(.add, a, strides: [3, 0, 1], b, strides: [0, 1, 0], &out, sizes: [2, 4, 3])
        var expected: [Float] = []
        for i in 0..<2 { for j in 0..<4 { for k in 0..<3 { expected.append(a[i * 3 + k] + b[j]) } } }
        #expect(out == expected)
    }

    @Test func largeArraysAreCutWithoutSeams() throws {
        let count = 300_001
        let x = (0..<count).map { Float($0 % 1000) }
        let y = (0..<count).map { Float($0 % 77) }
        var out = [Float](repeating: -1, count: count)
        try Kernels.binary(.multiply, x, y, &out, count: count)
        #expect(out.indices.allSatisfy { out[$0] == x[$0] * y[$0] })
        try Kernels.broadcast(.subtract, x, strides: [1], y, strides: [0], &out, sizes: [count])
        #expect(out == x)
    }

    @Test func choosingTakesEitherSide() throws {
        var out: [Float] = [0, 0, 0]
        try Kernels.select([1, 0, .nan], [1, 2, 3], step: 1, [4, 5, 6], step: 1, &out, count: 3)
        #expect(out == [1, 5, 3])
    }

    @Test func clampingKeepsNaN() throws {
        var out: [Float] = [0, 0, 0, 0]
        try Kernels.clamp([-2, 0.5, 9, .nan], lower: -1, upper: 1, &out, count: 4)
        #expect(out[..<3] == [-1, 0.5, 1])
        #expect(out[3].isNaN)
    }

    @Test(arguments: [nil, UnaryKernel.relu, .leakyRelu, .tanh, .sigmoid, .softplus])
    func epilogueIsBiasThenActivation(_ activation: UnaryKernel?) throws {
        let x = (0..<35).map { Float($0) / 7 - 2.5 }
        let bias: [Float] = [0.1, -0.2, 0.3, -0.4, 0.5]
        var fused = x
        try Kernels.denseEpilogue(
            &fused, bias: bias, rows: 7, columns: 5, activation: activation, parameter: 0.2)
        var plain = x.indices.map { x[$0] + bias[$0 % 5] }
        let before = plain
        if let activation { try Kernels.unary(activation, before, &plain, count: 35, parameter: 0.2) }
        #expect(fused == plain)
        var unbiased = x
        try Kernels.denseEpilogue(
            &unbiased, bias: nil, rows: 7, columns: 5, activation: activation, parameter: 0.2)
        var expected = x
        if let activation { try Kernels.unary(activation, x, &expected, count: 35, parameter: 0.2) }
        #expect(unbiased == expected)
    }
}
