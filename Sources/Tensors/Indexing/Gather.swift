import Text

extension Operation {
    static let gather = Operation(
        "gather", "The elements at given places along an axis.",
        example: "gather(tensor([[1, 2], [3, 4]]), indices: [1, 0, 1])",
        forward: .unary({ x, attributes in
            guard case .indices(let list) = attributes.details else {
                preconditionFailure("gathering needs places")
            }
            let (outer, size, inner) = x.shape.around(attributes.axis)
            let shape = x.shape.replacing(attributes.axis, with: list.places.count)
            let out = try Tensor(uninitialized: shape, for: "gather")
            Kernels.gather(
                x.pointer, indices: list.places, out.pointer, outer: outer, axis: size, inner: inner)
            return out
        }),
        rule: { step in
            try step.pass(
                to: 0, scatter(step.cotangent, step.attributes, size: step[0].shape[step.attributes.axis]))
        })

    static let scatterAdd = Operation(
        "scatterAdd", "Zeros to which elements are added at given places along an axis.",
        example: "scatterAdd(tensor([1, 2, 3]), indices: [0, 0, 1], size: 2)",
        forward: .unary({ x, attributes in
            guard case .indices(let list) = attributes.details else {
                preconditionFailure("scattering needs places")
            }
            let out = try zeros(attributes.shape)
            let (outer, size, inner) = attributes.shape.around(attributes.axis)
            Kernels.scatterAdd(
                x.pointer, indices: list.places, into: out.pointer, outer: outer, axis: size, inner: inner)
            return out
        }),
        rule: { step in try step.pass(to: 0, Operation.gather(step.cotangent, step.attributes)) })

    private static func scatter(_ x: Tensor, _ gathering: Attributes, size: Int) throws -> Tensor {
        var attributes = gathering
        attributes.shape = x.shape.replacing(gathering.axis, with: size)
        return try scatterAdd(x, attributes)
    }
}

func gather(_ x: Tensor, _ list: IndexList, axis: Int) throws -> Tensor {
    var attributes = Attributes()
    attributes.axis = axis
    attributes.details = .indices(list)
    return try Operation.gather(x, attributes)
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
    var attributes = Attributes()
    attributes.axis = axis
    attributes.shape = try x.shape.replacing(axis, with: size).validated(for: "scatterAdd")
    attributes.details = .indices(
        try IndexList(checking: indices, size: size, construct: "scatterAdd", argument: 1))
    return try Operation.scatterAdd(x, attributes)
}
