import Tensors

/// A convolution over images: from [n, inputs, h, w] to [n, outputs, h', w'] with
/// h' = (h + 2·padding − size) / stride + 1, rounded down.
public final class Conv2D: Layer {
    /// Its name as a script writes it.
    public let kind = "Conv2D"
    /// The number of channels that go in and come out.
    public let inputs: Int, outputs: Int
    /// The window's side, its step, and the border of zeros.
    public let size: Int, stride: Int, padding: Int
    /// The kernels, [outputs, inputs, size, size].
    public let weight: Parameter
    /// What is added to each channel, or nil.
    public let bias: Parameter?

    /// Makes a layer with random kernels.
    public init(
        _ inputs: Int, _ outputs: Int, size: Int, stride: Int = 1, padding: Int = 0, bias: Bool = true,
        initialiser: Initialiser = .standard, random: RandomStream
    ) throws {
        try checkWindow("Conv2D", inputs, outputs, size, stride, padding)
        (self.inputs, self.outputs, self.size, self.stride, self.padding) = (
            inputs, outputs, size, stride, padding
        )
        let fanIn = inputs * size * size
        let fanOut = outputs * size * size
        weight = Parameter(
            try initialiser.weights([outputs, inputs, size, size], inputs: fanIn, outputs: fanOut, random),
            name: "Conv2D weight")
        self.bias =
            bias
            ? Parameter(
                try biasInitialiser(initialiser).weights([outputs], inputs: fanIn, outputs: fanOut, random),
                name: "Conv2D bias") : nil
    }

    private init(copying other: Conv2D) throws {
        (inputs, outputs, size) = (other.inputs, other.outputs, other.size)
        (stride, padding) = (other.stride, other.padding)
        weight = try other.weight.copied()
        bias = try other.bias?.copied()
    }

    /// The call that makes it.
    public var signature: String { windowSignature(kind, inputs, outputs, size, stride, padding) }
    /// The parameters that are its own.
    public var ownParameters: [OwnParameter] {
        [OwnParameter(role: "weight", parameter: weight)]
            + (bias.map { [OwnParameter(role: "bias", parameter: $0)] } ?? [])
    }
    /// The shape that one sample must have.
    public var inputShape: [Int?]? { [inputs, nil, nil] }
    /// The shape of one sample of the output.
    public func outputShape(_ input: [Int?]?) -> [Int?]? {
        let sides = (input?.count == 3 ? input?.dropFirst() : nil) ?? [nil, nil]
        return [outputs] + sides.map { $0.map { ($0 + 2 * padding - size) / stride + 1 } }
    }
    /// A layer of its own with the same values.
    public func copied() throws -> any Layer { try Conv2D(copying: self) }

    /// The layer's output for a batch.
    public func callAsFunction(_ x: Tensor, _ pass: Pass) throws -> Tensor {
        try apply(x, weight: pass.tensor(weight), pass)
    }

    /// The output with other kernels in the weight's place.
    func apply(_ x: Tensor, weight: Tensor, _ pass: Pass) throws -> Tensor {
        try checkImages(self, x, channels: inputs)
        guard min(x.shape[2], x.shape[3]) + 2 * padding >= size else {
            throw inputError(
                self, x, "the image is smaller than the window",
                "the window is \(size) × \(size) with a padding of \(padding)")
        }
        return try conv2d(x, weight: weight, bias: bias.map(pass.tensor), stride: stride, padding: padding)
    }
}

/// A transposed convolution, which enlarges images: from [n, inputs, h, w] to [n, outputs, h', w'] with
/// h' = (h − 1)·stride − 2·padding + size.
public final class ConvTranspose2D: Layer {
    /// Its name as a script writes it.
    public let kind = "ConvTranspose2D"
    /// The number of channels that go in and come out.
    public let inputs: Int, outputs: Int
    /// The window's side, its step, and the border that is cut off.
    public let size: Int, stride: Int, padding: Int
    /// The kernels, [inputs, outputs, size, size].
    public let weight: Parameter
    /// What is added to each channel, or nil.
    public let bias: Parameter?

    /// Makes a layer with random kernels.
    public init(
        _ inputs: Int, _ outputs: Int, size: Int, stride: Int = 1, padding: Int = 0, bias: Bool = true,
        initialiser: Initialiser = .standard, random: RandomStream
    ) throws {
        try checkWindow("ConvTranspose2D", inputs, outputs, size, stride, padding)
        (self.inputs, self.outputs, self.size, self.stride, self.padding) = (
            inputs, outputs, size, stride, padding
        )
        // PyTorch counts the second axis of the kernels as the inputs here too, so defaults agree with it.
        let fanIn = outputs * size * size
        let fanOut = inputs * size * size
        weight = Parameter(
            try initialiser.weights([inputs, outputs, size, size], inputs: fanIn, outputs: fanOut, random),
            name: "ConvTranspose2D weight")
        self.bias =
            bias
            ? Parameter(
                try biasInitialiser(initialiser).weights([outputs], inputs: fanIn, outputs: fanOut, random),
                name: "ConvTranspose2D bias") : nil
    }

    private init(copying other: ConvTranspose2D) throws {
        (inputs, outputs, size) = (other.inputs, other.outputs, other.size)
        (stride, padding) = (other.stride, other.padding)
        weight = try other.weight.copied()
        bias = try other.bias?.copied()
    }

    /// The call that makes it.
    public var signature: String { windowSignature(kind, inputs, outputs, size, stride, padding) }
    /// The parameters that are its own.
    public var ownParameters: [OwnParameter] {
        [OwnParameter(role: "weight", parameter: weight)]
            + (bias.map { [OwnParameter(role: "bias", parameter: $0)] } ?? [])
    }
    /// The shape that one sample must have.
    public var inputShape: [Int?]? { [inputs, nil, nil] }
    /// The shape of one sample of the output.
    public func outputShape(_ input: [Int?]?) -> [Int?]? {
        let sides = (input?.count == 3 ? input?.dropFirst() : nil) ?? [nil, nil]
        return [outputs] + sides.map { $0.map { ($0 - 1) * stride - 2 * padding + size } }
    }
    /// A layer of its own with the same values.
    public func copied() throws -> any Layer { try ConvTranspose2D(copying: self) }

    /// The layer's output for a batch.
    public func callAsFunction(_ x: Tensor, _ pass: Pass) throws -> Tensor {
        try checkImages(self, x, channels: inputs)
        return try convTranspose2d(
            x, weight: pass.tensor(weight), bias: bias.map(pass.tensor), stride: stride, padding: padding)
    }
}

private func windowSignature(
    _ kind: String, _ inputs: Int, _ outputs: Int, _ size: Int, _ stride: Int, _ padding: Int
) -> String {
    "\(kind)(\(inputs), \(outputs), size: \(size)" + (stride == 1 ? "" : ", stride: \(stride)")
        + (padding == 0 ? "" : ", padding: \(padding)") + ")"
}

private func checkWindow(
    _ kind: String, _ inputs: Int, _ outputs: Int, _ size: Int, _ stride: Int, _ padding: Int
) throws {
    try checkSizes(kind, ["inputs": inputs, "outputs": outputs, "size": size, "stride": stride])
    guard padding >= 0 else {
        throw TensorError(construct: kind, problem: "padding must not be negative", note: "got \(padding)")
    }
}

/// Checks that a layer's input is a batch of images with so many channels.
func checkImages(_ layer: any Layer, _ x: Tensor, channels: Int?) throws {
    guard x.rank == 4 else {
        throw inputError(
            layer, x, "the input is no batch of images",
            "\(layer.kind) takes [n, \(channels.map(String.init) ?? "channels"), height, width]; "
                + "Reshape(…) makes images of rows")
    }
    if let channels, x.shape[1] != channels {
        throw inputError(
            layer, x, "the input has the wrong number of channels",
            "\(layer.signature) takes \(channels): axis 1 (\(x.shape[1])) must be \(channels)")
    }
}
