import CKernels
import Text

extension Operation {
    static let sum = Operation(
        "sum", "The sum over axes.", example: "sum(tensor([[1, 2], [3, 4]]), axis: 0)",
        forward: .unary({ x, attributes in try reduce(.sum, x, attributes) }),
        rule: { step in try step.pass(to: 0, spread(step.cotangent, step)) })

    static let mean = Operation(
        "mean", "The mean over axes.", example: "mean(tensor([[1, 2], [3, 4]]), axis: 0)",
        forward: .unary({ x, attributes in
            let total = try reduce(.sum, x, attributes)
            let terms = Float(x.count) / Float(Swift.max(total.count, 1))
            Kernels.binary(.divide, total.pointer, scalar: terms, total.pointer, count: total.count)
            return total
        }),
        rule: { step in
            let terms = Float(step[0].count) / Float(Swift.max(step.output.count, 1))
            try step.pass(to: 0, spread(step.cotangent / terms, step))
        })

    static let max = extreme("max", "The largest element along axes.", .max)
    static let min = extreme("min", "The smallest element along axes.", .min)

    private static func extreme(_ name: String, _ summary: String, _ reduction: Reduction) -> Operation {
        Operation(
            name, summary, example: "\(name)(tensor([[1, 2], [3, 4]]), axis: 1)",
            forward: .unary({ x, attributes in try reduce(reduction, x, attributes) }),
            rule: { step in
                // Several equal extremes share the gradient.
                let isExtreme = try equal(step[0], spread(step.output.detached(), step))
                let winners = try reduce(.sum, isExtreme, step.attributes)
                try step.pass(to: 0, spread(step.cotangent / winners, step) * isExtreme)
            })
    }

    /// A tensor of the reduced shape, repeated to the operand's.
    private static func spread(_ x: Tensor, _ step: GradientStep) throws -> Tensor {
        let kept = step[0].shape.reduced(step.attributes.axes, keepAxes: true)
        if x.rank == 0 { return try Tensors.broadcast(x, to: step[0].shape) }
        return try Tensors.broadcast(Tensors.reshape(x, kept), to: step[0].shape)
    }

    /// Reduces each run of neighboring axes in one pass, the last run first.
    private static func reduce(
        _ reduction: Reduction, _ x: Tensor, _ attributes: Attributes
    ) throws -> Tensor {
        let shape = x.shape
        let axes = attributes.axes
        let result = shape.reduced(axes, keepAxes: attributes.flag)
        var current = x
        var axis = shape.rank - 1
        var inner = 1
        while axis >= 0 {
            if !axes.contains(axis) {
                inner *= shape.sizes[axis]
                axis -= 1
                continue
            }
            var size = 1
            while axis >= 0 && axes.contains(axis) {
                size *= shape.sizes[axis]
                axis -= 1
            }
            let outer = (0..<axis + 1).reduce(1) { $0 * shape.sizes[$1] }
            let out = try Tensor(uninitialized: Shape(outer * inner), for: "reduction")
            Kernels.reduce(reduction, current.pointer, out.pointer, outer: outer, axis: size, inner: inner)
            current = out
        }
        return current.viewed(as: result)
    }
}

private func reduction(
    _ operation: Operation, _ x: Tensor, _ axes: AxisSet, _ keepAxes: Bool
) throws -> Tensor {
    if axes.isEmpty { return x }
    if x.count == 0 && operation !== Operation.sum {
        throw Mistake(
            construct: operation.name, problem: "there is nothing to take the \(operation.name) of",
            note: "{0} is \(x.shape) and has no element", argument: 0)
    }
    var attributes = Attributes()
    attributes.axes = axes
    attributes.flag = keepAxes
    return try operation(x, attributes)
}

private func axes(_ axis: Int?, of x: Tensor, _ construct: String) throws -> AxisSet {
    guard let axis else { return .all(x.rank) }
    return AxisSet(CollectionOfOne(try x.shape.axis(axis, construct: construct)))
}

/// The sum over one axis, or over everything.
public func sum(_ x: Tensor, axis: Int? = nil, keepAxis: Bool = false) throws -> Tensor {
    try reduction(.sum, x, axes(axis, of: x, "sum"), keepAxis)
}

/// The sum over several axes.
public func sum(_ x: Tensor, axes: [Int], keepAxis: Bool = false) throws -> Tensor {
    try reduction(.sum, x, x.shape.axes(axes, construct: "sum"), keepAxis)
}

/// The mean over one axis, or over everything.
public func mean(_ x: Tensor, axis: Int? = nil, keepAxis: Bool = false) throws -> Tensor {
    try reduction(.mean, x, axes(axis, of: x, "mean"), keepAxis)
}

/// The mean over several axes.
public func mean(_ x: Tensor, axes: [Int], keepAxis: Bool = false) throws -> Tensor {
    try reduction(.mean, x, x.shape.axes(axes, construct: "mean"), keepAxis)
}

/// The largest element along one axis, or of all; several equal ones share the gradient.
public func max(_ x: Tensor, axis: Int? = nil, keepAxis: Bool = false) throws -> Tensor {
    try reduction(.max, x, axes(axis, of: x, "max"), keepAxis)
}

/// The smallest element along one axis, or of all; several equal ones share the gradient.
public func min(_ x: Tensor, axis: Int? = nil, keepAxis: Bool = false) throws -> Tensor {
    try reduction(.min, x, axes(axis, of: x, "min"), keepAxis)
}

/// The sum of x down to a shape that was broadcast to x's.
func sum(_ x: Tensor, to shape: Shape) throws -> Tensor {
    if x.shape == shape { return x }
    let summed = try reduction(.sum, x, x.shape.axesRepeating(shape), true)
    return summed.shape == shape ? summed : try reshape(summed, shape)
}
