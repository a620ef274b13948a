import Text

/// Every `step`-th element from `start` on, along each axis; a negative step goes backwards.
struct Slice: Sendable {
    var starts = AxisValues()
    var steps = AxisValues(repeating: 1)
    /// The shape of what is taken.
    var shape: Shape

    /// Where in a tensor of a shape the slice begins, and its strides there.
    func walk(in whole: Shape) -> (offset: Int, strides: AxisValues) {
        let strides = whole.strides
        var offset = 0
        var walked = AxisValues()
        for axis in 0..<whole.rank {
            offset += starts[axis] * strides[axis]
            walked[axis] = steps[axis] * strides[axis]
        }
        return (offset, walked)
    }
}

/// A slice of a larger tensor, whose other elements are one number.
struct Placement: Sendable {
    let slice: Slice
    let whole: Shape
    let background: Float
}

extension Operations {
    static let slice = Operation<Slice>(
        "slice", "A regular part of a tensor: ranges and strides along its axes.", example: "x[0..<2, 1...]",
        forward: .unary({ x, slice in
            let out = try Tensor(uninitialized: slice.shape, for: "slice")
            if out.count == 0 { return out }
            let (offset, strides) = slice.walk(in: x.shape)
            try Kernels.copyStrided(
                x.pointer + offset, strides: strides, out.pointer, sizes: slice.shape)
            return out
        }),
        rule: { step, slice in
            try step.pass(to: 0, Tensors.place(step.cotangent, slice, in: step[0].shape))
        })

    static let place = Operation<Placement>(
        "place", "A tensor in a regular part of a larger one that holds one number elsewhere.",
        example: "pad(tensor([1, 2]), [[1, 1]])",
        forward: .unary({ x, placement in
            let slice = placement.slice
            let out = try full(placement.whole, placement.background)
            if slice.shape.count == 0 { return out }
            let (offset, strides) = slice.walk(in: placement.whole)
            try Kernels.scatterStrided(
                x.pointer, into: out.pointer + offset, strides: strides,
                sizes: slice.shape, adds: false)
            return out
        }),
        rule: { step, placement in
            try step.pass(to: 0, Tensors.slice(step.cotangent, placement.slice))
        })
}

func slice(_ x: Tensor, _ slice: Slice) throws -> Tensor {
    try Operations.slice(x, slice)
}

func place(_ x: Tensor, _ slice: Slice, in shape: Shape, background: Float = 0) throws -> Tensor {
    try Operations.place(x, Placement(slice: slice, whole: shape, background: background))
}

/// A range of one axis; it lies within.
func slice(_ x: Tensor, axis: Int, _ range: Range<Int>) throws -> Tensor {
    if range.count == x.shape[axis] { return x }
    var part = Slice(shape: x.shape.replacing(axis, with: range.count))
    part.starts[axis] = range.lowerBound
    return try slice(x, part)
}

/// The elements in opposite order along an axis, or along all.
public func flip(_ x: Tensor, axis: Int? = nil) throws -> Tensor {
    let chosen = try axis.map { try x.shape.axis($0, construct: "flip") }
    var part = Slice(shape: x.shape)
    for axis in 0..<x.rank where chosen == nil || axis == chosen {
        part.starts[axis] = max(x.shape[axis] - 1, 0)
        part.steps[axis] = -1
    }
    return try slice(x, part)
}

/// x with a border: `widths[axis]` elements before and after it, of one value.
public func pad(_ x: Tensor, _ widths: [(before: Int, after: Int)], value: Float = 0) throws -> Tensor {
    if widths.count != x.rank || widths.contains(where: { $0.before < 0 || $0.after < 0 }) {
        let pairs = widths.map { "[\($0.before), \($0.after)]" }.joined(separator: ", ")
        throw Mistake(
            construct: "pad", problem: "each axis needs two widths, of 0 or more",
            note: "{0} is \(x.shape), and the widths are [\(pairs)]", argument: 1)
    }
    var part = Slice(shape: x.shape)
    for axis in 0..<x.rank { part.starts[axis] = widths[axis].before }
    let whole = Shape(rank: x.rank) { axis in
        let (border, overflows) = widths[axis].before.addingReportingOverflow(widths[axis].after)
        let (size, overflowsToo) = x.shape[axis].addingReportingOverflow(border)
        return overflows || overflowsToo ? Int.max : size
    }
    return try place(x, part, in: whole.validated(for: "pad"), background: value)
}
