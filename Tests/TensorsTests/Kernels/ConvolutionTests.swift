import Foundation
import Testing

@testable import Tensors

struct ConvolutionTests {
    static let geometries = [
        ConvolutionGeometry(
            batch: 2, channels: 3, height: 7, width: 6, outChannels: 4, kernelHeight: 3, kernelWidth: 3,
            stride: 1,
            padding: 1),
        ConvolutionGeometry(
            batch: 5, channels: 2, height: 9, width: 8, outChannels: 3, kernelHeight: 4, kernelWidth: 4,
            stride: 2,
            padding: 1),
        ConvolutionGeometry(
            batch: 3, channels: 2, height: 20, width: 21, outChannels: 2, kernelHeight: 5, kernelWidth: 2,
            stride: 3,
            padding: 2),
        ConvolutionGeometry(
            batch: 2, channels: 4, height: 17, width: 16, outChannels: 3, kernelHeight: 1, kernelWidth: 1,
            stride: 1,
            padding: 0),
        ConvolutionGeometry(
            batch: 40, channels: 1, height: 4, width: 4, outChannels: 2, kernelHeight: 4, kernelWidth: 4,
            stride: 1,
            padding: 0),
        ConvolutionGeometry(
            batch: 2, channels: 1, height: 2, width: 2, outChannels: 1, kernelHeight: 3, kernelWidth: 3,
            stride: 2,
            padding: 3),
    ]

    private func numbers(_ count: Int, _ step: Float) -> [Float] {
        (0..<count).map { sinf(Float($0) * step) }
    }

    /// Calls the body with the places of x, weight and output that meet in a product.
    private func eachProduct(_ g: ConvolutionGeometry, _ body: (Int, Int, Int) -> Void) {
        for n in 0..<g.batch {
            for o in 0..<g.outChannels {
                for oy in 0..<g.outHeight {
                    for ox in 0..<g.outWidth {
                        for c in 0..<g.channels {
                            for ky in 0..<g.kernelHeight {
                                for kx in 0..<g.kernelWidth {
                                    let y = oy * g.stride + ky - g.padding
                                    let x = ox * g.stride + kx - g.padding
                                    guard y >= 0, y < g.height, x >= 0, x < g.width else { continue }
                                    body(
                                        ((n * g.channels + c) * g.height + y) * g.width + x,
                                        ((o * g.channels + c) * g.kernelHeight + ky) * g.kernelWidth + kx,
                                        ((n * g.outChannels + o) * g.outHeight + oy) * g.outWidth + ox)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    @Test(arguments: geometries) func allThreeAgreeWithPlainLoops(_ g: ConvolutionGeometry) throws {
        let x = numbers(g.batch * g.imageSize, 0.71)
        let weight = numbers(g.outChannels * g.patch, 0.37)
        let gradient = numbers(g.batch * g.outSize, 0.53)
        let bias = numbers(g.outChannels, 1)
        let backBias = numbers(g.channels, 2)
        var out = (0..<g.batch * g.outSize).map { Double(bias[$0 / g.outArea % g.outChannels]) }
        var back = (0..<x.count).map { Double(backBias[$0 / (g.height * g.width) % g.channels]) }
        var weightBack = [Double](repeating: 0, count: weight.count)
        eachProduct(g) { i, w, o in
            out[o] += Double(x[i]) * Double(weight[w])
            back[i] += Double(gradient[o]) * Double(weight[w])
            weightBack[w] += Double(gradient[o]) * Double(x[i])
        }
        var found = [Float](repeating: .nan, count: out.count)
        try Kernels.convolve(x, weight: weight, bias: bias, &found, g)
        #expect(zip(found, out).allSatisfy { abs(Double($0) - $1) < 2e-5 })
        var foundBack = [Float](repeating: .nan, count: back.count)
        try Kernels.convolveTransposed(gradient, weight: weight, bias: backBias, &foundBack, g)
        #expect(zip(foundBack, back).allSatisfy { abs(Double($0) - $1) < 2e-5 })
        var foundWeight = [Float](repeating: .nan, count: weight.count)
        try Kernels.convolutionWeightGradient(x, gradient: gradient, &foundWeight, g)
        #expect(zip(foundWeight, weightBack).allSatisfy { abs(Double($0) - $1) < 1e-4 })
    }

    @Test(arguments: geometries) func bitsDoNotDependOnTheNumberOfThreads(_ g: ConvolutionGeometry) throws {
        let x = numbers(g.batch * g.imageSize, 0.71)
        let weight = numbers(g.outChannels * g.patch, 0.37)
        let gradient = numbers(g.batch * g.outSize, 0.53)
        let before = Machine.threads
        defer { Machine.threads = before }
        var results: [[Float]] = []
        for threads in [1, 2, 4] {
            Machine.threads = threads
            var out = [Float](repeating: 0, count: g.batch * g.outSize)
            var back = [Float](repeating: 0, count: x.count)
            var weightBack = [Float](repeating: 0, count: weight.count)
            try Kernels.convolve(x, weight: weight, bias: nil, &out, g)
            try Kernels.convolveTransposed(gradient, weight: weight, bias: nil, &back, g)
            try Kernels.convolutionWeightGradient(x, gradient: gradient, &weightBack, g)
            results.append(out + back + weightBack)
        }
        #expect(results[0] == results[1])
        #expect(results[0] == results[2])
    }

    @Test func noImagesGiveAZeroGradient() throws {
        var g = Self.geometries[0]
        g.batch = 0
        var out = [Float](repeating: 5, count: g.outChannels * g.patch)
        try Kernels.convolutionWeightGradient([], gradient: [], &out, g)
        #expect(out.allSatisfy { $0 == 0 })
    }
}
