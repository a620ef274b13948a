import Foundation
import Networks
import Tensors
import Testing

@Suite("Measures")
struct MeasureTests {
    private let random = RandomStream(seed: 21)

    @Test("coverage counts modes and samples within three deviations")
    func coverage() throws {
        let modes = Modes(centers: [[0, 0], [4, 0], [0, 4]], deviations: [0.5, 0.5, 1])
        let samples = try Tensor([0, 0, 1.4, 0, 1.6, 0, 4, 1.4, 0, 6.9, 9, 9], [6, 2])
        let coverage = try ModeCoverage(samples, modes: modes)
        #expect(coverage.counts == [2, 1, 1])
        #expect(coverage.covered == 3)
        #expect(abs(coverage.quality - 4.0 / 6) < 1e-12)
    }

    @Test("the earth mover's distance on a line is exact for sets of any size")
    func earthMoverOnALine() throws {
        // scipy.stats.wasserstein_distance gives these values.
        #expect(abs(try earthMover([0, 1, 3], [5, 6, 8]) - 5) < 1e-12)
        #expect(abs(try earthMover([0, 1], [0, 1, 2]) - 0.5) < 1e-12)
        #expect(abs(try earthMover([3.4, 3.9, 7.5, 7.8], [4.5, 1.4]) - 2.7) < 1e-12)
        #expect(try earthMover([1, 2, 3], [3, 1, 2]) == 0)
    }

    @Test("the best pairing in the plane is the one scipy finds")
    func earthMoverInThePlane() throws {
        // scipy.optimize.linear_sum_assignment on scipy.spatial.distance.cdist of the same points.
        let a = try Tensor([0, 0, 1, 0, 0, 1, 2, 2], [4, 2])
        let b = try Tensor([1, 1, 0, 3, 2, 0, 3, 2], [4, 2])
        #expect(abs(try earthMover(a, b) - 1.3535533905932737) < 1e-9)
        // Against every permutation of six points.
        let x = try random.normal([6, 2])
        let y = try random.normal([6, 2])
        let (xs, ys) = (x.floats.map(Double.init), y.floats.map(Double.init))
        func distance(_ i: Int, _ j: Int) -> Double {
            hypot(xs[2 * i] - ys[2 * j], xs[2 * i + 1] - ys[2 * j + 1])
        }
        func best(_ row: Int, _ free: Set<Int>) -> Double {
            row == 6 ? 0 : free.map { distance(row, $0) + best(row + 1, free.subtracting([$0])) }.min() ?? 0
        }
        #expect(abs(try earthMover(x, y) - best(0, Set(0..<6)) / 6) < 1e-9)
    }

    @Test("a shift moves the sliced distance as theory says")
    func sliced() throws {
        let x = try random.normal([500, 2])
        let shifted = try x + Tensor([3, 0], [2])
        // The mean of |cos| over the circle is 2/π.
        #expect(
            abs(try slicedWasserstein(x, shifted, directions: 2000, random: random) - 6 / Double.pi) < 0.06)
        #expect(try slicedWasserstein(x, x, random: random) == 0)
    }

    @Test("KL and JS have scipy's values")
    func divergences() throws {
        // scipy.stats.entropy([0.2, 0.3, 0.5], [0.4, 0.4, 0.2]); JS is at most log 2.
        #expect(abs(try kullbackLeibler([2, 3, 5], [0.4, 0.4, 0.2]) - 0.2332113081) < 1e-9)
        #expect(abs(try jensenShannon([1, 0], [0, 1]) - log(2)) < 1e-12)
        #expect(try kullbackLeibler([1, 1], [1, 0]) == .infinity)
        #expect(try jensenShannon([1, 2, 3], [1, 2, 3]) == 0)
        let near = try GridDivergences(random.normal([5000, 1]), random.normal([5000, 1]), bins: 20)
        let far = try GridDivergences(
            random.normal([5000, 1]), random.normal([5000, 1], mean: 20), bins: 20)
        #expect(near.jensenShannon < 0.01)
        #expect(abs(far.jensenShannon - log(2)) < 1e-9)
        #expect(far.kullbackLeibler == .infinity)
    }

    @Test("the Fréchet distance of two Gaussians is the formula's")
    func frechet() throws {
        // In one dimension (μ₁ − μ₂)² + (σ₁ − σ₂)², from samples with exactly these moments.
        let a = try Tensor([-1, 1], [2, 1])
        let b = try Tensor([1, 7], [2, 1])
        let (s, t) = (2.0.squareRoot(), 18.0.squareRoot())
        #expect(abs(try frechetDistance(a, b) - (16 + (t - s) * (t - s))) < 1e-9)
        let x = try random.normal([400, 5])
        #expect(try frechetDistance(x, x) < 1e-9)
        #expect(abs(try frechetDistance(x, x + 2) - 20) < 1e-4)
        #expect(abs(try frechetDistance(x, x * 3) - frechetDistance(x * 3, x)) < 1e-6)
    }

    @Test("precision sees junk, recall sees what is missing")
    func precisionRecall() throws {
        let ring = try GaussianMixture.ring()
        let real = try ring.sample(400, random)
        let all = try PrecisionRecall(real: real, fake: ring.sample(400, random))
        #expect(all.precision > 0.9 && all.recall > 0.9)
        let one = try GaussianMixture([ring.centers[0]], sigmas: [0.05]).sample(400, random)
        let collapsed = try PrecisionRecall(real: real, fake: one)
        #expect(collapsed.precision > 0.9 && collapsed.recall < 0.3)
        let wide = try PrecisionRecall(real: real, fake: random.uniform([400, 2], low: -3, high: 3))
        #expect(wide.precision < 0.3)
    }

    @Test("a fresh discriminator is at one half for perfect samples and near one for shifted ones")
    func freshDiscriminator() throws {
        let gaussian = try GaussianMixture.gaussian(mean: [0, 0])
        let stream = RandomStream(seed: 4)
        let perfect = try freshAccuracy(on: gaussian, steps: 60, random: random) {
            try gaussian.sample($0, stream)
        }
        let shifted = try freshAccuracy(on: gaussian, steps: 60, random: random) {
            try gaussian.sample($0, stream) + 5
        }
        #expect(abs(perfect - 0.5) < 0.05)
        #expect(shifted > 0.98)
    }

    @Test("a discriminator that says nothing has an accuracy of one half, whatever the sizes")
    func constantDiscriminator() throws {
        let (real, fake) = (
            try Tensor.building([900, 1]) { $0.update(repeating: 0) },
            try Tensor.building([100, 1]) { $0.update(repeating: 0) }
        )
        #expect(try balancedAccuracy(realLogits: real, fakeLogits: fake) == 0.5)
        #expect(try balancedAccuracy(realLogits: real + 0.3, fakeLogits: fake + 0.3) == 0.5)
        #expect(try balancedAccuracy(realLogits: real + 0.3, fakeLogits: fake - 0.1) == 1)
    }

    @Test("numbers that are no distribution are refused, and told of bins")
    func noDistribution() throws {
        // Disjoint samples, of which the numbers taken as weights would give 0.05.
        let far = try random.uniform([300], low: 5, high: 6).floats.map(Double.init)
        let near = try random.uniform([300]).floats.map(Double.init)
        let signed = try random.normal([300]).floats.map(Double.init)
        for (p, q) in [(far, near), (signed, near), (near, [0.5, 0.5])] {
            for divergence in [kullbackLeibler, jensenShannon] as [([Double], [Double]) throws -> Double] {
                let found = mistake { _ = try divergence(p, q) }
                #expect(found?.note.contains("`bins: 50`") == true, "\(found?.note ?? "no mistake")")
            }
        }
        // Probabilities of 32 bits and counts are.
        #expect(try jensenShannon([0.333_333_34, 0.333_333_34, 0.333_333_34], [1, 1, 1]) < 1e-12)
        // numpy: sum(p * log(p / q)) with p = [2, 3, 5] / 10.
        #expect(abs(try kullbackLeibler([2, 3, 5], [4, 4, 2]) - 0.2332113081) < 1e-9)
    }

    @Test("samples keep 64 bits")
    func wideSamples() throws {
        #expect(try earthMover([16_777_217], [16_777_216]) == 1)
        #expect(try earthMover([1e39], [0]) == 1e39)
    }

    @Test("KL of log probabilities is what it promises at a target of 0")
    func divergenceAtZero() throws {
        // torch.nn.functional.kl_div(log p, t, reduction: "none").sum(1) with log p = [-inf, 0] and [log 0.5, log 0.5].
        let logProbabilities = variable(try Tensor([-.infinity, 0, log(0.5), log(0.5)], [2, 2]))
        let targets = try Tensor([0, 1, 0.25, 0.75], [2, 2])
        let divergences = try klDivergences(logProbabilities, targets: targets)
        #expect(divergences.floats[0] == 0)
        #expect(abs(divergences.floats[1] - 0.130_812_04) < 1e-6)
        let slope = try gradients(of: sum(divergences), for: [logProbabilities])[0].floats
        #expect(slope == [0, -1, -0.25, -0.75])
    }
}
