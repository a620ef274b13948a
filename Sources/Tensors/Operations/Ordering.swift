import Budget
import Text

extension Operations {
    static let cumsum: Operation<Int> = Operation(
        "cumsum", "The sums of the elements so far along an axis.", example: "cumsum(tensor([1, 2, 3]))",
        forward: .unary({ x, axis in
            let out = try Tensor(uninitialized: x.shape, for: "cumsum")
            let (outer, size, inner) = x.shape.around(axis)
            if out.count > 0 {
                try Kernels.cumulativeSum(x.pointer, out.pointer, outer: outer, axis: size, inner: inner)
            }
            return out
        }),
        rule: { step, axis in
            // An element is in all sums from its own place on.
            let reversed = try flip(step.cotangent, axis: axis)
            try step.pass(to: 0, flip(cumsum(reversed, axis), axis: axis))
        })
}

/// For each line of elements, the two between which a quantile lies.
struct QuantilePlaces: Sendable {
    let lower: IndexList
    let upper: IndexList
    /// How far the quantile is on the way from the lower one to the upper.
    let share: Double
    let result: Shape
}

extension Operations {
    static let quantile = Operation<QuantilePlaces>(
        "quantile", "The number below which a share of the elements lies, in all of them or along an axis.",
        example: "quantile(tensor([1, 2, 3, 4, 5]), 0.25)",
        forward: .unary({ x, quantile in
            try .building(quantile.result) { out in
                x.withFloats { values in
                    for index in out.indices {
                        let lower = Double(values[quantile.lower.places[index]])
                        let upper = Double(values[quantile.upper.places[index]])
                        out[index] = Float(between(lower, upper, share: quantile.share))
                    }
                }
            }
        }),
        rule: { step, quantile in
            let line = try reshape(step.cotangent, [quantile.result.count])
            let size = step[0].count
            func part(_ list: IndexList, _ share: Double) throws -> Tensor {
                let gathering = Gathering(list: list, axis: 0)
                return try scatterAdd(line * Float(share), (gathering: gathering, size: size))
            }
            let sum = try part(quantile.lower, 1 - quantile.share) + part(quantile.upper, quantile.share)
            try step.pass(to: 0, Tensors.reshape(sum, step[0].shape))
        })
}

/// Equal numbers give themselves, infinite ones too.
private func between(_ lower: Double, _ upper: Double, share: Double) -> Double {
    if lower == upper || share == 0 { return lower }
    return lower * (1 - share) + upper * share
}

/// The number below which a share `q` of the elements lies, over one axis or everything. Where it falls between two
/// elements it lies on the line between them, as numpy and PyTorch have it; their gradients share it likewise. A line
/// with a NaN in it gives NaN.
public func quantile(
    _ x: Tensor, _ q: Double, axis: Int? = nil, keepAxis: Bool = false
) throws -> Tensor {
    try quantile(x, q, axis, keepAxis, construct: "quantile")
}

/// The middle of the elements in order, over one axis or everything: of an even number of them the mean of the two in
/// the middle, as numpy has it (PyTorch's takes the lower one). A line with a NaN in it gives NaN.
public func median(_ x: Tensor, axis: Int? = nil, keepAxis: Bool = false) throws -> Tensor {
    try quantile(x, 0.5, axis, keepAxis, construct: "median")
}

private func quantile(
    _ x: Tensor, _ q: Double, _ axis: Int?, _ keepAxis: Bool, construct: String
) throws -> Tensor {
    if !(0...1).contains(q) {
        throw Mistake(
            construct: construct, problem: "the share must be from 0 to 1", note: "got \(q)", argument: 1)
    }
    let place = try axis.map { try x.shape.axis($0, construct: construct) }
    if x.count == 0 {
        throw Mistake(
            construct: construct, problem: "there is nothing to take the \(construct) of",
            note: "{0} is \(x.shape) and has no element", argument: 0)
    }
    let (outer, size, inner) = place.map { x.shape.around($0) } ?? (1, x.count, 1)
    let order = try order(of: x, outer, size, inner, descending: false)
    let position = q * Double(size - 1)
    let lower = Int(position)
    let upper = min(lower + 1, size - 1)
    let places = x.withFloats { values in
        (0..<outer * inner).map { line in
            let start = line / inner * size * inner + line % inner
            func element(_ rank: Int) -> Int { order[start + rank * inner] }
            // NaNs stand at the end; one of them is enough.
            let last = element(size - 1)
            return values[last].isNaN ? (last, last) : (element(lower), element(upper))
        }
    }
    let axes = place.map { AxisSet(CollectionOfOne($0)) } ?? .all(x.rank)
    return try Operations.quantile(
        x,
        QuantilePlaces(
            lower: IndexList(places.map(\.0)), upper: IndexList(places.map(\.1)),
            share: position - Double(lower), result: x.shape.reduced(axes, keepAxes: keepAxis)))
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
    try Kernels.argExtreme(
        smallest: smallest, x.pointer, out.pointer, outer: outer, axis: size, inner: inner)
    return out
}

/// The elements in rising (or falling) order along an axis; equal ones keep their order, NaN comes last.
public func sort(_ x: Tensor, axis: Int = -1, descending: Bool = false) throws -> Tensor {
    let axis = try x.shape.axis(axis, construct: "sort")
    let places = try order(of: x, axis: axis, descending: descending)
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
    let places = try order(of: x, axis: axis, descending: descending)
    return try .building(x.shape) { out in
        for (target, source) in zip(out.indices, places) { out[target] = Float(source / inner % size) }
    }
}

/// Whether a comes before b in rising (or falling) order: the one order of numbers. NaN comes last in both.
public func precedes<Number: BinaryFloatingPoint>(_ a: Number, _ b: Number, descending: Bool) -> Bool {
    if a.isNaN || b.isNaN { return !a.isNaN }
    return descending ? a > b : a < b
}

private func order(of x: Tensor, axis: Int, descending: Bool) throws -> [Int] {
    let (outer, size, inner) = x.shape.around(axis)
    return try order(of: x, outer, size, inner, descending: descending)
}

/// For each place of the sorted tensor, the place in x [outer, size, inner] that its element comes from.
private func order(
    of x: Tensor, _ outer: Int, _ size: Int, _ inner: Int, descending: Bool
) throws -> [Int] {
    // The places, and what the sort of a line works in.
    try MemoryBudget.reserve(bytes: (x.count + 3 * size) * MemoryLayout<Int>.stride)
    var places = [Int](repeating: 0, count: x.count)
    var meter = Meter()
    try x.withFloats { values in
        for block in 0..<outer {
            for column in 0..<inner where size > 0 {
                let start = block * size * inner + column
                // Swift's sort is stable.
                let line = try (0..<size).map { start + $0 * inner }.sorted { a, b in
                    try meter.turn()
                    return precedes(values[a], values[b], descending: descending)
                }
                for (rank, source) in line.enumerated() { places[start + rank * inner] = source }
            }
        }
    }
    return places
}
