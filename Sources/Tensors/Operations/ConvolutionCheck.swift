import Text

/// A window that slides over the last two axes.
struct Window: Sendable {
    let stride: Int32
    let padding: Int32
}

/// What a convolution needs of its operands, and its settings.
struct ConvolutionCheck {
    let construct: String
    let x: Tensor
    let weight: Tensor
    let window: Window

    init(construct: String, x: Tensor, weight: Tensor, stride: Int, padding: Int) {
        self.construct = construct
        self.x = x
        self.weight = weight
        window = Window(stride: Int32(clamping: stride), padding: Int32(clamping: padding))
    }

    /// Four axes each, channels that agree, a stride and padding that make sense.
    func operands(channelAxis: Int) throws {
        if x.rank != 4 {
            throw Mistake(
                construct: construct, problem: "images have four axes",
                note: "{0} is \(x.shape), and [batch, channels, height, width] is needed", argument: 0)
        }
        let layout = channelAxis == 1 ? "[out, in, height, width]" : "[in, out, height, width]"
        if weight.rank != 4 || weight.shape[2] < 1 || weight.shape[3] < 1 {
            throw Mistake(
                construct: construct, problem: "a weight has four axes",
                note: "{1} is \(weight.shape), and \(layout) is needed", argument: 1)
        }
        if x.shape[1] != weight.shape[channelAxis] {
            throw Mistake(
                construct: construct, problem: "the numbers of channels differ",
                note:
                    "{0} is \(x.shape) and {1} is \(weight.shape): axis 1 of {0} (\(x.shape[1])) must equal "
                    + "axis \(channelAxis) of {1} (\(weight.shape[channelAxis]))")
        }
        let limit: Int32 = 1 << 20
        if window.stride < 1 || window.stride > limit {
            throw Mistake(
                construct: construct, problem: "the stride must be 1 or more",
                note: "it is \(window.stride)")
        }
        if window.padding < 0 || window.padding > limit {
            throw Mistake(
                construct: construct, problem: "the padding must be 0 or more",
                note: "it is \(window.padding)")
        }
    }

    func bias(_ bias: Tensor?, channels: Int) throws {
        if let bias, bias.shape != [channels] {
            throw Mistake(
                construct: construct, problem: "the bias does not fit the weight",
                note: "{2} is \(bias.shape), and the weight \(weight.shape) makes "
                    + counted(channels, "channel"), argument: 2)
        }
    }
}
