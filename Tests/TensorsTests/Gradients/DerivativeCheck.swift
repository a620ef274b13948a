import Tensors

/// Compares derivatives of a sample with differences.
///
/// The loss is Σ c · (y + y²/2) with random c, so that the gradient that reaches an operation depends on its
/// output and is differentiated too.
struct DerivativeCheck {
    let sample: Sample
    let point: [Tensor]
    private let weights: Tensor
    private let direction: [Tensor]

    init(_ sample: Sample) throws {
        self.sample = sample
        point = try sample.operands()
        let random = RandomStream(seed: 11)
        weights = try random.uniform(sample.call(point).shape, low: 0.5, high: 1.5)
        direction = try point.map { try random.uniform($0.shape, low: -1, high: 1) }
    }

    private var variables: [Int] { point.indices.filter { !sample.constants.contains($0) } }

    /// The loss, summed in double precision.
    private func loss(at operands: [Tensor]) throws -> Double {
        let output = try sample.call(operands).floats
        return zip(output, weights.floats).reduce(0) { total, pair in
            let (y, c) = (Double(pair.0), Double(pair.1))
            return total + c * (y + y * y / 2)
        }
    }

    private func recordedLoss(_ operands: [Tensor]) throws -> Tensor {
        let output = try sample.call(operands)
        return try sum(weights * (output + square(output) * 0.5))
    }

    func gradients(at operands: [Tensor], differentiable: Bool) throws -> [Tensor] {
        let leaves = operands.indices.map { variables.contains($0) ? variable(operands[$0]) : operands[$0] }
        return try Tensors.gradients(
            of: recordedLoss(leaves), for: variables.map { leaves[$0] }, differentiable: differentiable)
    }

    /// (f(x - 2h) - 8 f(x - h) + 8 f(x + h) - f(x + 2h)) / 12h.
    private func difference(_ step: Double, _ f: (Double) throws -> [Double]) throws -> [Double] {
        let values = try [-2.0, -1, 1, 2].map { try f($0 * step) }
        return values[0].indices.map {
            (values[0][$0] - 8 * values[1][$0] + 8 * values[2][$0] - values[3][$0]) / (12 * step)
        }
    }

    /// Each element of each operand moved by itself.
    func firstGradientError() throws -> Double {
        let found = try gradients(at: point, differentiable: false)
        let step = self.step
        var expected: [Double] = []
        for operand in variables {
            let values = point[operand].floats
            for place in values.indices {
                expected += try difference(step) { shift in
                    var moved = values
                    moved[place] += Float(shift)
                    var operands = point
                    operands[operand] = try Tensor(moved, point[operand].shape)
                    return [try loss(at: operands)]
                }
            }
        }
        return relativeError(try joined(found), expected)
    }

    /// The second derivative along a direction, against differences of the first gradient.
    func secondGradientError() throws -> Double {
        let leaves = point.indices.map { variables.contains($0) ? variable(point[$0]) : point[$0] }
        let wanted = variables.map { leaves[$0] }
        let first = try Tensors.gradients(of: recordedLoss(leaves), for: wanted, differentiable: true)
        var along = Tensor(0)
        for (operand, gradient) in zip(variables, first) {
            along = try along + sum(gradient * direction[operand])
        }
        let found = try Tensors.gradients(of: along, for: wanted)
        let expected = try difference(step) { shift in
            let operands = try point.indices.map { index in
                variables.contains(index) ? try point[index] + direction[index] * Float(shift) : point[index]
            }
            return try joined(gradients(at: operands, differentiable: false)).floats.map(Double.init)
        }
        return relativeError(try joined(found), expected)
    }

    private func joined(_ tensors: [Tensor]) throws -> Tensor {
        try concatenate(tensors.map { try reshape($0, [$0.count]) })
    }

    /// A power of two, so that operands move by it exactly, within which no two elements meet and none
    /// meets 0.
    private var step: Double {
        let count = sample.shapes.reduce(0) { $0 + $1.count }
        let gap = (sample.range.upperBound - sample.range.lowerBound) / Double(count + 1)
        var step = 1.0 / 64
        while step > gap / 5 { step /= 2 }
        return step
    }
}
