import Tensors

/// A convolution over images or its transpose, which enlarges them: from [n, inputs, h, w] to [n, outputs, h', w'].
public final class Convolution2D: Layer {
    /// Which way the window goes over the images.
    public enum Direction: Sendable {
        /// Each window becomes a pixel: h' = (h + 2·padding − size) / stride + 1, rounded down.
        case plain
        /// Each pixel becomes a window: h' = (h − 1)·stride − 2·padding + size.
        case transposed
    }

    /// Which way the window goes over the images.
    public let direction: Direction
    private let window: ConvolutionWindow
    private let learned: WeightAndBias
    /// The kernels, [outputs, inputs, size, size], or transposed [inputs, outputs, size, size].
    public var weight: Parameter { learned.weight }
    /// What is added to each channel, or nil.
    public var bias: Parameter? { learned.bias }

    /// Makes a layer with random kernels.
    public init(
        _ direction: Direction, _ inputs: Int, _ outputs: Int, size: Int, stride: Int = 1,
        padding: Int = 0, bias: Bool = true, initializer: Initializer = .standard, random: RandomStream
    ) throws {
        self.direction = direction
        let kind = Self.kind(direction)
        window = try ConvolutionWindow(
            of: kind, inputs, outputs, size: size, stride: stride, padding: padding)
        // PyTorch counts the second axis of the kernels as the inputs in both directions, so defaults agree with it.
        let (rows, columns) = direction == .plain ? (outputs, inputs) : (inputs, outputs)
        learned = try WeightAndBias(
            of: kind, weight: [rows, columns, size, size], bias: bias ? outputs : nil,
            fan: (columns * window.area, rows * window.area), initializer, random)
    }

    private init(copying other: Convolution2D) throws {
        direction = other.direction
        window = other.window
        learned = try other.learned.copied()
    }

    private static func kind(_ direction: Direction) -> String {
        direction == .plain ? "Conv2D" : "ConvTranspose2D"
    }

    /// Its name as a script writes it.
    public var kind: String { Self.kind(direction) }
    /// The call that makes it.
    public var signature: String { "\(kind)(\(window.arguments))" }
    /// The parameters that are its own.
    public var ownParameters: [OwnParameter] { learned.own }
    /// The shape that one sample must have.
    public var inputShape: [Int?]? { [window.inputs, nil, nil] }
    /// The shape of one sample of the output.
    public func outputShape(_ input: [Int?]?) -> [Int?]? {
        window.outputShape(input) { side in
            switch direction {
            case .plain: (side + 2 * window.padding - window.size) / window.stride + 1
            case .transposed: (side - 1) * window.stride - 2 * window.padding + window.size
            }
        }
    }
    /// A layer of its own with the same values.
    public func copied() throws -> any Layer { try Convolution2D(copying: self) }

    /// The layer's output for a batch.
    public func callAsFunction(_ x: Tensor, _ pass: Pass) throws -> Tensor {
        try apply(x, weight: pass.tensor(weight), pass)
    }

    /// The output with other kernels in the weight's place.
    func apply(_ x: Tensor, weight: Tensor, _ pass: Pass) throws -> Tensor {
        try checkImages(self, x, channels: window.inputs)
        let bias = bias.map(pass.tensor)
        if direction == .transposed {
            return try convTranspose2d(
                x, weight: weight, bias: bias, stride: window.stride, padding: window.padding)
        }
        guard min(x.shape[2], x.shape[3]) + 2 * window.padding >= window.size else {
            throw inputError(
                self, x, "the image is smaller than the window",
                "the window is \(window.size) × \(window.size) with a padding of \(window.padding)")
        }
        return try conv2d(x, weight: weight, bias: bias, stride: window.stride, padding: window.padding)
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
