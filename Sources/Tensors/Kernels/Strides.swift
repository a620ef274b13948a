import CKernels

/// Axes over which a kernel walks, as few as the strides allow: neighbors that every operand crosses
/// as if they were one axis are joined, and axes of size 1 are dropped.
struct StridedWalk {
    private(set) var rank = 0
    private(set) var sizes = AxisValues()
    /// The strides of the first operand, and of the second if there is one.
    private(set) var a = AxisValues()
    private(set) var b = AxisValues()

    init(_ shape: Shape, _ a: AxisValues, _ b: AxisValues = AxisValues()) {
        for axis in 0..<shape.rank where shape.sizes[axis] != 1 {
            let size = shape.sizes[axis]
            let last = rank - 1
            if rank > 0 && self.a[last] == a[axis] * size && self.b[last] == b[axis] * size {
                sizes[last] *= size
                self.a[last] = a[axis]
                self.b[last] = b[axis]
            } else {
                sizes[rank] = size
                self.a[rank] = a[axis]
                self.b[rank] = b[axis]
                rank += 1
            }
        }
        if rank == 0 {
            rank = 1
            sizes[0] = 1
            self.a[0] = 1
            self.b[0] = 1
        }
    }

    var count: Int {
        var count = 1
        for axis in 0..<rank { count *= sizes[axis] }
        return count
    }

    /// The sizes with another one in front: of a chunk of the walk.
    func sizes(first: Int) -> AxisValues {
        var sizes = sizes
        sizes[0] = first
        return sizes
    }
}

extension Kernels {
    /// out (contiguous, of these sizes) = f(a, b), each operand with a stride for each axis, 0 where it
    /// is repeated.
    static func broadcast(
        _ kind: BinaryKernel, _ a: Source, strides aStrides: AxisValues, _ b: Source,
        strides bStrides: AxisValues, _ out: Target, sizes: Shape, parameter: Float = 0
    ) throws {
        guard sizes.count > 0 else { return }
        let walk = StridedWalk(sizes, aStrides, bStrides)
        if walk.rank == 1 {
            switch (walk.a[0], walk.b[0]) {
            case (1, 1): return try binary(kind, a, b, out, count: walk.count, parameter: parameter)
            case (1, 0):
                return try binary(kind, a, scalar: b[0], out, count: walk.count, parameter: parameter)
            case (0, 1):
                return try binary(kind, scalar: a[0], b, out, count: walk.count, parameter: parameter)
            default: break
            }
        }
        let slab = walk.count / walk.sizes[0]
        try Threads.split(walk.sizes[0], grain: max(1, plainGrain / slab)) { chunk in
            let sizes = walk.sizes(first: chunk.count)
            withUnsafePointers(sizes, walk.a, walk.b) { sizes, aSteps, bSteps in
                kernel_binary_strided(
                    kind, a + chunk.lowerBound * walk.a[0], aSteps, b + chunk.lowerBound * walk.b[0], bSteps,
                    out + chunk.lowerBound * slab, sizes, Int32(walk.rank), parameter)
            }
        }
    }

    /// out (contiguous, of these sizes) = x read with a stride for each axis: slices, transpositions,
    /// repetitions. x points to the first element; strides may be negative.
    static func copyStrided(_ x: Source, strides: AxisValues, _ out: Target, sizes: Shape) throws {
        guard sizes.count > 0 else { return }
        let walk = StridedWalk(sizes, strides)
        if walk.rank == 1, walk.a[0] == 1 { return try copy(x, out, count: walk.count) }
        if walk.rank >= 2, try transposeLastAxes(x, walk, out) { return }
        let slab = walk.count / walk.sizes[0]
        try Threads.split(walk.sizes[0], grain: max(1, plainGrain / slab)) { chunk in
            withUnsafePointers(walk.sizes(first: chunk.count), walk.a) { sizes, steps in
                kernel_copy_strided(
                    x + chunk.lowerBound * walk.a[0], steps, out + chunk.lowerBound * slab, sizes,
                    Int32(walk.rank))
            }
        }
    }

    /// The case of two axes that change places, as they are the last ones; false if it is another.
    private static func transposeLastAxes(_ x: Source, _ walk: StridedWalk, _ out: Target) throws -> Bool {
        let last = walk.rank - 1
        let (rows, columns) = (walk.sizes[last], walk.sizes[last - 1])
        guard walk.a[last - 1] == 1, walk.a[last] == columns, rows > 3, columns > 3 else {
            return false
        }
        // x is [rows, columns] at each place of the outer axes, out [columns, rows].
        let places = walk.count / (rows * columns)
        func offset(_ place: Int) -> Int {
            var (rest, sum) = (place, 0)
            for axis in stride(from: last - 2, through: 0, by: -1) {
                sum += rest % walk.sizes[axis] * walk.a[axis]
                rest /= walk.sizes[axis]
            }
            return sum
        }
        if places > 1 {
            let area = rows * columns
            try Threads.split(places, grain: max(1, plainGrain / area)) { chunk in
                for place in chunk {
                    kernel_transpose(x + offset(place), out + place * area, rows, columns, 0, rows)
                }
            }
        } else {
            let grain = max(16, plainGrain / columns / 16 * 16)
            try Threads.split(rows, grain: grain) {
                kernel_transpose(x, out, rows, columns, $0.lowerBound, $0.upperBound)
            }
        }
        return true
    }

    /// The opposite of `copyStrided`: writes (or adds) contiguous x to the places of out.
    static func scatterStrided(
        _ x: Source, into out: Target, strides: AxisValues, sizes: Shape, adds: Bool
    ) throws {
        guard sizes.count > 0 else { return }
        let walk = StridedWalk(sizes, strides)
        let slab = walk.count / walk.sizes[0]
        // The places of one chunk may be those of another, where elements are repeated: one after the other.
        try Threads.split(walk.sizes[0], grain: max(1, plainGrain / slab), width: 1) { chunk in
            withUnsafePointers(walk.sizes(first: chunk.count), walk.a) { sizes, steps in
                kernel_scatter_strided(
                    x + chunk.lowerBound * slab, out + chunk.lowerBound * walk.a[0], steps, sizes,
                    Int32(walk.rank), adds ? 1 : 0)
            }
        }
    }
}

/// Calls the body with values as C takes them.
private func withUnsafePointers(
    _ a: AxisValues, _ b: AxisValues, _ body: (UnsafePointer<Int>, UnsafePointer<Int>) -> Void
) {
    a.withUnsafePointer { a in b.withUnsafePointer { b in body(a, b) } }
}

private func withUnsafePointers(
    _ a: AxisValues, _ b: AxisValues, _ c: AxisValues,
    _ body: (UnsafePointer<Int>, UnsafePointer<Int>, UnsafePointer<Int>) -> Void
) {
    a.withUnsafePointer { a in b.withUnsafePointer { b in c.withUnsafePointer { c in body(a, b, c) } } }
}
