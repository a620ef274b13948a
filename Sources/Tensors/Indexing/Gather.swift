import Text

/// Places along an axis.
struct Gathering: Sendable {
    let list: IndexList
    let axis: Int
}

extension Operations {
    static let gather: Operation<Gathering> = Operation(
        "gather", "The elements at given places along an axis.",
        example: "gather(tensor([[1, 2], [3, 4]]), indices: [1, 0, 1])",
        forward: .unary({ x, gathering in
            let places = gathering.list.places
            let (outer, size, inner) = x.shape.around(gathering.axis)
            let shape = x.shape.replacing(gathering.axis, with: places.count)
            let out = try Tensor(uninitialized: shape, for: "gather")
            try Kernels.gather(
                x.pointer, indices: places, out.pointer, outer: outer, axis: size, inner: inner)
            return out
        }),
        rule: { step, gathering in
            let settings = (gathering: gathering, size: step[0].shape[gathering.axis])
            try step.pass(to: 0, Operations.scatterAdd(step.cotangent, settings))
        })

    static let scatterAdd: Operation<(gathering: Gathering, size: Int)> = Operation(
        "scatterAdd", "Zeros to which elements are added at given places along an axis.",
        example: "scatterAdd(tensor([1, 2, 3]), indices: [0, 0, 1], size: 2)",
        forward: .unary({ x, settings in
            let (gathering, size) = settings
            let shape = x.shape.replacing(gathering.axis, with: size)
            let out = try zeros(shape)
            let (outer, _, inner) = shape.around(gathering.axis)
            try Kernels.scatterAdd(
                x.pointer, indices: gathering.list.places, into: out.pointer, outer: outer, axis: size,
                inner: inner)
            return out
        }),
        rule: { step, settings in try step.pass(to: 0, gather(step.cotangent, settings.gathering)) })
}

func gather(_ x: Tensor, _ list: IndexList, axis: Int) throws -> Tensor {
    try Operations.gather(x, Gathering(list: list, axis: axis))
}

/// The elements at places along an axis, in the order of the indices; an index may come several times.
public func gather(_ x: Tensor, indices: [Int], axis: Int = 0) throws -> Tensor {
    let axis = try x.shape.axis(axis, construct: "gather")
    return try gather(
        x, IndexList(checking: indices, size: x.shape[axis], construct: "gather", argument: 1), axis: axis)
}

/// The elements at places along an axis. The axes of the indices take the place of the axis.
public func gather(_ x: Tensor, indices: Tensor, axis: Int = 0) throws -> Tensor {
    let axis = try x.shape.axis(axis, construct: "gather")
    let places = try IndexList.wholeNumbers(indices, construct: "gather", argument: 1)
    let flat = try gather(x, indices: places, axis: axis)
    if indices.rank == 1 { return flat }
    let sizes = x.shape.dimensions
    return try reshape(flat, Shape(sizes[..<axis] + indices.shape.dimensions + sizes[(axis + 1)...]))
}

/// Zeros of `size` along an axis, to which x's elements are added at the places that the indices name.
public func scatterAdd(_ x: Tensor, indices: [Int], size: Int, axis: Int = 0) throws -> Tensor {
    let axis = try x.shape.axis(axis, construct: "scatterAdd")
    if indices.count != x.shape[axis] {
        throw Mistake(
            construct: "scatterAdd", problem: "there is not one index for each element",
            note: "{0} is \(x.shape): axis \(axis) has size \(x.shape[axis]), and the indices are "
                + "\(indices.count) of them", argument: 1)
    }
    _ = try x.shape.replacing(axis, with: size).validated(for: "scatterAdd")
    let list = try IndexList(checking: indices, size: size, construct: "scatterAdd", argument: 1)
    return try Operations.scatterAdd(x, (gathering: Gathering(list: list, axis: axis), size: size))
}
