import CKernels
import KernelVariants
import Testing

@testable import Tensors

/// A script's numbers must not depend on the processor: each kernel's three compilations, bit for bit.
struct KernelVariantTests {
    private static let x: [Float] = (0..<1003).map { (i: Int) -> Float in
        let size = Float(i % 97) * 0.37 - 17.3
        return i % 5 == 0 ? size * 1e-3 : (i % 7 == 0 ? size * 40 : size)
    }
    private static let y: [Float] = x.reversed().map { (v: Float) -> Float in v * 0.71 + 0.001 }

    /// The variants that this processor runs, with the plainest first.
    private static var runnable: [Int32] { [0, 1, 2].filter { variant_runs($0) != 0 } }

    private func expectSameBits(_ result: (Int32) -> [Float], _ what: String) {
        let plain = result(0)
        for variant in Self.runnable.dropFirst() {
            let other = result(variant)
            let differing = plain.indices.first {
                plain[$0].bitPattern != other[$0].bitPattern && !(plain[$0].isNaN && other[$0].isNaN)
            }
            if let place = differing {
                Issue.record("\(what): variant \(variant) gives \(other[place]), not \(plain[place])")
            }
        }
    }

    @Test func everyUnaryKernelHasTheSameBits() {
        var kind: Int32 = 0
        while let kernel = UnaryKernel(rawValue: kind), kind < 28 {
            expectSameBits(
                { variant in
                    var out = Self.x
                    let count = out.count
                    switch variant {
                    case 0: kernel_unary_sse2(kernel, Self.x, &out, count, 0.3)
                    case 1: kernel_unary_avx2(kernel, Self.x, &out, count, 0.3)
                    default: kernel_unary_avx512(kernel, Self.x, &out, count, 0.3)
                    }
                    return out
                }, "unary kernel \(kind)")
            kind += 1
        }
        #expect(kind == 28)
    }

    @Test func everyBinaryKernelHasTheSameBits() {
        for kind in Int32(0)..<19 {
            guard let kernel = BinaryKernel(rawValue: kind) else { continue }
            for (aStep, bStep) in [(1, 1), (1, 0), (0, 1), (1, 1)] {
                expectSameBits(
                    { variant in
                        var out = Self.x
                        let count = out.count
                        switch variant {
                        case 0: kernel_binary_sse2(kernel, Self.x, aStep, Self.y, bStep, &out, count, 0.3)
                        case 1: kernel_binary_avx2(kernel, Self.x, aStep, Self.y, bStep, &out, count, 0.3)
                        default: kernel_binary_avx512(kernel, Self.x, aStep, Self.y, bStep, &out, count, 0.3)
                        }
                        return out
                    }, "binary kernel \(kind)")
            }
        }
    }

    @Test func sumsHaveTheSameBits() {
        expectSameBits(
            { variant in
                let count = Self.x.count
                return switch variant {
                case 0:
                    [Float(kernel_sum_sse2(Self.x, count)), Float(kernel_dot_sse2(Self.x, Self.y, count))]
                case 1:
                    [Float(kernel_sum_avx2(Self.x, count)), Float(kernel_dot_avx2(Self.x, Self.y, count))]
                default:
                    [
                        Float(kernel_sum_avx512(Self.x, count)),
                        Float(kernel_dot_avx512(Self.x, Self.y, count)),
                    ]
                }
            }, "sums")
    }

    @Test func reductionsAlongAnAxisHaveTheSameBits() {
        for kind in [Reduction.sum, .max, .min] {
            for (outer, axis, inner) in [(17, 59, 1), (1, 59, 17), (3, 13, 25)] {
                expectSameBits(
                    { variant in
                        var out = [Float](repeating: 0, count: outer * inner)
                        switch variant {
                        case 0: kernel_reduce_axis_sse2(kind, Self.x, &out, outer, axis, inner, 0, inner)
                        case 1: kernel_reduce_axis_avx2(kind, Self.x, &out, outer, axis, inner, 0, inner)
                        default: kernel_reduce_axis_avx512(kind, Self.x, &out, outer, axis, inner, 0, inner)
                        }
                        return out
                    }, "reduction \(kind.rawValue)")
            }
        }
    }

    @Test func softmaxAndStatisticsHaveTheSameBits() {
        expectSameBits(
            { variant in
                var out = Self.x
                var mean = [Float](repeating: 0, count: 17)
                var variance = mean
                switch variant {
                case 0:
                    kernel_softmax_rows_sse2(Self.x, &out, 17, 59)
                    kernel_channel_statistics_sse2(Self.x, &mean, &variance, 1, 17, 59, 0, 17)
                case 1:
                    kernel_softmax_rows_avx2(Self.x, &out, 17, 59)
                    kernel_channel_statistics_avx2(Self.x, &mean, &variance, 1, 17, 59, 0, 17)
                default:
                    kernel_softmax_rows_avx512(Self.x, &out, 17, 59)
                    kernel_channel_statistics_avx512(Self.x, &mean, &variance, 1, 17, 59, 0, 17)
                }
                return out + mean + variance
            }, "softmax and statistics")
    }

    @Test(arguments: [(1, 17, 59), (17, 59, 1)])
    func channelsHaveTheSameBits(_ outer: Int, _ channels: Int, _ inner: Int) {
        expectSameBits(
            { variant in
                let (x, y) = (Self.x, Self.y)
                var out = x
                var sums = [Float](repeating: 0, count: channels)
                var (products, mean, variance) = (sums, sums, sums)
                switch variant {
                case 0:
                    kernel_channel_statistics_sse2(
                        x, &mean, &variance, outer, channels, inner, 0, channels)
                    kernel_channel_sums_sse2(x, y, &sums, &products, outer, channels, inner, 0, channels)
                    kernel_channel_combine_sse2(x, mean, y, variance, sums, &out, outer, channels, inner)
                case 1:
                    kernel_channel_statistics_avx2(
                        x, &mean, &variance, outer, channels, inner, 0, channels)
                    kernel_channel_sums_avx2(x, y, &sums, &products, outer, channels, inner, 0, channels)
                    kernel_channel_combine_avx2(x, mean, y, variance, sums, &out, outer, channels, inner)
                default:
                    kernel_channel_statistics_avx512(
                        x, &mean, &variance, outer, channels, inner, 0, channels)
                    kernel_channel_sums_avx512(x, y, &sums, &products, outer, channels, inner, 0, channels)
                    kernel_channel_combine_avx512(x, mean, y, variance, sums, &out, outer, channels, inner)
                }
                return sums + products + mean + variance + out
            }, "channels of \(inner)")
    }

    @Test func windowsOfImagesHaveTheSameBits() {
        let patches = ImagePatches(
            channels: 3, height: 7, width: 9, kernel_height: 4, kernel_width: 4, stride: 2, padding: 1,
            out_height: 3, out_width: 4)
        expectSameBits(
            { variant in
                var columns = [Float](repeating: .nan, count: 3 * 4 * 4 * 4 * 3)
                var image = [Float](repeating: .nan, count: 3 * 7 * 9)
                withUnsafePointer(to: patches) { patches in
                    switch variant {
                    case 0:
                        kernel_image_to_columns_sse2(Self.x, &columns, patches)
                        kernel_columns_to_image_sse2(columns, &image, Self.y, patches)
                    case 1:
                        kernel_image_to_columns_avx2(Self.x, &columns, patches)
                        kernel_columns_to_image_avx2(columns, &image, Self.y, patches)
                    default:
                        kernel_image_to_columns_avx512(Self.x, &columns, patches)
                        kernel_columns_to_image_avx512(columns, &image, Self.y, patches)
                    }
                }
                return columns + image
            }, "windows of images")
    }

    @Test func adamHasTheSameBits() {
        let options = AdamStep(
            rate: 0.01, first_decay: 0.5, second_decay: 0.999, epsilon: 1e-8, weight_decay: 0.1,
            decouples_decay: 0, step: 7)
        expectSameBits(
            { variant in
                var (p, m) = (Self.x, Self.y)
                var v = Self.x.map(abs)
                let count = p.count
                withUnsafePointer(to: options) { options in
                    switch variant {
                    case 0: kernel_adam_update_sse2(&p, Self.y, &m, &v, count, options)
                    case 1: kernel_adam_update_avx2(&p, Self.y, &m, &v, count, options)
                    default: kernel_adam_update_avx512(&p, Self.y, &m, &v, count, options)
                    }
                }
                return p + m + v
            }, "Adam")
    }

    @Test func randomNumbersHaveTheSameBits() {
        expectSameBits(
            { variant in
                var uniform = [Float](repeating: 0, count: 1001)
                var normal = uniform
                switch variant {
                case 0:
                    kernel_random_uniform_sse2(7, 1 << 33, &uniform, 1001)
                    kernel_random_normal_sse2(7, 1 << 33, &normal, 1001)
                case 1:
                    kernel_random_uniform_avx2(7, 1 << 33, &uniform, 1001)
                    kernel_random_normal_avx2(7, 1 << 33, &normal, 1001)
                default:
                    kernel_random_uniform_avx512(7, 1 << 33, &uniform, 1001)
                    kernel_random_normal_avx512(7, 1 << 33, &normal, 1001)
                }
                return uniform + normal
            }, "random numbers")
    }
}
