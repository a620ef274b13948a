import Tensors
import Testing

/// Every operation at the values where formulas break. What is checked of one is checked of each that a sample
/// names, and every operation of the catalog has one.
@Suite struct AwkwardValueTests {
    private static let all: [Float] = [
        0, 1, -1, -0.0, 2, 2, -2.5, .infinity, 0.5, 1e-30, .nan, 3e38, -1e-30, 3, -.infinity, -1e30,
        .leastNonzeroMagnitude,
    ]

    /// Operands that are filled from a list of values, each time from another place on.
    private func operands(of sample: Sample, from values: [Float], round: Int) throws -> [Tensor] {
        var next = round
        return try sample.shapes.map { shape in
            try Tensor(
                (0..<shape.count).map { _ in
                    next += 1
                    return values[next % values.count]
                }, shape)
        }
    }

    @Test func recordedValuesAreThePlainOnesBitForBit() throws {
        for sample in CatalogTests.samples {
            for round in Self.all.indices {
                let operands = try operands(of: sample, from: Self.all, round: round)
                let plain = Outcome { try sample.call(operands) }
                let count = operands.count
                // Each way to record some of three operands; of more, one at a time and all of them.
                for recorded in 1..<(1 << count) where count <= 3 || recorded.nonzeroBitCount % count < 2 {
                    let leaves = operands.indices.map {
                        recorded >> $0 & 1 == 1 ? variable(operands[$0]) : operands[$0]
                    }
                    let outcome = Outcome { try sample.call(leaves) }
                    #expect(outcome == plain, "\(sample) of \(operands.map(\.floats)), recorded \(recorded)")
                    let paused = withoutGradients { Outcome { try sample.call(leaves) } }
                    // The samples of what a backward pass runs ask for gradients, which nothing records here.
                    if paused.isUnrecorded { continue }
                    #expect(paused == plain, "\(sample) of \(operands.map(\.floats)), paused")
                }
            }
        }
    }

    /// Where a function has slopes on both sides, which at a tie or at 0 may differ, its gradient lies between
    /// them. Where differences do not settle it has none there.
    @Test func gradientsLieBetweenTheSlopesOfBothSides() throws {
        let points: [[Float]] = [
            [0], [1], [-0.0, 0], [2, 2, -1], [0, 1, -1, 0.5], [1e-30, 0, 1], [-2.5, -2.5, 3, 0],
            [1, 2, 0, 0, 0.5],
        ]
        // What is picked by its order gives its whole gradient to one of several equals, which is a slope of all of them
        // moved together, not of one.
        let picked = ["sort", "median", "quantile"]
        for sample in CatalogTests.samples where !picked.contains(where: { "\(sample)".hasPrefix($0) }) {
            for point in points {
                try checkSlopes(of: sample, at: operands(of: sample, from: point, round: 0))
            }
        }
    }

    private func checkSlopes(of sample: Sample, at point: [Tensor]) throws {
        let value = try sample.call(point)
        guard value.floats.allSatisfy(\.isFinite) else { return }
        let weights = (0..<value.count).map { 0.5 + Double($0 * 37 % 11) / 8 }
        func loss(_ operands: [Tensor]) throws -> Double {
            zip(try sample.call(operands).floats, weights).reduce(0) { $0 + Double($1.0) * $1.1 }
        }
        let here = try loss(point)
        let leaves = point.indices.map { sample.constants.contains($0) ? point[$0] : variable(point[$0]) }
        let wanted = leaves.indices.filter { !sample.constants.contains($0) }
        let total = try sum(sample.call(leaves) * Tensor(weights.map(Float.init), value.shape))
        for isDifferentiable in [false, true] {
            let found = try gradients(
                of: total, for: wanted.map { leaves[$0] }, differentiable: isDifferentiable)
            for (operand, gradient) in zip(wanted, found) {
                for place in 0..<point[operand].count {
                    func slope(_ step: Double) throws -> Double {
                        var values = point[operand].floats
                        values[place] += Float(step)
                        var moved = point
                        moved[operand] = try Tensor(values, point[operand].shape)
                        return (try loss(moved) - here) / step
                    }
                    guard let left = try settled(slope, -1), let right = try settled(slope, 1) else {
                        continue
                    }
                    let slack = 0.05 * (1 + Swift.max(left.magnitude, right.magnitude))
                    let range = (Swift.min(left, right) - slack)...(Swift.max(left, right) + slack)
                    #expect(
                        range.contains(Double(gradient.floats[place])),
                        "\(sample) at \(point.map(\.floats)): \(gradient.floats[place]) is not in \(range)")
                }
            }
        }
    }

    /// The slope to one side, if smaller steps find nearly the same.
    private func settled(_ slope: (Double) throws -> Double, _ sign: Double) throws -> Double? {
        let (wide, near) = (try slope(sign / 128), try slope(sign / 512))
        guard near.isFinite, (wide - near).magnitude <= 0.1 * (1 + near.magnitude) else { return nil }
        return near
    }
}

/// What a call gave: a shape and bits, where one NaN is as good as another; or its mistake.
private struct Outcome: Equatable {
    private let text: String
    private let bits: [UInt32]

    /// Whether it is the mistake that a gradient was asked for of what is not recorded.
    var isUnrecorded: Bool { bits.isEmpty && text.contains("is not recorded") }

    init(_ call: () throws -> Tensor) {
        do {
            let tensor = try call()
            text = "\(tensor.shape)"
            bits = tensor.floats.map { $0.isNaN ? .max : $0.bitPattern }
        } catch {
            text = "\(error)"
            bits = []
        }
    }
}
