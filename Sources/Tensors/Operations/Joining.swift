import Text

extension Operations {
    static let concatenate = Operation<(axis: Int, shape: Shape)>(
        "concatenate", "Tensors one after another along an axis.",
        example: "concatenate([ones(1, 2), zeros(1, 2)], axis: 0)",
        forward: .any({ inputs, settings in
            let (axis, shape) = settings
            let out = try Tensor(uninitialized: shape, for: "concatenate")
            let (outer, size, inner) = shape.around(axis)
            var start = 0
            for index in 0..<inputs.count {
                let part = inputs[index]
                let length = part.shape[axis] * inner
                for row in 0..<outer where length > 0 {
                    (out.pointer + row * size * inner + start)
                        .update(from: part.pointer + row * length, count: length)
                }
                start += length
            }
            return out
        }),
        rule: { step, settings in
            let axis = settings.axis
            var start = 0
            for index in 0..<step.operandCount {
                let end = start + step[index].shape[axis]
                try step.pass(to: index, Tensors.slice(step.cotangent, axis: axis, start..<end))
                start = end
            }
        })
}

/// Tensors one after another along an axis; the other axes have to agree.
public func concatenate(_ tensors: [Tensor], axis: Int = 0) throws -> Tensor {
    let construct = "concatenate"
    guard let first = tensors.first else {
        throw Mistake(construct: construct, problem: "there is no tensor to join")
    }
    if first.rank == 0 {
        throw Mistake(
            construct: construct, problem: "a tensor without axes cannot be joined",
            note: "stack puts tensors beside each other along a new axis")
    }
    let axis = try first.shape.axis(axis, construct: construct)
    var total = 0
    for (index, tensor) in tensors.enumerated() {
        let agrees =
            tensor.rank == first.rank
            && tensor.shape.replacing(axis, with: 0) == first.shape.replacing(axis, with: 0)
        if !agrees {
            throw Mistake(
                construct: construct, problem: "the shapes do not fit together",
                note: "along axis \(axis) tensor 0 is \(first.shape) and tensor \(index) is \(tensor.shape): "
                    + "all other axes must be equal")
        }
        total += tensor.shape[axis]
    }
    if tensors.count == 1 { return first }
    let shape = first.shape.replacing(axis, with: total)
    return try Operations.concatenate.apply(Inputs(tensors), (axis: axis, shape: shape))
}

/// Tensors of one shape beside each other along a new axis.
public func stack(_ tensors: [Tensor], axis: Int = 0) throws -> Tensor {
    guard let first = tensors.first else {
        throw Mistake(construct: "stack", problem: "there is no tensor to stack")
    }
    for (index, tensor) in tensors.enumerated() where tensor.shape != first.shape {
        throw Mistake(
            construct: "stack", problem: "the shapes differ",
            note: "tensor 0 is \(first.shape) and tensor \(index) is \(tensor.shape)")
    }
    return try concatenate(tensors.map { try expandDims($0, axis: axis) }, axis: axis)
}

/// A tensor cut along an axis into parts of equal size.
public func split(_ x: Tensor, parts: Int, axis: Int = 0) throws -> [Tensor] {
    let place = try x.shape.axis(axis, construct: "split")
    let size = x.shape[place]
    if parts < 1 || size % parts != 0 {
        throw Mistake(
            construct: "split", problem: "the axis cannot be cut into \(counted(parts, "equal part"))",
            note: "{0} is \(x.shape), and axis \(place) has size \(size)", argument: 1)
    }
    return try split(x, sizes: Array(repeating: size / parts, count: parts), axis: place)
}

/// A tensor cut along an axis into parts of these sizes, which sum to the axis.
public func split(_ x: Tensor, sizes: [Int], axis: Int = 0) throws -> [Tensor] {
    let place = try x.shape.axis(axis, construct: "split")
    let total = sizes.reduce(0.0) { $0 + Double($1) }
    if sizes.contains(where: { $0 < 0 }) || total != Double(x.shape[place]) {
        throw Mistake(
            construct: "split", problem: "the sizes do not make up the axis",
            note:
                "{0} is \(x.shape): axis \(place) has size \(x.shape[place]), and the parts are \(Shape(sizes))",
            argument: 1)
    }
    var start = 0
    return try sizes.map { size in
        defer { start += size }
        return try slice(x, axis: place, start..<start + size)
    }
}
