import CKernels

/// The sizes of pooling over `planes` (batch times channels) images of one channel.
struct PoolingGeometry: Sendable, Hashable {
    var planes, height, width, size, stride: Int

    var outHeight: Int { (height - size) / stride + 1 }
    var outWidth: Int { (width - size) / stride + 1 }
    var area: Int { height * width }
    var outArea: Int { outHeight * outWidth }
}

extension Kernels {
    /// The largest element of each window; `places` receives where in all of x it is.
    static func maxPool(_ x: Source, _ out: Target, places: UnsafeMutablePointer<Int32>, _ g: PoolingGeometry)
        throws
    {
        try byPlanes(g.planes, g.area) { plane in
            let to = places + plane * g.outArea
            kernel_max_pool(
                x + plane * g.area, out + plane * g.outArea, to, g.height, g.width, g.size, g.stride,
                g.outHeight,
                g.outWidth)
            for i in 0..<g.outArea { to[i] += Int32(plane * g.area) }
        }
    }

    /// The mean of each window.
    static func averagePool(_ x: Source, _ out: Target, _ g: PoolingGeometry) throws {
        try byPlanes(g.planes, g.area) { plane in
            kernel_average_pool(
                x + plane * g.area, out + plane * g.outArea, g.height, g.width, g.size, g.stride, g.outHeight,
                g.outWidth)
        }
    }

    /// The gradient of the mean of each window; `out`, of x's size, is overwritten.
    static func averagePoolBackward(_ gradient: Source, _ out: Target, _ g: PoolingGeometry) throws {
        try byPlanes(g.planes, g.area) { plane in
            kernel_fill(out + plane * g.area, 0, g.area)
            kernel_average_pool_backward(
                gradient + plane * g.outArea, out + plane * g.area, g.height, g.width, g.size, g.stride,
                g.outHeight, g.outWidth)
        }
    }

    /// Each pixel repeated factor x factor times.
    static func upsample(_ x: Source, _ out: Target, planes: Int, height: Int, width: Int, factor: Int) throws
    {
        let (area, outArea) = (height * width, height * width * factor * factor)
        try byPlanes(planes, outArea) {
            kernel_upsample(x + $0 * area, out + $0 * outArea, height, width, factor)
        }
    }

    /// The sum over the places of each pixel of [height, width].
    static func upsampleBackward(
        _ gradient: Source, _ out: Target, planes: Int, height: Int, width: Int, factor: Int
    ) throws {
        let (area, outArea) = (height * width, height * width * factor * factor)
        try byPlanes(planes, outArea) {
            kernel_upsample_backward(gradient + $0 * outArea, out + $0 * area, height, width, factor)
        }
    }

    private static func byPlanes(_ planes: Int, _ area: Int, _ body: (Int) -> Void) throws {
        try Threads.split(planes, grain: max(1, costlyGrain / max(1, area))) { chunk in
            for plane in chunk { body(plane) }
        }
    }
}
