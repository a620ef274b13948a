import Text

extension Operations {
    static let cumsum: Operation<Int> = Operation(
        "cumsum", "The sums of the elements so far along an axis.", example: "cumsum(tensor([1, 2, 3]))",
        forward: .unary({ x, axis in
            let out = try Tensor(uninitialized: x.shape, for: "cumsum")
            let (outer, size, inner) = x.shape.around(axis)
            if out.count > 0 {
                Kernels.cumulativeSum(x.pointer, out.pointer, outer: outer, axis: size, inner: inner)
            }
            return out
        }),
        rule: { step, axis in
            // An element is in all sums from its own place on.
            let reversed = try flip(step.cotangent, axis: axis)
            try step.pass(to: 0, flip(cumsum(reversed, axis), axis: axis))
        })
}

/// The sums of the elements so far along an axis; without an axis, along all elements in order.
public func cumsum(_ x: Tensor, axis: Int? = nil) throws -> Tensor {
    guard let axis else { return try cumsum(reshape(x, [x.count]), axis: 0) }
    return try Operations.cumsum(x, x.shape.axis(axis, construct: "cumsum"))
}

/// The place of the largest element along an axis, or in all elements in order: the first of equal ones.
public func argmax(_ x: Tensor, axis: Int? = nil, keepAxis: Bool = false) throws -> Tensor {
    try argExtreme(x, axis, keepAxis, smallest: false, "argmax")
}

/// The place of the smallest element along an axis, or in all elements in order: the first of equal ones.
public func argmin(_ x: Tensor, axis: Int? = nil, keepAxis: Bool = false) throws -> Tensor {
    try argExtreme(x, axis, keepAxis, smallest: true, "argmin")
}

private func argExtreme(
    _ x: Tensor, _ axis: Int?, _ keepAxis: Bool, smallest: Bool, _ construct: String
) throws -> Tensor {
    let place = try axis.map { try x.shape.axis($0, construct: construct) }
    if x.count == 0 {
        throw Mistake(
            construct: construct, problem: "there is nothing to choose from",
            note: "{0} is \(x.shape) and has no element", argument: 0)
    }
    let axes = place.map { AxisSet(CollectionOfOne($0)) } ?? .all(x.rank)
    let out = try Tensor(uninitialized: x.shape.reduced(axes, keepAxes: keepAxis), for: construct)
    let (outer, size, inner) = place.map { x.shape.around($0) } ?? (1, x.count, 1)
    Kernels.argExtreme(
        smallest: smallest, x.pointer, out.pointer, outer: outer, axis: size, inner: inner)
    return out
}

/// The elements in rising (or falling) order along an axis; equal ones keep their order, NaN comes last.
public func sort(_ x: Tensor, axis: Int = -1, descending: Bool = false) throws -> Tensor {
    let axis = try x.shape.axis(axis, construct: "sort")
    let places = order(of: x, axis: axis, descending: descending)
    if !x.isRecorded {
        return try .building(x.shape) { out in
            x.withFloats { values in
                for (target, source) in zip(out.indices, places) { out[target] = values[source] }
            }
        }
    }
    return try reshape(gather(reshape(x, [x.count]), IndexList(places), axis: 0), x.shape)
}

/// The places, along an axis, of the elements in rising (or falling) order.
public func argsort(_ x: Tensor, axis: Int = -1, descending: Bool = false) throws -> Tensor {
    let axis = try x.shape.axis(axis, construct: "argsort")
    let (_, size, inner) = x.shape.around(axis)
    let places = order(of: x, axis: axis, descending: descending)
    return try .building(x.shape) { out in
        for (target, source) in zip(out.indices, places) { out[target] = Float(source / inner % size) }
    }
}

/// For each place of the sorted tensor, the place in x that its element comes from.
private func order(of x: Tensor, axis: Int, descending: Bool) -> [Int] {
    let (outer, size, inner) = x.shape.around(axis)
    var places = [Int](repeating: 0, count: x.count)
    x.withFloats { values in
        for block in 0..<outer {
            for column in 0..<inner where size > 0 {
                let start = block * size * inner + column
                // Swift's sort is stable.
                let line = (0..<size).map { start + $0 * inner }.sorted { a, b in
                    if values[a].isNaN || values[b].isNaN { return !values[a].isNaN && values[b].isNaN }
                    return descending ? values[a] > values[b] : values[a] < values[b]
                }
                for (rank, source) in line.enumerated() { places[start + rank * inner] = source }
            }
        }
    }
    return places
}
