import CKernels

/// Axes over which a kernel walks, as few as the strides allow: neighbours that every operand crosses
/// as if they were one axis are joined, and axes of size 1 are dropped.
struct StridedWalk {
    private(set) var sizes: [Int] = []
    /// For each operand, the stride of each axis.
    private(set) var strides: [[Int]]

    init(sizes: [Int], strides operands: [[Int]]) {
        strides = operands.map { _ in [] }
        for axis in sizes.indices where sizes[axis] != 1 {
            let joins =
                !self.sizes.isEmpty
                && operands.indices.allSatisfy {
                    strides[$0][self.sizes.count - 1] == operands[$0][axis] * sizes[axis]
                }
            if joins {
                self.sizes[self.sizes.count - 1] *= sizes[axis]
                for operand in operands.indices {
                    strides[operand][self.sizes.count - 1] = operands[operand][axis]
                }
            } else {
                self.sizes.append(sizes[axis])
                for operand in operands.indices { strides[operand].append(operands[operand][axis]) }
            }
        }
        if self.sizes.isEmpty {
            self.sizes = [1]
            strides = operands.map { _ in [1] }
        }
    }

    var rank: Int { sizes.count }
    var count: Int { sizes.reduce(1, *) }
}

extension Kernels {
    /// out (contiguous, of these sizes) = f(a, b), each operand with a stride for each axis, 0 where it
    /// is repeated. At most eight axes.
    static func broadcast(
        _ kind: BinaryKernel, _ a: Source, strides aStrides: [Int], _ b: Source, strides bStrides: [Int],
        _ out: Target, sizes: [Int], parameter: Float = 0
    ) {
        guard !sizes.contains(0) else { return }
        let walk = StridedWalk(sizes: sizes, strides: [aStrides, bStrides])
        if walk.rank == 1 {
            switch (walk.strides[0][0], walk.strides[1][0]) {
            case (1, 1): return binary(kind, a, b, out, count: walk.count, parameter: parameter)
            case (1, 0): return binary(kind, a, scalar: b[0], out, count: walk.count, parameter: parameter)
            case (0, 1): return binary(kind, scalar: a[0], b, out, count: walk.count, parameter: parameter)
            default: break
            }
        }
        let slab = walk.count / walk.sizes[0]
        Threads.split(walk.sizes[0], grain: max(1, plainGrain / slab)) { piece in
            var sizes = walk.sizes
            sizes[0] = piece.count
            kernel_binary_strided(
                kind, a + piece.lowerBound * walk.strides[0][0], walk.strides[0],
                b + piece.lowerBound * walk.strides[1][0], walk.strides[1], out + piece.lowerBound * slab,
                sizes,
                Int32(walk.rank), parameter)
        }
    }

    /// out (contiguous, of these sizes) = x read with a stride for each axis: slices, transpositions,
    /// repetitions. x points to the first element; strides may be negative. At most eight axes.
    static func copyStrided(_ x: Source, strides: [Int], _ out: Target, sizes: [Int]) {
        guard !sizes.contains(0) else { return }
        let walk = StridedWalk(sizes: sizes, strides: [strides])
        let steps = walk.strides[0]
        if walk.rank == 1, steps[0] == 1 { return copy(x, out, count: walk.count) }
        if walk.rank >= 2, transposeLastAxes(x, walk, out) { return }
        let slab = walk.count / walk.sizes[0]
        Threads.split(walk.sizes[0], grain: max(1, plainGrain / slab)) { piece in
            var sizes = walk.sizes
            sizes[0] = piece.count
            kernel_copy_strided(
                x + piece.lowerBound * steps[0], steps, out + piece.lowerBound * slab, sizes, Int32(walk.rank)
            )
        }
    }

    /// The case of two axes that change places, as they are the last ones; false if it is another.
    private static func transposeLastAxes(_ x: Source, _ walk: StridedWalk, _ out: Target) -> Bool {
        let last = walk.rank - 1
        let (rows, columns) = (walk.sizes[last], walk.sizes[last - 1])
        guard walk.strides[0][last - 1] == 1, walk.strides[0][last] == columns, rows > 3, columns > 3 else {
            return false
        }
        // x is [rows, columns] at each place of the outer axes, out [columns, rows].
        let outer = walk.sizes[..<(last - 1)]
        let places = outer.reduce(1, *)
        func offset(_ place: Int) -> Int {
            var (rest, sum) = (place, 0)
            for axis in outer.indices.reversed() {
                sum += rest % outer[axis] * walk.strides[0][axis]
                rest /= outer[axis]
            }
            return sum
        }
        if places > 1 {
            let area = rows * columns
            Threads.split(places, grain: max(1, plainGrain / area)) { piece in
                for place in piece {
                    kernel_transpose(x + offset(place), out + place * area, rows, columns, 0, rows)
                }
            }
        } else {
            let grain = max(16, plainGrain / columns / 16 * 16)
            Threads.split(rows, grain: grain) {
                kernel_transpose(x, out, rows, columns, $0.lowerBound, $0.upperBound)
            }
        }
        return true
    }

    /// The opposite of `copyStrided`: writes (or adds) contiguous x to the places of out.
    static func scatterStrided(_ x: Source, into out: Target, strides: [Int], sizes: [Int], adds: Bool) {
        guard !sizes.contains(0) else { return }
        let walk = StridedWalk(sizes: sizes, strides: [strides])
        kernel_scatter_strided(x, out, walk.strides[0], walk.sizes, Int32(walk.rank), adds ? 1 : 0)
    }
}
