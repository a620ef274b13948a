import Testing

@testable import Tensors

/// The same bits for the same seed at every number of threads.
@Suite(.serialized) struct ReproducibilityTests {
    private func bits(threads: Int, _ train: () throws -> [Parameter]) throws -> [[UInt32]] {
        let before = Machine.threads
        defer { Machine.threads = before }
        Machine.threads = threads
        return try train().map { $0.value.floats.map(\.bitPattern) }
    }

    private func expectSameBits(_ train: () throws -> [Parameter]) throws {
        let one = try bits(threads: 1, train)
        #expect(one.allSatisfy { $0.allSatisfy { Float(bitPattern: $0).isFinite } })
        for threads in [2, 4] { #expect(try bits(threads: threads, train) == one, "\(threads) threads") }
    }

    @Test func twoHundredStepsOfTwoDuellingNetworks() throws {
        try expectSameBits {
            let random = RandomStream(seed: 5)
            let (g, d) = try (layers([8, 128, 2], random), layers([2, 128, 1], random))
            let moments = try (g + d).map {
                try (Buffer.zeros(count: $0.count), Buffer.zeros(count: $0.count))
            }
            for step in 1...200 {
                let fake = try score(g.map(\.constant), random.normal([256, 8]))
                let weights = d.map(\.value)
                let real = try score(weights, random.normal([256, 2], mean: 1))
                let loss = try mean(softplus(negate(real))) + mean(softplus(score(weights, fake)))
                try update(d, gradients(of: loss, for: weights), moments[g.count...], step)
                let own = g.map(\.value)
                let judged = try score(d.map(\.constant), score(own, random.normal([256, 8])))
                let forged = try mean(softplus(negate(judged)))
                try update(g, gradients(of: forged, for: own), moments[..<g.count], step)
            }
            return g + d
        }
    }

    @Test func stepsOfAConvolutionalNetwork() throws {
        try expectSameBits {
            let random = RandomStream(seed: 6)
            let shapes: [Shape] = [[16, 1, 4, 4], [16], [16], [16, 8, 4, 4], [8, 1, 3, 3]]
            let parameters = try shapes.map {
                Parameter(try random.normal($0, mean: $0.rank == 1 ? 1 : 0, deviation: 0.2), name: "p")
            }
            for _ in 0..<10 {
                let p = parameters.map(\.value)
                let x = try random.normal([32, 1, 16, 16])
                let low = try conv2d(x, weight: p[0], stride: 2, padding: 1)
                let normal = try leakyRelu(batchNorm(low, scale: p[1], shift: p[2]).output, slope: 0.2)
                let high = try tanh(convTranspose2d(normal, weight: p[3], stride: 2, padding: 1))
                let pooled = try maxPool2d(
                    upsampleNearest2d(averagePool2d(high, size: 2), factor: 2), size: 2)
                let loss = try mean(square(convTranspose2d(pooled, weight: p[4], padding: 1) - 0.3))
                let found = try gradients(of: loss, for: p)
                for (parameter, gradient) in zip(parameters, found) {
                    try sgdUpdate(parameter, gradient: gradient, learningRate: 0.1)
                }
            }
            return parameters
        }
    }

    private func layers(_ sizes: [Int], _ random: RandomStream) throws -> [Parameter] {
        try zip(sizes, sizes.dropFirst()).flatMap { from, to in
            [
                Parameter(try random.normal([from, to], deviation: 0.2), name: "weight"),
                Parameter(try zeros([to]), name: "bias"),
            ]
        }
    }

    private func score(_ weights: [Tensor], _ x: Tensor) throws -> Tensor {
        let hidden = try dense(x, weight: weights[0], bias: weights[1], activation: .leakyRelu(slope: 0.2))
        return try dense(hidden, weight: weights[2], bias: weights[3])
    }

    private func update(
        _ parameters: [Parameter], _ found: [Tensor], _ moments: ArraySlice<(Buffer, Buffer)>, _ step: Int
    ) throws {
        for ((parameter, gradient), moment) in zip(zip(parameters, found), moments) {
            try adamUpdate(
                parameter, gradient: gradient, firstMoment: moment.0, secondMoment: moment.1, step: step,
                learningRate: 1e-3, beta1: 0.5)
        }
    }
}
