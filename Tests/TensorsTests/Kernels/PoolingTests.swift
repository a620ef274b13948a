import Testing

@testable import Tensors

struct PoolingTests {
    private let x: [Float] = (0..<60).map { (i: Int) -> Float in Float(i * 37 % 23) - 11 }

    @Test(arguments: [(2, 2), (3, 1), (3, 2), (2, 3)]) func windowsGiveTheirLargestAndMean(
        _ size: Int, _ stride: Int
    ) throws {
        let g = PoolingGeometry(planes: 2, height: 5, width: 6, size: size, stride: stride)
        var largest = [Float](repeating: 0, count: 2 * g.outArea)
        var mean = largest
        var places = [Int32](repeating: -1, count: largest.count)
        try Kernels.maxPool(x, &largest, places: &places, g)
        try Kernels.averagePool(x, &mean, g)
        var back = [Float](repeating: 9, count: x.count)
        try Kernels.averagePoolBackward(mean, &back, g)
        var expectedBack = [Float](repeating: 0, count: x.count)
        for plane in 0..<2 {
            for oy in 0..<g.outHeight {
                for ox in 0..<g.outWidth {
                    let corner = plane * 30 + oy * stride * 6 + ox * stride
                    let window: [Int] = (0..<size * size).map { (i: Int) -> Int in
                        corner + i / size * 6 + i % size
                    }
                    let at = plane * g.outArea + oy * g.outWidth + ox
                    let values: [Float] = window.map { x[$0] }
                    let share = mean[at] / Float(size * size)
                    #expect(largest[at] == values.max())
                    #expect(x[Int(places[at])] == largest[at])
                    #expect(window.contains(Int(places[at])))
                    let total: Float = values.reduce(0, +)
                    #expect(abs(share - total / Float(size * size * size * size)) < 1e-5)
                    for place in window { expectedBack[place] += share }
                }
            }
        }
        #expect(zip(back, expectedBack).allSatisfy { abs($0 - $1) < 1e-5 })
    }

    @Test(arguments: [1, 2, 3]) func pixelsRepeatAndAddUp(_ factor: Int) throws {
        let (height, width) = (5 * factor, 6 * factor)
        var out = [Float](repeating: 0, count: 2 * height * width)
        try Kernels.upsample(x, &out, planes: 2, height: 5, width: 6, factor: factor)
        for i in out.indices {
            let (plane, y, column) = (i / (height * width), i / width % height, i % width)
            let source = plane * 30 + y / factor * 6 + column / factor
            #expect(out[i] == x[source])
        }
        var back = [Float](repeating: 0, count: x.count)
        try Kernels.upsampleBackward(out, &back, planes: 2, height: 5, width: 6, factor: factor)
        let area = Float(factor * factor)
        #expect(back == x.map { $0 * area })
    }
}
