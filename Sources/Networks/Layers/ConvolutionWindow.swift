import Tensors
import Text

/// The window that a convolution slides over images: how many channels it takes and gives, its side, its step, and the
/// border around the images.
struct ConvolutionWindow {
    let inputs: Int, outputs: Int
    let size: Int, stride: Int, padding: Int

    /// A window for the layer `kind`, which errors name.
    init(of kind: String, _ inputs: Int, _ outputs: Int, size: Int, stride: Int, padding: Int) throws {
        try checkSizes(kind, ["inputs": inputs, "outputs": outputs, "size": size, "stride": stride])
        guard padding >= 0 else {
            throw Mistake(
                construct: kind, problem: "padding must not be negative", note: "got \(padding)")
        }
        // Far beyond any memory, and still countable by an Int.
        guard Double(inputs) * Double(outputs) * Double(size) * Double(size) < 0x1p60 else {
            throw Mistake(
                construct: kind, problem: "the layer is too large",
                note: "its kernels have \(inputs) × \(outputs) × \(size) × \(size) numbers")
        }
        (self.inputs, self.outputs) = (inputs, outputs)
        (self.size, self.stride, self.padding) = (size, stride, padding)
    }

    /// How many places of the kernels one channel has.
    var area: Int { size * size }

    /// What stands between the parentheses of the layer's signature.
    var arguments: String {
        "\(inputs), \(outputs), size: \(size)" + (stride == 1 ? "" : ", stride: \(stride)")
            + (padding == 0 ? "" : ", padding: \(padding)")
    }

    /// One sample's shape behind the layer, where `side` says what becomes of a height or a width.
    func outputShape(_ input: [Int?]?, side: (Int) -> Int) -> [Int?] {
        let sides = (input?.count == 3 ? input?.dropFirst() : nil) ?? [nil, nil]
        return [outputs] + sides.map { $0.map(side) }
    }
}
