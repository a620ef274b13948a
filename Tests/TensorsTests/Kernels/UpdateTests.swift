import CKernels
import Foundation
import Testing

@testable import Tensors

/// Three steps of each rule on a length that leaves a rest, against the formulas in double precision.
struct UpdateTests {
    private let start = (0..<301).map { sinf(Float($0)) }
    private func gradient(_ step: Int) -> [Float] { (0..<301).map { cosf(Float($0 * step)) } }

    private func expectNear(_ found: [Float], _ expected: [Double]) {
        #expect(zip(found, expected).allSatisfy { abs(Double($0) - $1) < 2e-6 })
    }

    @Test(arguments: [(0.0, false), (0.9, false), (0.9, true)])
    func descent(_ momentum: Double, _ nesterov: Bool) {
        var (p, v) = (start, [Float](repeating: 7, count: 301))
        var exact = start.map(Double.init)
        var velocity = [Double](repeating: 0, count: 301)
        for step in 1...3 {
            let options = DescentStep(
                rate: 0.1, momentum: Float(momentum), nesterov: nesterov ? 1 : 0,
                is_first: step == 1 ? 1 : 0)
            Kernels.descentUpdate(&p, gradient: gradient(step), velocity: &v, count: 301, options: options)
            for (i, g) in gradient(step).enumerated() {
                let slope = Double(g)
                velocity[i] = step == 1 ? slope : momentum * velocity[i] + slope
                let along = momentum == 0 ? slope : (nesterov ? slope + momentum * velocity[i] : velocity[i])
                exact[i] -= 0.1 * along
            }
        }
        expectNear(p, exact)
    }

    @Test(arguments: [0, 0.1]) func adam(_ decay: Double) {
        var (p, m, v) = (start, [Float](repeating: 0, count: 301), [Float](repeating: 0, count: 301))
        var exact = start.map(Double.init)
        var (first, second) = ([Double](repeating: 0, count: 301), [Double](repeating: 0, count: 301))
        for step in 1...3 {
            let options = AdamStep(
                rate: 0.01, first_decay: 0.5, second_decay: 0.999, epsilon: 1e-8,
                weight_decay: Float(decay), step: step)
            Kernels.adamUpdate(
                &p, gradient: gradient(step), first: &m, second: &v, count: 301, options: options)
            for (i, g) in gradient(step).enumerated() {
                let slope = Double(g)
                exact[i] *= 1 - 0.01 * decay
                first[i] = 0.5 * first[i] + 0.5 * slope
                second[i] = 0.999 * second[i] + 0.001 * slope * slope
                let mean = first[i] / (1 - pow(0.5, Double(step)))
                let square = second[i] / (1 - pow(0.999, Double(step)))
                exact[i] -= 0.01 * mean / (square.squareRoot() + 1e-8)
            }
        }
        #expect(zip(p, exact).allSatisfy { abs(Double($0) - $1) < 2e-5 })
    }

    @Test func rootMeanSquare() {
        var (p, square) = (start, [Float](repeating: 0, count: 301))
        var exact = start.map(Double.init)
        var mean = [Double](repeating: 0, count: 301)
        for step in 1...3 {
            let options = RootMeanSquareStep(rate: 0.01, smoothing: 0.9, epsilon: 1e-8)
            Kernels.rootMeanSquareUpdate(
                &p, gradient: gradient(step), meanSquare: &square, count: 301, options: options)
            for (i, g) in gradient(step).enumerated() {
                let slope = Double(g)
                mean[i] = 0.9 * mean[i] + 0.1 * slope * slope
                exact[i] -= 0.01 * slope / (mean[i].squareRoot() + 1e-8)
            }
        }
        #expect(zip(p, exact).allSatisfy { abs(Double($0) - $1) < 1e-4 })
    }

    @Test func adagrad() {
        var (p, total) = (start, [Float](repeating: 0.1, count: 301))
        var exact = start.map(Double.init)
        var sums = [Double](repeating: 0.1, count: 301)
        for step in 1...3 {
            let options = AdagradStep(rate: 0.1, epsilon: 1e-10)
            Kernels.adagradUpdate(&p, gradient: gradient(step), total: &total, count: 301, options: options)
            for (i, g) in gradient(step).enumerated() {
                let slope = Double(g)
                sums[i] += slope * slope
                exact[i] -= 0.1 * slope / (sums[i].squareRoot() + 1e-10)
            }
        }
        expectNear(p, exact)
    }
}
