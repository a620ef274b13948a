import Text

// A convolution takes x and a weight to y; the three functions below are one trilinear form seen from its
// three sides, so each is the rule of the others and any order of derivative is exact.

extension Operations {
    static let conv2d: Operation<Window> = Operation(
        "conv2d", "A convolution: windows of the image, weighted and summed over all channels.",
        example: "conv2d(x, weight: w, bias: b, stride: 2, padding: 1)",
        forward: .any({ inputs, window in
            let (x, weight) = (inputs[0], inputs[1])
            let geometry = geometry(image: x.shape, weight: weight.shape, window)
            let out = try Tensor(
                uninitialized: [
                    geometry.batch, geometry.outChannels, geometry.outHeight, geometry.outWidth,
                ], for: "conv2d")
            try Kernels.convolve(
                x.pointer, weight: weight.pointer, bias: bias(inputs), out.pointer, geometry)
            return out
        }),
        rule: { step, window in
            let gradient = step.cotangent
            try step.pass(
                to: 0,
                transposed(gradient, step[1], window, height: step[0].shape[2], width: step[0].shape[3]))
            try step.pass(to: 1, weightGradient(step[0], gradient, window, shape: step[1].shape))
            try step.pass(to: 2, Tensors.sum(gradient, axes: [0, 2, 3]))
        })

    static let convTranspose2d: Operation<(window: Window, shape: Shape)> = Operation(
        "convTranspose2d", "A transposed convolution: each pixel paints a weighted window, which enlarges.",
        example: "convTranspose2d(x, weight: w, bias: b, stride: 2, padding: 1)",
        forward: .any({ inputs, settings in
            let (x, weight) = (inputs[0], inputs[1])
            let (window, shape) = settings
            let geometry = geometry(image: shape, weight: weight.shape, window, output: x.shape)
            let out = try Tensor(uninitialized: shape, for: "convTranspose2d")
            try Kernels.convolveTransposed(
                x.pointer, weight: weight.pointer, bias: bias(inputs), out.pointer, geometry)
            return out
        }),
        rule: { step, settings in
            let gradient = step.cotangent
            let window = settings.window
            try step.pass(to: 0, conv2d(gradient, step[1], window))
            try step.pass(to: 1, weightGradient(gradient, step[0], window, shape: step[1].shape))
            try step.pass(to: 2, Tensors.sum(gradient, axes: [0, 2, 3]))
        })

    /// From the image of a convolution and the gradient of its output, the gradient of its weight.
    static let convolutionWeightGradient: Operation<(window: Window, shape: Shape)> = Operation(
        "convolutionWeightGradient", "The gradient of a convolution's weight.",
        example: "gradient(of: sum(conv2d(x, weight: w)), for: w)",
        forward: .binary({ x, gradient, settings in
            let (window, shape) = settings
            let geometry = geometry(image: x.shape, weight: shape, window, output: gradient.shape)
            let out = try Tensor(uninitialized: shape, for: "conv2d")
            try Kernels.convolutionWeightGradient(
                x.pointer, gradient: gradient.pointer, out.pointer, geometry)
            return out
        }),
        rule: { step, settings in
            let weight = step.cotangent
            let window = settings.window
            try step.pass(
                to: 0, transposed(step[1], weight, window, height: step[0].shape[2], width: step[0].shape[3]))
            try step.pass(to: 1, conv2d(step[0], weight, window))
        })

    private static func bias(_ inputs: Inputs) -> UnsafePointer<Float>? {
        inputs.count > 2 ? UnsafePointer(inputs[2].pointer) : nil
    }

    private static func geometry(
        image: Shape, weight: Shape, _ window: Window, output: Shape? = nil
    ) -> ConvolutionGeometry {
        var geometry = ConvolutionGeometry(
            batch: image[0], channels: image[1], height: image[2], width: image[3],
            outChannels: weight[0], kernelHeight: weight[2], kernelWidth: weight[3],
            stride: Int(window.stride), padding: Int(window.padding))
        if let output {
            geometry.outHeight = output[2]
            geometry.outWidth = output[3]
        }
        return geometry
    }

    private static func transposed(
        _ x: Tensor, _ weight: Tensor, _ window: Window, height: Int, width: Int
    ) throws -> Tensor {
        let shape: Shape = [x.shape[0], weight.shape[1], height, width]
        return try convTranspose2d(x, weight, (window: window, shape: shape))
    }

    private static func weightGradient(
        _ x: Tensor, _ gradient: Tensor, _ window: Window, shape: Shape
    ) throws -> Tensor {
        try convolutionWeightGradient(x, gradient, (window: window, shape: shape))
    }
}

/// A convolution of x [batch, in, height, width] with weight [out, in, kernel height, kernel width].
///
/// Each side of the output has (side + 2 · padding - kernel) / stride + 1 pixels, rounded down.
public func conv2d(
    _ x: Tensor, weight: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0
) throws -> Tensor {
    let check = ConvolutionCheck(construct: "conv2d", x: x, weight: weight, stride: stride, padding: padding)
    try check.operands(channelAxis: 1)
    try check.bias(bias, channels: weight.shape[0])
    for axis in 2...3 where x.shape[axis] + 2 * padding < weight.shape[axis] {
        throw Mistake(
            construct: "conv2d", problem: "the window is larger than the image",
            note: "{0} is \(x.shape), with padding \(padding) its axis \(axis) has "
                + "\(x.shape[axis] + 2 * padding) pixels, and the weight \(weight.shape) needs "
                + "\(weight.shape[axis])")
    }
    return try Operations.conv2d.apply(Inputs(x, weight, bias), check.window)
}

/// A transposed convolution of x [batch, in, height, width] with weight [in, out, kernel height, kernel
/// width], which enlarges: each side of the output has (side - 1) · stride + kernel - 2 · padding pixels.
public func convTranspose2d(
    _ x: Tensor, weight: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0
) throws -> Tensor {
    let construct = "convTranspose2d"
    let check = ConvolutionCheck(construct: construct, x: x, weight: weight, stride: stride, padding: padding)
    try check.operands(channelAxis: 0)
    try check.bias(bias, channels: weight.shape[1])
    let sides = try (2...3).map { axis in
        let (steps, overflows) = max(x.shape[axis] - 1, 0).multipliedReportingOverflow(by: stride)
        let side = overflows ? Int.max : steps &+ weight.shape[axis] &- 2 * padding
        if x.shape[axis] == 0 || side <= 0 {
            throw Mistake(
                construct: construct, problem: "the output would have no pixels",
                note: "{0} is \(x.shape), the weight \(weight.shape), stride \(stride), padding \(padding)")
        }
        return side
    }
    let shape = try Shape([x.shape[0], weight.shape[1], sides[0], sides[1]]).validated(for: construct)
    return try Operations.convTranspose2d.apply(
        Inputs(x, weight, bias), (window: check.window, shape: shape))
}
