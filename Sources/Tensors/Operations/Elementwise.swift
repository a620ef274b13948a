import CKernels

/// Forward computations that go element by element.
enum Elementwise {
    static func unary(_ kernel: UnaryKernel, _ x: Tensor, parameter: Float = 0) throws -> Tensor {
        let out = try Tensor(uninitialized: x.shape, for: "result")
        try Kernels.unary(kernel, x.pointer, out.pointer, count: x.count, parameter: parameter)
        return out
    }

    /// With broadcasting; `construct` is named in the error when the shapes do not fit together.
    static func binary(
        _ kernel: BinaryKernel, _ a: Tensor, _ b: Tensor, construct: String, parameter: Float = 0
    ) throws -> Tensor {
        let shape = try Shape.broadcast(a.shape, b.shape, construct: construct)
        let out = try Tensor(uninitialized: shape, for: construct)
        if a.shape == b.shape {
            try Kernels.binary(
                kernel, a.pointer, b.pointer, out.pointer, count: out.count, parameter: parameter)
        } else if b.count == 1 {
            try Kernels.binary(
                kernel, a.pointer, scalar: b.item, out.pointer, count: out.count, parameter: parameter)
        } else if a.count == 1 {
            try Kernels.binary(
                kernel, scalar: a.item, b.pointer, out.pointer, count: out.count, parameter: parameter)
        } else if out.count > 0 {
            try Kernels.broadcast(
                kernel, a.pointer, strides: a.shape.strides(broadcastTo: shape), b.pointer,
                strides: b.shape.strides(broadcastTo: shape), out.pointer,
                sizes: shape, parameter: parameter)
        }
        return out
    }
}
