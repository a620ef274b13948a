import Tensors

/// A convolution over images: from [n, inputs, h, w] to [n, outputs, h', w'] with
/// h' = (h + 2·padding − size) / stride + 1, rounded down.
public final class Conv2D: Layer {
    /// Its name as a script writes it.
    public let kind = "Conv2D"
    private let window: ConvolutionWindow
    private let learned: WeightAndBias
    /// The kernels, [outputs, inputs, size, size].
    public var weight: Parameter { learned.weight }
    /// What is added to each channel, or nil.
    public var bias: Parameter? { learned.bias }

    /// Makes a layer with random kernels.
    public init(
        _ inputs: Int, _ outputs: Int, size: Int, stride: Int = 1, padding: Int = 0, bias: Bool = true,
        initializer: Initializer = .standard, random: RandomStream
    ) throws {
        window = try ConvolutionWindow(
            of: kind, inputs, outputs, size: size, stride: stride, padding: padding)
        learned = try WeightAndBias(
            of: kind, weight: [outputs, inputs, size, size], bias: bias ? outputs : nil,
            fan: (inputs * window.area, outputs * window.area), initializer, random)
    }

    private init(copying other: Conv2D) throws {
        window = other.window
        learned = try other.learned.copied()
    }

    /// The call that makes it.
    public var signature: String { "\(kind)(\(window.arguments))" }
    /// The parameters that are its own.
    public var ownParameters: [OwnParameter] { learned.own }
    /// The shape that one sample must have.
    public var inputShape: [Int?]? { [window.inputs, nil, nil] }
    /// The shape of one sample of the output.
    public func outputShape(_ input: [Int?]?) -> [Int?]? {
        window.outputShape(input) { ($0 + 2 * window.padding - window.size) / window.stride + 1 }
    }
    /// A layer of its own with the same values.
    public func copied() throws -> any Layer { try Conv2D(copying: self) }

    /// The layer's output for a batch.
    public func callAsFunction(_ x: Tensor, _ pass: Pass) throws -> Tensor {
        try apply(x, weight: pass.tensor(weight), pass)
    }

    /// The output with other kernels in the weight's place.
    func apply(_ x: Tensor, weight: Tensor, _ pass: Pass) throws -> Tensor {
        try checkImages(self, x, channels: window.inputs)
        guard min(x.shape[2], x.shape[3]) + 2 * window.padding >= window.size else {
            throw inputError(
                self, x, "the image is smaller than the window",
                "the window is \(window.size) × \(window.size) with a padding of \(window.padding)")
        }
        return try conv2d(
            x, weight: weight, bias: bias.map(pass.tensor), stride: window.stride, padding: window.padding)
    }
}

/// A transposed convolution, which enlarges images: from [n, inputs, h, w] to [n, outputs, h', w'] with
/// h' = (h − 1)·stride − 2·padding + size.
public final class ConvTranspose2D: Layer {
    /// Its name as a script writes it.
    public let kind = "ConvTranspose2D"
    private let window: ConvolutionWindow
    private let learned: WeightAndBias
    /// The kernels, [inputs, outputs, size, size].
    public var weight: Parameter { learned.weight }
    /// What is added to each channel, or nil.
    public var bias: Parameter? { learned.bias }

    /// Makes a layer with random kernels.
    public init(
        _ inputs: Int, _ outputs: Int, size: Int, stride: Int = 1, padding: Int = 0, bias: Bool = true,
        initializer: Initializer = .standard, random: RandomStream
    ) throws {
        window = try ConvolutionWindow(
            of: kind, inputs, outputs, size: size, stride: stride, padding: padding)
        // PyTorch counts the second axis of the kernels as the inputs here too, so defaults agree with it.
        learned = try WeightAndBias(
            of: kind, weight: [inputs, outputs, size, size], bias: bias ? outputs : nil,
            fan: (outputs * window.area, inputs * window.area), initializer, random)
    }

    private init(copying other: ConvTranspose2D) throws {
        window = other.window
        learned = try other.learned.copied()
    }

    /// The call that makes it.
    public var signature: String { "\(kind)(\(window.arguments))" }
    /// The parameters that are its own.
    public var ownParameters: [OwnParameter] { learned.own }
    /// The shape that one sample must have.
    public var inputShape: [Int?]? { [window.inputs, nil, nil] }
    /// The shape of one sample of the output.
    public func outputShape(_ input: [Int?]?) -> [Int?]? {
        window.outputShape(input) { ($0 - 1) * window.stride - 2 * window.padding + window.size }
    }
    /// A layer of its own with the same values.
    public func copied() throws -> any Layer { try ConvTranspose2D(copying: self) }

    /// The layer's output for a batch.
    public func callAsFunction(_ x: Tensor, _ pass: Pass) throws -> Tensor {
        try checkImages(self, x, channels: window.inputs)
        return try convTranspose2d(
            x, weight: pass.tensor(weight), bias: bias.map(pass.tensor), stride: window.stride,
            padding: window.padding)
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
