import CKernels

extension Kernels {
    /// out[o, i, :] = x[o, indices[i], :] for x of [outer, axis, inner]; indices within 0 ..< axis.
    static func gather(_ x: Source, indices: [Int], _ out: Target, outer: Int, axis: Int, inner: Int) throws {
        guard outer == 1 else {
            return try Threads.split(outer, grain: blocks(of: indices.count * inner)) {
                kernel_gather(
                    x + $0.lowerBound * axis * inner, indices, out + $0.lowerBound * indices.count * inner,
                    $0.count, axis, inner, indices.count)
            }
        }
        try indices.withUnsafeBufferPointer { indices in
            guard let first = indices.baseAddress else { return }
            try Threads.split(indices.count, grain: blocks(of: inner)) {
                kernel_gather(
                    x, first + $0.lowerBound, out + $0.lowerBound * inner, 1, axis, inner, $0.count)
            }
        }
    }

    /// How many runs of so many elements a piece of work takes.
    private static func blocks(of elements: Int) -> Int { max(1, plainGrain / max(1, elements)) }

    /// out[o, indices[i], :] += x[o, i, :], in the order of the indices.
    static func scatterAdd(
        _ x: Source, indices: [Int], into out: Target, outer: Int, axis: Int, inner: Int
    ) throws {
        guard outer == 1 else {
            return try Threads.split(outer, grain: blocks(of: indices.count * inner)) {
                kernel_scatter_add(
                    x + $0.lowerBound * indices.count * inner, indices, out + $0.lowerBound * axis * inner,
                    $0.count, axis, inner, indices.count)
            }
        }
        // Two pieces may add to the same place: one after the other.
        try indices.withUnsafeBufferPointer { indices in
            guard let first = indices.baseAddress else { return }
            try Threads.split(indices.count, grain: blocks(of: inner), width: 1) {
                kernel_scatter_add(
                    x + $0.lowerBound * inner, first + $0.lowerBound, out, 1, axis, inner, $0.count)
            }
        }
    }

    /// out[i] = x[places[i]].
    static func gather(_ x: Source, places: [Int32], _ out: Target) throws {
        try places.withUnsafeBufferPointer { places in
            guard let first = places.baseAddress else { return }
            try Threads.split(places.count, grain: plainGrain) {
                kernel_gather_flat(x, first + $0.lowerBound, out + $0.lowerBound, $0.count)
            }
        }
    }

    /// out[places[i]] += x[i].
    static func scatterAdd(_ x: Source, places: [Int32], into out: Target) throws {
        try places.withUnsafeBufferPointer { places in
            guard let first = places.baseAddress else { return }
            try Threads.split(places.count, grain: plainGrain, width: 1) {
                kernel_scatter_add_flat(x + $0.lowerBound, first + $0.lowerBound, out, $0.count)
            }
        }
    }
}
