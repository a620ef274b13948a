import CKernels
import Text

/// Which axes a reduction goes over, and whether they stay with a size of 1.
struct Reducing: Sendable {
    let axes: AxisSet
    let keepsAxes: Bool
}

extension Operations {
    static let sum = Operation<Reducing>(
        "sum", "The sum over axes.", example: "sum(tensor([[1, 2], [3, 4]]), axis: 0)",
        forward: .unary({ x, reducing in try reduce(.sum, x, reducing) }),
        rule: { step, reducing in try step.pass(to: 0, repeated(step.cotangent, step, reducing)) })

    static let mean = Operation<Reducing>(
        "mean", "The mean over axes.", example: "mean(tensor([[1, 2], [3, 4]]), axis: 0)",
        forward: .unary({ x, reducing in
            let total = try reduce(.sum, x, reducing)
            let terms = Float(x.count) / Float(Swift.max(total.count, 1))
            try Kernels.binary(.divide, total.pointer, scalar: terms, total.pointer, count: total.count)
            return total
        }),
        rule: { step, reducing in
            let terms = Float(step[0].count) / Float(Swift.max(step.output.count, 1))
            try step.pass(to: 0, repeated(step.cotangent / terms, step, reducing))
        })

    static let max = extreme("max", "The largest element along axes.", .max)
    static let min = extreme("min", "The smallest element along axes.", .min)

    private static func extreme(
        _ name: String, _ summary: String, _ reduction: Reduction
    ) -> Operation<Reducing> {
        Operation(
            name, summary, example: "\(name)(tensor([[1, 2], [3, 4]]), axis: 1)",
            forward: .unary({ x, reducing in try reduce(reduction, x, reducing) }),
            rule: { step, reducing in
                // Several equal extremes share the gradient. Where a NaN is the result, NaN are what won.
                var isExtreme = try equal(step[0], repeated(step.output.detached(), step, reducing))
                if any(try isnan(step.output)) { isExtreme = try isExtreme + isnan(step[0]) }
                let winners = try reduce(.sum, isExtreme, reducing)
                try step.pass(to: 0, repeated(step.cotangent / winners, step, reducing) * isExtreme)
            })
    }

    /// A tensor of the reduced shape, repeated to the operand's.
    static func repeated(
        _ x: Tensor, _ step: GradientStep, _ reducing: Reducing
    ) throws -> Tensor {
        let kept = step[0].shape.reduced(reducing.axes, keepAxes: true)
        if x.rank == 0 { return try Tensors.broadcast(x, to: step[0].shape) }
        return try Tensors.broadcast(Tensors.reshape(x, kept), to: step[0].shape)
    }

    /// Reduces each run of neighboring axes in one pass, the last run first.
    static func reduce(
        _ reduction: Reduction, _ x: Tensor, _ reducing: Reducing
    ) throws -> Tensor {
        let shape = x.shape
        let axes = reducing.axes
        let result = shape.reduced(axes, keepAxes: reducing.keepsAxes)
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
            try Kernels.reduce(
                reduction, current.pointer, out.pointer, outer: outer, axis: size, inner: inner)
            current = out
        }
        return current.viewed(as: result)
    }
}

func reduction(
    _ operation: Operation<Reducing>, _ x: Tensor, _ axes: AxisSet, _ keepAxes: Bool
) throws -> Tensor {
    if axes.isEmpty { return x }
    if x.count == 0 && operation !== Operations.sum && operation !== Operations.norm {
        throw Mistake(
            construct: operation.name, problem: "there is nothing to take the \(operation.name) of",
            note: "{0} is \(x.shape) and has no element", argument: 0)
    }
    return try operation(x, Reducing(axes: axes, keepsAxes: keepAxes))
}

func axes(_ axis: Int?, of x: Tensor, _ construct: String) throws -> AxisSet {
    guard let axis else { return .all(x.rank) }
    return AxisSet(CollectionOfOne(try x.shape.axis(axis, construct: construct)))
}

/// The sum over one axis, or over everything.
public func sum(_ x: Tensor, axis: Int? = nil, keepAxis: Bool = false) throws -> Tensor {
    try reduction(Operations.sum, x, axes(axis, of: x, "sum"), keepAxis)
}

/// The sum over several axes.
public func sum(_ x: Tensor, axes: [Int], keepAxis: Bool = false) throws -> Tensor {
    try reduction(Operations.sum, x, x.shape.axes(axes, construct: "sum"), keepAxis)
}

/// The mean over one axis, or over everything.
public func mean(_ x: Tensor, axis: Int? = nil, keepAxis: Bool = false) throws -> Tensor {
    try reduction(Operations.mean, x, axes(axis, of: x, "mean"), keepAxis)
}

/// The mean over several axes.
public func mean(_ x: Tensor, axes: [Int], keepAxis: Bool = false) throws -> Tensor {
    try reduction(Operations.mean, x, x.shape.axes(axes, construct: "mean"), keepAxis)
}

/// The largest element along one axis, or of all; several equal ones share the gradient.
public func max(_ x: Tensor, axis: Int? = nil, keepAxis: Bool = false) throws -> Tensor {
    try reduction(Operations.max, x, axes(axis, of: x, "max"), keepAxis)
}

/// The smallest element along one axis, or of all; several equal ones share the gradient.
public func min(_ x: Tensor, axis: Int? = nil, keepAxis: Bool = false) throws -> Tensor {
    try reduction(Operations.min, x, axes(axis, of: x, "min"), keepAxis)
}

/// The sum of x down to a shape that was broadcast to x's.
func sum(_ x: Tensor, to shape: Shape) throws -> Tensor {
    if x.shape == shape { return x }
    let summed = try reduction(Operations.sum, x, x.shape.axesRepeating(shape), true)
    return summed.shape == shape ? summed : try reshape(summed, shape)
}
