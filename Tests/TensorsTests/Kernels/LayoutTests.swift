import Testing

@testable import Tensors

struct LayoutTests {
    private func copy(_ x: [Float], offset: Int = 0, strides: [Int], sizes: [Int]) throws -> [Float] {
        var out = [Float](repeating: .nan, count: sizes.reduce(1, *))
        try x.withUnsafeBufferPointer {
            try Kernels.copyStrided(
                $0.baseAddress! + offset, strides: AxisValues(strides), &out, sizes: Shape(sizes))
        }
        return out
    }

    private func naive(_ x: [Float], offset: Int = 0, strides: [Int], sizes: [Int]) -> [Float] {
        (0..<sizes.reduce(1, *)).map { place in
            var (rest, at) = (place, offset)
            for axis in sizes.indices.reversed() {
                at += rest % sizes[axis] * strides[axis]
                rest /= sizes[axis]
            }
            return x[at]
        }
    }

    @Test(arguments: [
        ([1, 60], [60, 50]), ([3000], [1]), ([20, 1, 400], [20, 20, 7]), ([50, 1500, 1], [30, 2, 50]),
        ([0, 1], [4, 5]), ([60, 2], [50, 30]), ([1, 10, 100, 1000], [10, 10, 10, 3]), ([1], [1]),
        ([7, 7], [1, 1]),
        ([1000, 1, 40, 4], [3, 4, 25, 10]),
    ])
    func anyStridesAreWalked(_ strides: [Int], _ sizes: [Int]) throws {
        let x = (0..<3001).map { Float($0) }
        #expect(try copy(x, strides: strides, sizes: sizes) == naive(x, strides: strides, sizes: sizes))
    }

    @Test func negativeStridesReverse() throws {
        let x: [Float] = [1, 2, 3, 4, 5, 6]
        #expect(try copy(x, offset: 5, strides: [-3, -1], sizes: [2, 3]) == [6, 5, 4, 3, 2, 1])
        #expect(try copy(x, offset: 2, strides: [3, -2], sizes: [2, 2]) == [3, 1, 6, 4])
    }

    @Test func anEmptyAxisCopiesNothing() throws {
        #expect(try copy([1], strides: [1, 1], sizes: [3, 0]) == [])
    }

    @Test func scatteringIsTheOppositeOfCopying() throws {
        let x = (0..<12).map { Float($0) + 1 }
        var out = [Float](repeating: 0, count: 24)
        try Kernels.scatterStrided(x, into: &out, strides: [1, 8], sizes: [4, 3], adds: false)
        #expect(try copy(out, strides: [1, 8], sizes: [4, 3]) == x)
        try Kernels.scatterStrided(x, into: &out, strides: [1, 8], sizes: [4, 3], adds: true)
        #expect(try copy(out, strides: [1, 8], sizes: [4, 3]) == x.map { 2 * $0 })
        #expect(out.reduce(0, +) == 2 * x.reduce(0, +))
    }

    @Test func gatheredRowsComeInTheOrderOfTheirIndices() throws {
        let x = (0..<12).map { Float($0) }
        var out = [Float](repeating: 0, count: 8)
        try Kernels.gather(x, indices: [2, 0], &out, outer: 2, axis: 3, inner: 2)
        #expect(out == [4, 5, 0, 1, 10, 11, 6, 7])
        var back = [Float](repeating: 0, count: 12)
        try Kernels.scatterAdd(
            [1, 2, 3, 4, 5, 6, 7, 8], indices: [2, 2], into: &back, outer: 2, axis: 3, inner: 2)
        let expected: [Float] = [0, 0, 0, 0, 4, 6, 0, 0, 0, 0, 12, 14]
        #expect(back == expected)
    }
}
