import Text

extension Operations {
    static let reshape = Operation<Shape>(
        "reshape", "The same elements in order, under another shape.",
        example: "reshape(arange(6), shape: [2, 3])",
        forward: .unary({ x, shape in x.viewed(as: shape) }),
        rule: { step, _ in try step.pass(to: 0, Tensors.reshape(step.cotangent, step[0].shape)) })

    static let broadcast = Operation<Shape>(
        "broadcast", "Repeated along axes to fill a larger shape.",
        example: "broadcast(tensor([1, 2]), shape: [3, 2])",
        forward: .unary({ x, shape in
            let out = try Tensor(uninitialized: shape, for: "broadcast")
            if x.count == 1 {
                try Kernels.fill(out.pointer, x.item, count: out.count)
            } else if out.count > 0 {
                try Kernels.copyStrided(
                    x.pointer, strides: x.shape.strides(broadcastTo: shape), out.pointer,
                    sizes: shape)
            }
            return out
        }),
        rule: { step, _ in try step.pass(to: 0, step.cotangent) })

    static let transpose = Operation<AxisOrder>(
        "transpose", "The axes in another order.", example: "transpose(tensor([[1, 2], [3, 4]]))",
        forward: .unary({ x, order in try order.applied(to: x) }),
        rule: { step, order in
            try step.pass(to: 0, Tensors.transpose(step.cotangent, order.inverse))
        })
}

/// An order of the axes: the result's axis i is the operand's axis `sources[i]`.
struct AxisOrder: Hashable, Sendable {
    let sources: AxisValues
    let rank: Int

    init(rank: Int, _ source: (Int) -> Int) {
        var sources = AxisValues()
        for axis in 0..<rank { sources[axis] = source(axis) }
        self.sources = sources
        self.rank = rank
    }

    var inverse: AxisOrder {
        var targets = AxisValues()
        for axis in 0..<rank { targets[sources[axis]] = axis }
        return AxisOrder(rank: rank) { targets[$0] }
    }

    func applied(to x: Tensor) throws -> Tensor {
        let shape = Shape(rank: rank) { x.shape[sources[$0]] }
        let out = try Tensor(uninitialized: shape, for: "transpose")
        if out.count == 0 { return out }
        let strides = x.shape.strides
        var walked = AxisValues()
        for axis in 0..<rank { walked[axis] = strides[sources[axis]] }
        try Kernels.copyStrided(x.pointer, strides: walked, out.pointer, sizes: shape)
        return out
    }
}

/// The same elements in order under another shape. One size may be -1: it is what remains.
public func reshape(_ x: Tensor, _ shape: Shape) throws -> Tensor {
    if x.shape == shape { return x }
    let shape = try inferred(shape, for: x)
    if shape.count != x.count {
        throw Mistake(
            construct: "reshape", problem: "the number of elements differs",
            note: "{0} is \(x.shape) with \(counted(x.count, "element")), "
                + "and shape \(shape) has \(shape.count)")
    }
    return try Operations.reshape(x, shape)
}

private func inferred(_ shape: Shape, for x: Tensor) throws -> Shape {
    let sizes = shape.dimensions
    guard let open = sizes.firstIndex(of: -1) else { return try shape.validated(for: "reshape") }
    let known = Shape(sizes.enumerated().map { $0.offset == open ? 1 : $0.element })
    let count = try known.validated(for: "reshape").count
    if count == 0 || x.count % count != 0 {
        throw Mistake(
            construct: "reshape", problem: "no size fits in place of -1",
            note: "{0} is \(x.shape) with \(counted(x.count, "element")), and the other sizes of \(shape) "
                + "have a product of \(count)")
    }
    return known.replacing(open, with: x.count / count)
}

/// x repeated along axes of size 1, or that it has not, to fill a shape.
public func broadcast(_ x: Tensor, to shape: Shape) throws -> Tensor {
    if x.shape == shape { return x }
    let shape = try shape.validated(for: "broadcast")
    for axis in 0..<max(shape.rank, x.rank) {
        let own = axis - (shape.rank - x.rank)
        let fits = axis < shape.rank && (own < 0 || x.shape[own] == 1 || x.shape[own] == shape[axis])
        if x.rank > shape.rank || !fits {
            throw Mistake(
                construct: "broadcast", problem: "the shape cannot be reached by repeating",
                note: "{0} is \(x.shape) and the shape asked for is \(shape)")
        }
    }
    return try Operations.broadcast(x, shape)
}

/// The axes in reverse order: rows become columns.
public func transpose(_ x: Tensor) throws -> Tensor {
    if x.rank < 2 { return x }
    return try transpose(x, AxisOrder(rank: x.rank) { x.rank - 1 - $0 })
}

/// The axes in another order: the result's axis i is x's axis `axes[i]`.
public func transpose(_ x: Tensor, axes: [Int]) throws -> Tensor {
    if axes.count != x.rank {
        throw Mistake(
            construct: "transpose", problem: "the order has to name each axis once",
            note: "{0} is \(x.shape), and the axes are \(Shape(axes))", argument: 1)
    }
    _ = try x.shape.axes(axes, construct: "transpose")
    let places = try axes.map { try x.shape.axis($0, construct: "transpose") }
    return try transpose(x, AxisOrder(rank: x.rank) { places[$0] })
}

func transpose(_ x: Tensor, _ order: AxisOrder) throws -> Tensor {
    try Operations.transpose(x, order)
}

/// Two axes exchanged.
public func swapAxes(_ x: Tensor, _ a: Int, _ b: Int) throws -> Tensor {
    let a = try x.shape.axis(a, construct: "swapAxes")
    let b = try x.shape.axis(b, construct: "swapAxes")
    if a == b { return x }
    return try transpose(x, AxisOrder(rank: x.rank) { $0 == a ? b : $0 == b ? a : $0 })
}

/// Without an axis of size 1, or without all of them.
public func squeeze(_ x: Tensor, axis: Int? = nil) throws -> Tensor {
    guard let axis else { return try reshape(x, Shape(x.shape.dimensions.filter { $0 != 1 })) }
    let place = try x.shape.axis(axis, construct: "squeeze")
    if x.shape[place] != 1 {
        throw Mistake(
            construct: "squeeze", problem: "the axis has more than one element",
            note: "{0} is \(x.shape), and axis \(place) has size \(x.shape[place])")
    }
    return try reshape(x, x.shape.reduced(AxisSet([place]), keepAxes: false))
}

/// With a new axis of size 1 before axis `axis`; -1 puts it last.
public func expandDims(_ x: Tensor, axis: Int) throws -> Tensor {
    let widest = try Shape([1] + x.shape.dimensions).validated(for: "expandDims")
    let place = try widest.axis(axis, construct: "expandDims")
    var sizes = x.shape.dimensions
    sizes.insert(1, at: place)
    return try reshape(x, Shape(sizes))
}

/// x repeated a number of times along each axis, counted from the last.
public func tile(_ x: Tensor, _ repeats: [Int]) throws -> Tensor {
    let rank = max(x.rank, repeats.count)
    var result = try reshape(x, Shape(rank: rank) { x.shape.sizeAligned($0, rank: rank) })
    for (offset, times) in repeats.reversed().enumerated() where times != 1 {
        let axis = rank - 1 - offset
        if times < 0 {
            throw Mistake(
                construct: "tile", problem: "a number of repeats cannot be negative",
                note: "the repeats are \(Shape(repeats))", argument: 1)
        }
        // Seen around the axis, the whole block is repeated by one more axis.
        let (outer, size, inner) = result.shape.around(axis)
        let widened = try broadcast(
            reshape(result, [outer, 1, size * inner]), to: [outer, times, size * inner])
        let (tall, overflows) = size.multipliedReportingOverflow(by: times)
        result = try reshape(widened, result.shape.replacing(axis, with: overflows ? Int.max : tall))
    }
    return result
}
