import Text

extension Operations {
    static let averagePool2d: Operation<PoolingWindow> = Operation(
        "averagePool2d", "The mean of each window of an image.", example: "averagePool2d(x, size: 2)",
        forward: .unary({ x, window in
            let geometry = PoolingGeometry(x.shape, window)
            let out = try Tensor(uninitialized: geometry.outShape(x.shape), for: "averagePool2d")
            try Kernels.averagePool(x.pointer, out.pointer, geometry)
            return out
        }),
        rule: { step, window in
            let settings = (window: window, image: step[0].shape)
            try step.pass(to: 0, averageUnpool2d(step.cotangent, settings))
        })

    /// The transpose of the linear map `averagePool2d`.
    static let averageUnpool2d: Operation<(window: PoolingWindow, image: Shape)> = Operation(
        "averageUnpool2d", "Each pixel shared out evenly over its window.",
        example: "gradient(of: sum(averagePool2d(x, size: 2)), for: x)",
        forward: .unary({ x, settings in
            let (window, image) = settings
            let out = try Tensor(uninitialized: image, for: "averagePool2d")
            try Kernels.averagePoolBackward(x.pointer, out.pointer, PoolingGeometry(image, window))
            return out
        }),
        rule: { step, settings in try step.pass(to: 0, averagePool2d(step.cotangent, settings.window)) })

    static let upsampleNearest2d: Operation<Int> = Operation(
        "upsampleNearest2d", "Each pixel repeated in a square.", example: "upsampleNearest2d(x, factor: 2)",
        forward: .unary({ x, factor in
            let shape = Shape([x.shape[0], x.shape[1], x.shape[2] * factor, x.shape[3] * factor])
            let out = try Tensor(uninitialized: shape, for: "upsampleNearest2d")
            try Kernels.upsample(
                x.pointer, out.pointer, planes: x.shape[0] * x.shape[1], height: x.shape[2],
                width: x.shape[3], factor: factor)
            return out
        }),
        rule: { step, factor in try step.pass(to: 0, sumPool2d(step.cotangent, factor)) })

    /// The transpose of the linear map `upsampleNearest2d`.
    static let sumPool2d: Operation<Int> = Operation(
        "sumPool2d", "The sum of each square of pixels.",
        example: "gradient(of: sum(upsampleNearest2d(x, factor: 2)), for: x)",
        forward: .unary({ x, factor in
            let shape = Shape([x.shape[0], x.shape[1], x.shape[2] / factor, x.shape[3] / factor])
            let out = try Tensor(uninitialized: shape, for: "upsampleNearest2d")
            try Kernels.upsampleBackward(
                x.pointer, out.pointer, planes: x.shape[0] * x.shape[1], height: shape[2], width: shape[3],
                factor: factor)
            return out
        }),
        rule: { step, factor in try step.pass(to: 0, upsampleNearest2d(step.cotangent, factor)) })
}

/// A square that slides over the last two axes.
struct PoolingWindow: Sendable {
    let size: Int
    let stride: Int
}

extension PoolingGeometry {
    init(_ image: Shape, _ window: PoolingWindow) {
        self.init(
            planes: image[0] * image[1], height: image[2], width: image[3], size: window.size,
            stride: window.stride)
    }

    func outShape(_ image: Shape) -> Shape { [image[0], image[1], outHeight, outWidth] }
}

/// The mean of each window of `size` × `size` pixels of x [batch, channels, height, width]; windows begin
/// every `stride` pixels, `size` unless given.
public func averagePool2d(_ x: Tensor, size: Int, stride: Int? = nil) throws -> Tensor {
    try Operations.averagePool2d(x, pooling(x, size, stride, "averagePool2d"))
}

/// The largest pixel of each window of `size` × `size` pixels of x [batch, channels, height, width]; windows
/// begin every `stride` pixels, `size` unless given. The gradient goes to the first of equal pixels.
public func maxPool2d(_ x: Tensor, size: Int, stride: Int? = nil) throws -> Tensor {
    let geometry = PoolingGeometry(x.shape, try pooling(x, size, stride, "maxPool2d"))
    let shape = try geometry.outShape(x.shape).validated(for: "maxPool2d")
    let out = try Tensor(uninitialized: shape, for: "maxPool2d")
    let places = try [Int32](unsafeUninitializedCapacity: shape.count) { buffer, count in
        if let start = buffer.baseAddress {
            try Kernels.maxPool(x.pointer, out.pointer, places: start, geometry)
        }
        count = shape.count
    }
    if !x.isRecorded { return out }
    // Once it is known where they are, the largest pixels are gathered, which has a rule of any order.
    let flat = try reshape(x, [x.count])
    return try reshape(gather(flat, IndexList(places.map(Int.init)), axis: 0), shape)
}

/// Each pixel of x [batch, channels, height, width] repeated `factor` × `factor` times.
public func upsampleNearest2d(_ x: Tensor, factor: Int) throws -> Tensor {
    try requireImages(x, "upsampleNearest2d")
    let largest = 1 << 15
    if factor < 1 || factor > largest {
        throw Mistake(
            construct: "upsampleNearest2d", problem: "the factor must be from 1 to \(largest)",
            note: "it is \(factor)", argument: 1)
    }
    return try Operations.upsampleNearest2d(x, factor)
}

private func pooling(_ x: Tensor, _ size: Int, _ stride: Int?, _ construct: String) throws -> PoolingWindow {
    try requireImages(x, construct)
    let stride = stride ?? size
    if size < 1 || stride < 1 {
        throw Mistake(
            construct: construct, problem: "size and stride must be 1 or more",
            note: "size is \(size) and stride \(stride)")
    }
    if size > x.shape[2] || size > x.shape[3] {
        throw Mistake(
            construct: construct, problem: "the window is larger than the image",
            note: "{0} is \(x.shape) and the window \(size) × \(size)", argument: 0)
    }
    return PoolingWindow(size: size, stride: Int(Int32(clamping: stride)))
}

private func requireImages(_ x: Tensor, _ construct: String) throws {
    if x.rank != 4 {
        throw Mistake(
            construct: construct, problem: "images have four axes",
            note: "{0} is \(x.shape), and [batch, channels, height, width] is needed", argument: 0)
    }
}
