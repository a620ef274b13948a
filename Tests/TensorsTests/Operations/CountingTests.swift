import Tensors
import Testing

/// What is counted, ordered and compared in one place, for tensors, lists and expectations alike.
struct CountingTests {
    @Test func aNumberAtTheEndButForRoundingIsAtTheEnd() throws {
        // Exact fractions: python's fractions.Fraction and math.ceil.
        for (start, end, step, before, through) in [
            (1, 1.3, 0.1, 3, 4), (0, 1, 0.1, 10, 11), (0, 0.3, 0.1, 3, 4), (1, 0, -0.5, 2, 3),
            (0, 1, 0.3, 4, 4),
            (0, 0, 1, 0, 1), (0, -1, 1, 0, 0), (0, 1e6, 0.1, 10_000_000, 10_000_001), (5, 5.5, 1, 1, 1),
        ] as [(Double, Double, Double, Double, Double)] {
            #expect(
                stepCount(from: start, to: end, by: step, isThrough: false) == before,
                "\(start) \(end) \(step)")
            #expect(
                stepCount(from: start, to: end, by: step, isThrough: true) == through,
                "\(start) \(end) \(step)")
        }
        #expect(try arange(1, 1.3, step: 0.1).floats == [1, 1.1, 1.2])
    }

    @Test func nearInfinityIsInfinityOnly() throws {
        // numpy.isclose gives these.
        let infinity = Double.infinity
        for (a, b, isNear) in [
            (1, infinity, false), (infinity, 1, false), (infinity, -infinity, false),
            (infinity, infinity, true),
            (Double.nan, Double.nan, false), (1, 1.000_001, true), (0, -0.0, true), (1e300, -1e300, false),
        ] as [(Double, Double, Bool)] {
            #expect(areClose(a, b, relative: 1e-5, absolute: 1e-8) == isNear, "\(a) \(b)")
            #expect(
                try allClose(Tensor([Float(a)], [1]), Tensor([Float(b)], [1]))
                    == (Float(a) == Float(b) || isNear),
                "\(a) \(b)")
        }
        #expect(try !allClose(Tensor([0.5, 0.7], [2]), log(zeros([2]))))
    }

    @Test func noRangeAndNoDeviationBelowZeroIsDrawnFrom() throws {
        let random = RandomStream(seed: 1)
        for (low, high) in [(2, 1), (0, .nan), (0, .infinity), (-3e38, 3e38)] as [(Float, Float)] {
            #expect(throws: (any Error).self) { try random.uniform([3], low: low, high: high) }
        }
        #expect(throws: (any Error).self) { try random.normal([3], deviation: -1) }
        #expect(throws: (any Error).self) { try random.normal([3], deviation: .nan) }
        #expect(try random.uniform([2], low: 1, high: 1).floats == [1, 1])
        #expect(try random.normal([2], mean: 3, deviation: 0).floats == [3, 3])
    }
}
