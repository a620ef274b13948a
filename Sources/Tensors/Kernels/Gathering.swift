import CKernels

extension Kernels {
    /// out[o, i, :] = x[o, indices[i], :] for x of [outer, axis, inner]; indices within 0 ..< axis.
    static func gather(_ x: Source, indices: [Int], _ out: Target, outer: Int, axis: Int, inner: Int) {
        kernel_gather(x, indices, out, outer, axis, inner, indices.count)
    }

    /// out[o, indices[i], :] += x[o, i, :], in the order of the indices.
    static func scatterAdd(_ x: Source, indices: [Int], into out: Target, outer: Int, axis: Int, inner: Int) {
        kernel_scatter_add(x, indices, out, outer, axis, inner, indices.count)
    }

    /// out[i] = x[places[i]].
    static func gather(_ x: Source, places: [Int32], _ out: Target) {
        kernel_gather_flat(x, places, out, places.count)
    }

    /// out[places[i]] += x[i].
    static func scatterAdd(_ x: Source, places: [Int32], into out: Target) {
        kernel_scatter_add_flat(x, places, out, places.count)
    }
}
