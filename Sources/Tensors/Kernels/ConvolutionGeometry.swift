import CKernels

/// The sizes of a convolution of x [batch, channels, height, width] with weight
/// [outChannels, channels, kernelHeight, kernelWidth].
struct ConvolutionGeometry: Sendable, Hashable {
    var batch, channels, height, width: Int
    var outChannels, kernelHeight, kernelWidth: Int
    var stride, padding: Int
    /// Held apart from the other sizes, since a transposed convolution is given them.
    var outHeight, outWidth: Int

    /// The sizes of a convolution; its output's follow from the others.
    init(
        batch: Int, channels: Int, height: Int, width: Int, outChannels: Int, kernelHeight: Int,
        kernelWidth: Int, stride: Int, padding: Int
    ) {
        self.batch = batch
        self.channels = channels
        self.height = height
        self.width = width
        self.outChannels = outChannels
        self.kernelHeight = kernelHeight
        self.kernelWidth = kernelWidth
        self.stride = stride
        self.padding = padding
        outHeight = (height + 2 * padding - kernelHeight) / stride + 1
        outWidth = (width + 2 * padding - kernelWidth) / stride + 1
    }

    /// Elements that one output element looks at.
    var patch: Int { channels * kernelHeight * kernelWidth }
    var imageSize: Int { channels * height * width }
    var outArea: Int { outHeight * outWidth }
    var outSize: Int { outChannels * outArea }

    /// Pixels of a window.
    var window: Int { kernelHeight * kernelWidth }

    /// Images that share a product, so that small ones fill a matrix too: so many that their groups can be
    /// dealt out evenly.
    var group: Int {
        let least = (batch * outArea + Self.places - 1) / Self.places
        let even = least <= 2 ? 2 : (least + 3) / 4 * 4
        return max(1, (batch + even - 1) / even)
    }
    var groups: Int { (batch + group - 1) / group }

    /// Places of the output that a product takes.
    private static let places = 256

    /// Whether channels before the window's pixels or after them is the same.
    var hasOneOrder: Bool { channels == 1 || window == 1 }

    /// An image is its own matrix of columns where the window is one pixel.
    var needsNoColumns: Bool {
        kernelHeight == 1 && kernelWidth == 1 && stride == 1 && padding == 0 && group == 1
    }

    var patches: ImagePatches {
        ImagePatches(
            channels: channels, height: height, width: width, kernel_height: kernelHeight,
            kernel_width: kernelWidth, stride: stride, padding: padding, out_height: outHeight,
            out_width: outWidth)
    }
}
