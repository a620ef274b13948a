import Text

/// A part of a tensor, one index for each axis from the front; missing ones take all of their axis.
///
/// Several index tensors are paired element by element, and the axes of the pairs stand where the first of
/// them stood. Gradients go through all of it.
public func index(_ x: Tensor, _ indices: [TensorIndex]) throws -> Tensor {
    let wanted = indices.reduce(0) { $0 + $1.axisCount }
    if x.rank == 0 && !indices.isEmpty {
        throw Mistake(
            construct: "index", problem: "a tensor without axes cannot be indexed",
            note: "{0} is a single number", argument: 0)
    }
    if wanted > x.rank {
        throw Mistake(
            construct: "index", problem: "there are more indices than axes",
            note: "{0} is \(x.shape) with \(axesPhrase(x.rank)), and there are "
                + (wanted == 1 ? "1 index" : "indices for \(wanted)"))
    }
    var walk = IndexWalk(x.shape)
    for (argument, index) in indices.enumerated() { try walk.take(index, argument: argument + 1) }
    return try walk.applied(to: x)
}

private func axesPhrase(_ count: Int) -> String { count == 1 ? "1 axis" : "\(count) axes" }

/// Goes over the indices from the front: ranges and single elements make one slice, then masks and index
/// tensors pick along the axes that the slice leaves.
private struct IndexWalk {
    private let whole: Shape
    private var slice: Slice
    private var isPlain = true
    /// The axis of x that comes next.
    private var axis = 0
    /// The sizes after the slice, without the axes of single elements, and with those of a mask joined.
    private var left: [Int] = []
    private var picks: [Pick] = []

    /// Places along one of the axes that are left.
    private struct Pick {
        let axis: Int
        let shape: Shape
        let places: [Int]
    }

    init(_ shape: Shape) {
        whole = shape
        slice = Slice(shape: shape)
    }

    mutating func take(_ index: TensorIndex, argument: Int) throws {
        let size = axis < whole.rank ? whole[axis] : 1
        switch index {
        case .at(let place):
            let list = try IndexList(
                checking: [place], size: size, axis: axisPhrase, construct: "index", argument: argument)
            slice.starts[axis] = list.places[0]
            slice.shape = slice.shape.replacing(axis, with: 1)
            isPlain = false
            axis += 1
        case .range(let lower, let upper, let step):
            left.append(try takeRange(lower ?? 0, upper ?? size, step, size, argument))
            axis += 1
        case .mask(let mask):
            try takeMask(mask, argument)
        case .indices(let indices):
            let numbers = try IndexList.wholeNumbers(indices, construct: "index", argument: argument)
            let list = try IndexList(
                checking: numbers, size: size, axis: axisPhrase, construct: "index", argument: argument)
            picks.append(Pick(axis: left.count, shape: indices.shape, places: list.places))
            left.append(size)
            axis += 1
        }
    }

    private var axisPhrase: String { "{0} is \(whole): axis \(axis)" }

    private mutating func takeRange(
        _ lower: Int, _ upper: Int, _ step: Int, _ size: Int, _ argument: Int
    ) throws -> Int {
        if lower < 0 || upper > size || lower > upper {
            throw Mistake(
                construct: "index", problem: "the range {\(argument)} does not lie within the axis",
                note:
                    "\(axisPhrase) has \(counted(size, "element")), so bounds lie between 0 and \(size)",
                argument: argument)
        }
        if step < 1 {
            throw Mistake(
                construct: "index", problem: "the step must be 1 or more",
                note: "it is \(step); flip(…) turns an axis round", argument: argument)
        }
        let count = (upper - lower + step - 1) / step
        slice.starts[axis] = lower
        slice.steps[axis] = step
        slice.shape = slice.shape.replacing(axis, with: count)
        if count != size { isPlain = false }
        return count
    }

    private mutating func takeMask(_ mask: Tensor, _ argument: Int) throws {
        let covered = Shape(rank: mask.rank) { whole[axis + $0] }
        if mask.shape != covered || mask.rank == 0 {
            throw Mistake(
                construct: "index", problem: "the mask does not fit what it chooses from",
                note: "{\(argument)} is \(mask.shape), and the axes it stands for are \(covered)",
                argument: argument)
        }
        let places = mask.withFloats { values in values.indices.filter { values[$0] != 0 } }
        picks.append(Pick(axis: left.count, shape: [places.count], places: places))
        left.append(covered.count)
        axis += mask.rank
    }

    func applied(to x: Tensor) throws -> Tensor {
        let rest = (axis..<whole.rank).map { whole[$0] }
        let part = try isPlain ? x : Tensors.slice(x, slice)
        let open = try reshape(part, Shape(left + rest))
        if picks.isEmpty { return open }
        if picks.count == 1 { return try gathered(pick: picks[0], of: open) }
        return try paired(open)
    }

    private func gathered(pick: Pick, of x: Tensor) throws -> Tensor {
        let flat = try gather(x, IndexList(pick.places), axis: pick.axis)
        let sizes = x.shape.dimensions
        return try reshape(
            flat, Shape(sizes[..<pick.axis] + pick.shape.dimensions + sizes[(pick.axis + 1)...]))
    }

    /// Several picks: their axes are brought together and joined, and one pick is made along the joint axis.
    private func paired(_ x: Tensor) throws -> Tensor {
        var shape = picks[0].shape
        for pick in picks.dropFirst() {
            do {
                shape = try Shape.broadcast(shape, pick.shape, construct: "index")
            } catch {
                throw Mistake(
                    construct: "index", problem: "index tensors that are paired do not fit together",
                    note: "they are \(listed(picks.map { "\($0.shape)" }))")
            }
        }
        var places = [Int](repeating: 0, count: shape.count)
        for pick in picks {
            let size = x.shape[pick.axis]
            let indices = try broadcast(Tensor(pick.places.map(Float.init), pick.shape), to: shape)
            indices.withFloats { indices in
                for place in places.indices { places[place] = places[place] * size + Int(indices[place]) }
            }
        }
        let chosen = picks.map(\.axis)
        let before = (0..<chosen[0]).map { $0 }
        let after = (chosen[0]..<x.rank).filter { !chosen.contains($0) }
        let ordered = try transpose(x, axes: before + chosen + after)
        let joint = chosen.reduce(1) { $0 * x.shape[$1] }
        let joined = try reshape(
            ordered, Shape(before.map { x.shape[$0] } + [joint] + after.map { x.shape[$0] }))
        return try gathered(
            pick: Pick(axis: before.count, shape: shape, places: places), of: joined)
    }
}
