import CKernels
import Foundation
import Testing
import Text

@testable import Tensors

struct RandomTests {
    private func uniform(
        _ stream: RandomStream, _ count: Int, low: Float = 0, high: Float = 1
    ) throws -> [Float] {
        try [Float](unsafeUninitializedCapacity: count) { memory, size in
            try stream.fillUniform(
                UnsafeMutableBufferPointer(rebasing: memory[..<count]), low: low, high: high)
            size = count
        }
    }

    private func normal(
        _ stream: RandomStream, _ count: Int, mean: Float = 0, deviation: Float = 1
    ) throws -> [Float] {
        try [Float](unsafeUninitializedCapacity: count) { memory, size in
            try stream.fillNormal(
                UnsafeMutableBufferPointer(rebasing: memory[..<count]), mean: mean, deviation: deviation)
            size = count
        }
    }

    private func moments(_ x: [Float]) -> (mean: Double, variance: Double, third: Double, fourth: Double) {
        let n = Double(x.count)
        let mean = x.reduce(0.0) { $0 + Double($1) } / n
        func central(_ power: Double) -> Double { x.reduce(0.0) { $0 + pow(Double($1) - mean, power) } / n }
        let variance = central(2)
        return (mean, variance, central(3) / pow(variance, 1.5), central(4) / (variance * variance))
    }

    private func chiSquare(_ counts: [Double], expected: Double) -> Double {
        var sum = 0.0
        for count in counts { sum += (count - expected) * (count - expected) / expected }
        return sum
    }

    /// The correlation of a sequence with itself, so many places on.
    private func correlation(_ x: [Float], lag: Int) -> Double {
        let (mean, variance, _, _) = moments(x)
        let pairs = x.count - lag
        var product = 0.0
        for i in 0..<pairs { product += (Double(x[i]) - mean) * (Double(x[i + lag]) - mean) }
        return product / (Double(pairs) * variance)
    }

    @Test func blocksAreThoseOfThePublishedGenerator() {
        // The known answer of Random123 for counter 0 and key 0.
        var words = [UInt32](repeating: 0, count: 4)
        kernel_random_words(0, 0, &words, 1)
        #expect(words == [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8])
    }

    @Test func theFirstNumbersOfASeedNeverChange() throws {
        #expect(try uniform(RandomStream(seed: 42), 3).map(\.bitPattern) == Self.uniformOf42)
        #expect(try normal(RandomStream(seed: 42), 3).map(\.bitPattern) == Self.normalOf42)
    }

    private static let uniformOf42: [UInt32] = [1_059_182_500, 1_048_972_644, 1_044_846_080]
    private static let normalOf42: [UInt32] = [1_059_062_610, 1_060_748_687, 3_217_587_035]

    @Test func uniformNumbersFillTheirRange() throws {
        let x = try uniform(RandomStream(seed: 1), 400_000)
        let m = moments(x)
        #expect(abs(m.mean - 0.5) < 0.002)
        #expect(abs(m.variance - 1.0 / 12) < 0.0005)
        #expect(abs(m.fourth - 1.8) < 0.01)
        #expect(x.allSatisfy { $0 >= 0 && $0 < 1 })
        let (least, most) = (x.min() ?? 1, x.max() ?? 0)
        #expect(least < 1e-4)
        #expect(most > 0.9999)
        // A hundred bins: the statistic has 99 degrees of freedom, and is above 149 once in a thousand.
        var bins = [Double](repeating: 0, count: 100)
        for value in x { bins[Int(value * 100)] += 1 }
        #expect(chiSquare(bins, expected: 4000) < 149)
    }

    @Test func uniformNumbersStayBelowTheirBound() throws {
        let x = try uniform(RandomStream(seed: 2), 100_000, low: 1, high: 1.0001)
        #expect(x.allSatisfy { $0 >= 1 && $0 < 1.0001 })
        let y = try uniform(RandomStream(seed: 3), 100_000, low: -3, high: 5)
        #expect(abs(moments(y).mean - 1) < 0.03)
    }

    @Test func normalNumbersHaveTheirMoments() throws {
        let m = try moments(normal(RandomStream(seed: 4), 400_000))
        #expect(abs(m.mean) < 0.008)
        #expect(abs(m.variance - 1) < 0.01)
        #expect(abs(m.third) < 0.02)
        #expect(abs(m.fourth - 3) < 0.05)
        let scaled = try moments(normal(RandomStream(seed: 5), 100_000, mean: 7, deviation: 0.5))
        #expect(abs(scaled.mean - 7) < 0.01)
        #expect(abs(scaled.variance - 0.25) < 0.01)
    }

    @Test func normalNumbersFollowTheirDistribution() throws {
        // Kolmogorov and Smirnov's distance is above 1.95 / sqrt(n) once in a thousand.
        let x = try normal(RandomStream(seed: 6), 100_000).sorted()
        let n = Double(x.count)
        var distance = 0.0
        for (place, value) in x.enumerated() {
            let expected = 0.5 * erfc(-Double(value) / 2.0.squareRoot())
            distance = max(distance, abs(expected - (Double(place) + 0.5) / n))
        }
        #expect(distance < 1.95 / n.squareRoot())
    }

    @Test(arguments: [1, 2, 3, 4, 5, 256]) func neighborsAreNotCorrelated(_ lag: Int) throws {
        #expect(try abs(correlation(uniform(RandomStream(seed: 7), 200_000), lag: lag)) < 0.009)
        #expect(try abs(correlation(normal(RandomStream(seed: 7), 200_000), lag: lag)) < 0.009)
    }

    @Test func streamsOfDifferentSeedsAndLabelsAreNotCorrelated() throws {
        let stream = RandomStream(seed: 8)
        let x = try normal(stream.split("noise"), 100_000)
        for y in [
            try normal(stream.split("data"), 100_000), try normal(RandomStream(seed: 9), 100_000),
            try normal(stream, 100_000),
        ] {
            let product = zip(x, y).reduce(0.0) { $0 + Double($1.0) * Double($1.1) } / 100_000
            #expect(abs(product) < 0.013)
        }
        #expect(try normal(stream.split("noise"), 100) == Array(x[..<100]))
    }

    @Test func bitsDoNotDependOnTheNumberOfThreads() throws {
        let before = Machine.threads
        defer { Machine.threads = before }
        let results = try [1, 2, 4].map { threads -> [Float] in
            Machine.threads = threads
            return try normal(RandomStream(seed: 10), 70_001) + uniform(RandomStream(seed: 10), 70_001)
        }
        #expect(results[0] == results[1])
        #expect(results[0] == results[2])
    }

    @Test func aSavedStateGoesOnWhereItWas() throws {
        let stream = RandomStream(seed: 11)
        _ = try normal(stream, 13)
        let saved = stream.state
        let first = try normal(stream, 50) + uniform(stream, 7)
        let order = try stream.permutation(20)
        stream.state = saved
        #expect(try normal(stream, 50) + uniform(stream, 7) == first)
        let again = try stream.permutation(20)
        #expect(again == order)
        #expect(try normal(RandomStream(saved), 50) == Array(first[..<50]))
    }

    @Test func integersAreEquallyLikely() throws {
        let x = try RandomStream(seed: 12).integers(count: 70_000, in: -3..<4)
        var counts = [Int: Double]()
        for value in x { counts[value, default: 0] += 1 }
        #expect(Set(counts.keys) == Set(-3..<4))
        // Six degrees of freedom: above 22.5 once in a thousand.
        #expect(chiSquare(Array(counts.values), expected: 10_000) < 22.5)
        #expect(try RandomStream(seed: 12).integers(count: 2, in: 0..<1) == [0, 0])
    }

    @Test func permutationsHoldEachNumberOnce() throws {
        let stream = RandomStream(seed: 13)
        #expect(try stream.permutation(1000).sorted() == Array(0..<1000))
        #expect(try stream.permutation(0) == [])
        #expect(try stream.permutation(1) == [0])
        // All six orders of three, each as likely: five degrees of freedom.
        var counts = [[Int]: Double]()
        for _ in 0..<6000 { counts[try stream.permutation(3), default: 0] += 1 }
        #expect(counts.count == 6)
        #expect(chiSquare(Array(counts.values), expected: 1000) < 20.5)
    }

    @Test func choicesFollowTheirWeights() throws {
        let x = try RandomStream(seed: 14).choice(4, weights: [1, 0, 2, 5], count: 80_000)
        let counts = (0..<4).map { value in Double(x.count { $0 == value }) }
        #expect(counts[1] == 0)
        #expect(
            abs(counts[0] - 10_000) < 400 && abs(counts[2] - 20_000) < 500 && abs(counts[3] - 50_000) < 600)
        #expect(try RandomStream(seed: 15).choice(3, count: 100).allSatisfy { (0..<3).contains($0) })
    }

    @Test func weightsThatMakeNoSenseAreAnError() throws {
        let stream = RandomStream(seed: 16)
        #expect(
            throws: Mistake(
                construct: "choice", problem: "a weight must be a number of at least 0",
                note: "weight 1 is -1.0")
        ) { try stream.choice(2, weights: [1, -1], count: 1) }
        #expect(throws: Mistake.self) { try stream.choice(2, weights: [0, 0], count: 1) }
        #expect(throws: Mistake.self) { try stream.choice(2, weights: [1, 1, 1], count: 1) }
        #expect(throws: Mistake.self) { try stream.choice(2, weights: [1, .nan], count: 1) }
        #expect(throws: Mistake.self) { try stream.choice(0, count: 1) }
    }
}
