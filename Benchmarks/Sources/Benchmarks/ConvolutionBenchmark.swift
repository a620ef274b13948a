import Tensors

/// The convolutions of a small DCGAN on 28×28 images, forward, and forward with both gradients.
enum ConvolutionBenchmark {
    private struct Layer {
        let batch, channels, size, outChannels, kernel, stride, padding: Int
    }

    private static let layers = [
        Layer(batch: 64, channels: 1, size: 28, outChannels: 64, kernel: 4, stride: 2, padding: 1),
        Layer(batch: 64, channels: 64, size: 14, outChannels: 128, kernel: 4, stride: 2, padding: 1),
        Layer(batch: 64, channels: 32, size: 28, outChannels: 64, kernel: 3, stride: 1, padding: 1),
    ]

    static func run(_ limits: MachineLimits) throws {
        let table = Table(
            "convolutions, all threads",
            ["", "forward ms", "GFLOP/s", "of the limit", "and back ms", "GFLOP/s"],
            widths: [34, 12, 10, 14, 13, 10])
        let stream = RandomStream(seed: 2)
        for layer in layers {
            let x = try stream.normal(Shape([layer.batch, layer.channels, layer.size, layer.size]))
            let weight = try stream.normal(
                Shape([layer.outChannels, layer.channels, layer.kernel, layer.kernel]))
            let out = try conv2d(x, weight: weight, bias: nil, stride: layer.stride, padding: layer.padding)
            let operations = 2 * Double(out.count * layer.channels * layer.kernel * layer.kernel)
            let forward = try shortestTime(samples: 6) {
                _ = try conv2d(x, weight: weight, bias: nil, stride: layer.stride, padding: layer.padding)
            }
            let both = try shortestTime(samples: 6) {
                let (x, weight) = (variable(x), variable(weight))
                let out = try conv2d(
                    x, weight: weight, bias: nil, stride: layer.stride, padding: layer.padding)
                _ = try gradients(of: sum(out), for: [x, weight])
            }
            let rate = operations / forward / 1e9
            table.row([
                "\(layer.channels) → \(layer.outChannels), \(layer.size)×\(layer.size), "
                    + "\(layer.kernel)×\(layer.kernel) / \(layer.stride)", text(forward * 1e3, 2),
                text(rate, 0),
                percent(rate / limits.arithmetic), text(both * 1e3, 2), text(3 * operations / both / 1e9, 0),
            ])
        }
    }
}
