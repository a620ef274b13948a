import Text

extension Shape {
    /// The shape of an elementwise result: axes are compared from the last, and two sizes agree if they are
    /// equal or one of them is 1; a missing axis counts as 1.
    static func broadcast(_ a: Shape, _ b: Shape, construct: String) throws -> Shape {
        if a == b { return a }
        let rank = Swift.max(a.rank, b.rank)
        let result = try Shape(
            rank: rank,
            size: { axis in
                let sizeA = a.sizeAligned(axis, rank: rank)
                let sizeB = b.sizeAligned(axis, rank: rank)
                if sizeA == sizeB || sizeB == 1 { return sizeA }
                if sizeA == 1 { return sizeB }
                throw disagreement(a, b, axis: axis, rank: rank, construct: construct)
            })
        return try result.validated(for: construct)
    }

    private static func disagreement(
        _ a: Shape, _ b: Shape, axis: Int, rank: Int, construct: String
    ) -> Mistake {
        let axisA = axis - (rank - a.rank)
        let axisB = axis - (rank - b.rank)
        return Mistake(
            construct: construct, problem: "the shapes do not fit together",
            note: "{0} is \(a) and {1} is \(b): axis \(axisA) of {0} (\(a[axisA])) and axis \(axisB) of {1} "
                + "(\(b[axisB])) must be equal, or one of them 1")
    }

    /// The size of an axis when this shape is filled up with ones at the front to `rank` axes.
    func sizeAligned(_ axis: Int, rank: Int) -> Int {
        let own = axis - (rank - self.rank)
        return own < 0 ? 1 : sizes[own]
    }

    /// The axes of `self` along which a tensor of shape `smaller` was repeated to get here.
    func axesRepeating(_ smaller: Shape) -> AxisSet {
        var axes = AxisSet()
        for axis in 0..<rank where smaller.sizeAligned(axis, rank: rank) == 1 {
            if sizes[axis] != 1 || axis < rank - smaller.rank { axes.insert(axis) }
        }
        return axes
    }

    /// Row-major strides, in elements.
    var strides: AxisValues {
        var result = AxisValues()
        var stride = 1
        for axis in Swift.stride(from: rank - 1, through: 0, by: -1) {
            result[axis] = stride
            stride *= Swift.max(sizes[axis], 1)
        }
        return result
    }

    /// Strides of this shape as an operand of a result of shape `target`: 0 along what is repeated.
    func strides(broadcastTo target: Shape) -> AxisValues {
        let own = strides
        var result = AxisValues()
        for axis in 0..<target.rank {
            let mine = axis - (target.rank - rank)
            result[axis] = mine < 0 || sizes[mine] == 1 ? 0 : own[mine]
        }
        return result
    }
}
