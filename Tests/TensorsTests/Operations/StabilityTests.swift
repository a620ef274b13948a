import Foundation
import Testing

@testable import Tensors

/// Far out, where the obvious formulas overflow or lose everything.
struct StabilityTests {
    private let far: [Float] = [-1000, -100, -20, 0, 20, 100, 1000]

    @Test func softplusIsExactFarOut() throws {
        let x = variable(try Tensor(far, [7]))
        let y = try softplus(x)
        let expected = far.map { Double($0) }.map { $0 > 30 ? $0 : Foundation.log1p(Foundation.exp($0)) }
        for (found, value) in zip(y.floats, expected) {
            #expect((Double(found) - value).magnitude <= 1e-6 * value.magnitude + 1e-38)
        }
        let slope = try gradients(of: sum(y), for: [x])[0].floats
        for (found, x) in zip(slope, far) {
            let value = 1 / (1 + Foundation.exp(-Double(x)))
            #expect((Double(found) - value).magnitude <= 1e-6 * value + 1e-38)
        }
    }

    @Test func logSumExpNeitherOverflowsNorVanishes() throws {
        let x = try Tensor([1000, 999, -1000, -1001], [2, 2])
        let y = try logSumExp(x, axis: 1).floats
        #expect((y[0] - 1000.313_3).magnitude < 1e-3)
        #expect((y[1] + 999.686_7).magnitude < 1e-3)
        #expect(try logSumExp(Tensor([-.infinity, 0], [2])).item == 0)
        #expect(try softmax(x, axis: 1).floats.allSatisfy { $0.isFinite })
    }

    @Test func crossEntropyOfASureClassifierIsFiniteAndExact() throws {
        for (logit, target, expected) in [
            (1000.0, 1.0, 0.0), (1000, 0, 1000), (-1000, 0, 0), (-1000, 1, 1000), (1000, 0.5, 500),
            (20, 1, 2.061_153_6e-9), (-20, 0, 2.061_153_6e-9),
        ] as [(Double, Double, Double)] {
            let x = variable(try Tensor([Float(logit)], [1]))
            let loss = try binaryCrossEntropyWithLogits(x, targets: Tensor([Float(target)], [1]))
            #expect((Double(loss.item) - expected).magnitude <= 1e-6 * expected, "\(logit) \(target)")
            let slope = try gradients(of: loss, for: [x])[0].item
            let sigma = 1 / (1 + Foundation.exp(-logit))
            #expect((Double(slope) - (sigma - target)).magnitude <= 1e-6)
        }
    }

    @Test func aBatchOfOneTargetIsTheTargetOfAll() throws {
        let x = try Tensor([1, -2, 0.5], [3, 1])
        for target in [Float(0), 1, 0.9] {
            let one = try binaryCrossEntropyWithLogits(x, targets: Tensor(target)).item
            let all = try binaryCrossEntropyWithLogits(x, targets: full([3], target)).item
            #expect((one - all).magnitude < 1e-6)
        }
    }

    @Test func theNormHasAGradientAtZero() throws {
        let x = variable(try Tensor([0, 0, 3, 4], [2, 2]))
        let lengths = try norm(x, axis: 1)
        #expect(lengths.floats == [0, 5])
        let slope = try gradients(of: sum(lengths), for: [x], differentiable: true)[0]
        for (a, b) in zip(slope.floats, [0, 0, 0.6, 0.8] as [Float]) { #expect((a - b).magnitude < 1e-6) }
        let second = try gradients(of: sum(square(slope)), for: [x])[0]
        #expect(second.floats.allSatisfy { $0.isFinite })
    }

    @Test func whatWhereDoesNotChooseGivesNoNaN() throws {
        let x = variable(try Tensor([0, 4], [2]))
        let safe = try `where`(greater(x, Tensor(0)), sqrt(x), Tensor(0))
        // The root's own slope at 0 is infinite; 0 · ∞ must not come back through the choice.
        let first = try gradients(of: sum(safe), for: [x])[0].floats
        #expect(first[1] == 0.25)
        let clamped = try clamp(x, lower: 1)
        #expect(try gradients(of: sum(clamped), for: [x])[0].floats == [0, 1])
    }

    @Test func kinksHaveTheFieldsSubgradients() throws {
        let x = variable(Tensor(0))
        #expect(try gradients(of: relu(x), for: [x])[0].item == 0)
        #expect(try gradients(of: abs(x), for: [x])[0].item == 0)
        #expect(try gradients(of: leakyRelu(x, slope: 0.2), for: [x])[0].item == 0.2)
        #expect(try gradients(of: maximum(x, Tensor(0)), for: [x])[0].item == 0.5)
        let tied = variable(try Tensor([2, 1, 2], [3]))
        #expect(try gradients(of: max(tied), for: [tied])[0].floats == [0.5, 0, 0.5])
    }

    @Test func powersOfZeroAndOfNegativeNumbersHaveGradients() throws {
        // torch.pow, 2.5: values and both gradients, but for its NaN where a base below 0 moves its exponent.
        let base = variable(try Tensor([-3, 2, 0, 0, 0, -1], [6]))
        let exponent = variable(try Tensor([2, 3, 0, 1, 2, -3], [6]))
        let y = try power(base, exponent: exponent)
        #expect(y.floats == [9, 8, 1, 0, 0, -1])
        let slopes = try gradients(of: sum(y), for: [base, exponent])
        #expect(slopes[0].floats == [-6, 12, 0, 1, 0, -3])
        let found = slopes[1].floats
        #expect(found[0].isNaN && found[5].isNaN)
        #expect((found[1] - 5.545_177_5).magnitude < 1e-5)
        #expect(found[2...4].allSatisfy { $0 == 0 })
    }

    @Test func lengthsDoNotOverflowWhereTheirSquaresDo() throws {
        // numpy.linalg.norm and numpy.std in float64.
        for (values, length, deviation) in [
            ([1e30, 1e30], 1.414_213_6e30, 0), ([1e-30, 1e-30], 1.414_213_6e-30, 0),
            ([1e25, -1e25], 1.414_213_6e25, 1e25),
        ] as [([Float], Float, Float)] {
            for shape: Shape in [[2], [1, 2], [2, 1]] {
                let x = variable(try Tensor(values, shape))
                #expect((try norm(x).item - length).magnitude <= length.ulp)
                #expect(try standardDeviation(x).item == deviation)
                let axis = shape.rank == 2 && shape[0] == 2 ? 0 : -1
                #expect((try norm(x, axis: axis).item - length).magnitude <= length.ulp)
                let slope = try gradients(of: norm(x), for: [x])[0].floats
                for (a, b) in zip(slope, values) { #expect((a - b / length).magnitude < 1e-6) }
            }
        }
    }

    @Test func theDeviationOfEqualNumbersHasAGradient() throws {
        // torch gives 0 too, since its issue 4320.
        let x = variable(try Tensor([1, 2, 4, 3, 3, 3], [2, 3]))
        let slope = try gradients(of: sum(standardDeviation(x, axis: 1)), for: [x])[0].floats
        #expect(slope[3...] == [0, 0, 0])
        #expect(slope[..<3].allSatisfy { $0.isFinite && $0 != 0 })
        let same = variable(try full([3], 2))
        for unbiased in [false, true] {
            let deviation = try standardDeviation(same, unbiased: unbiased)
            #expect(try gradients(of: deviation, for: [same])[0].floats == [0, 0, 0])
        }
    }

    @Test func infiniteLogitsShareTheWholeSum() throws {
        let row = variable(try Tensor([.infinity, 1, .infinity, -.infinity], [1, 4]))
        #expect(try softmax(row, axis: 1).floats == [0.5, 0, 0.5, 0])
        #expect(try logSumExp(row).item == .infinity)
        #expect(try gradients(of: logSumExp(row), for: [row])[0].floats == [0.5, 0, 0.5, 0])
        let sure = variable(try Tensor([.infinity, 1], [1, 2]))
        #expect(try logSoftmax(sure, axis: 1).floats == [0, -.infinity])
        for (label, loss, slope) in [(0, 0, [0, 0]), (1, .infinity, [1, -1])] as [(Int, Float, [Float])] {
            let found = try softmaxCrossEntropy(sure, labels: [label])
            #expect(found.item == loss)
            #expect(try gradients(of: found, for: [sure])[0].floats == slope)
        }
        #expect(try softmax(Tensor([-.infinity, -.infinity], [2])).floats.allSatisfy(\.isNaN))
    }

    @Test func aLogitOfInfinityCostsNothingWhereItsTargetSaysTheSame() throws {
        let x = variable(try Tensor([.infinity, -.infinity, 1000], [3]))
        let loss = try binaryCrossEntropyWithLogits(x, targets: Tensor([1, 0, 1], [3]))
        #expect(loss.item == 0)
        #expect(try gradients(of: loss, for: [x])[0].floats == [0, 0, 0])
        #expect(try binaryCrossEntropyWithLogits(x, targets: Tensor([0, 0, 1], [3])).item == .infinity)
    }

    @Test func aNaNThatWinsTakesTheGradient() throws {
        // torch: [0, 1, 0].
        let x = variable(try Tensor([1, .nan, 3], [3]))
        #expect(try gradients(of: max(x), for: [x])[0].floats == [0, 1, 0])
        #expect(try gradients(of: min(x), for: [x])[0].floats == [0, 1, 0])
        let y = variable(try Tensor([2, 2, .nan], [3]))
        for winner in [maximum, minimum] {
            let slopes = try gradients(of: sum(winner(x, y)), for: [x, y])
            let first = try gradients(of: sum(winner(y, x)), for: [y, x])
            #expect(slopes[0].floats[1] == 1 && slopes[1].floats[1] == 0)
            #expect(slopes[0].floats[2] == 0 && slopes[1].floats[2] == 1)
            #expect(first.map(\.floats) == slopes.reversed().map(\.floats))
        }
    }
}
