import Plots
import Script
import Tensors
import Text

/// A batch of images of shape [n, channels, h, w] as a figure.
func imageGrid(_ batch: Tensor, columns: Int, title: String) throws -> Figure {
    try Figure.images(try rasters(batch, nil), columns: columns, title: title)
}

/// The pictures in a tensor of shape [n, c, h, w], [n, h, w] or [h, w], with its numbers brought to 0...1.
func rasters(_ tensor: Tensor, _ range: ClosedRange<Double>?) throws -> [Raster] {
    let sizes = tensor.shape.dimensions
    let (count, channels): (Int, Int)
    switch sizes.count {
    case 2: (count, channels) = (1, 1)
    case 3 where sizes[0] == 3 && sizes[1] == sizes[2] && sizes[1] > 3: (count, channels) = (1, 3)
    case 3: (count, channels) = (sizes[0], 1)
    case 4 where sizes[1] == 1 || sizes[1] == 3: (count, channels) = (sizes[0], sizes[1])
    default:
        throw Mistake(
            problem: "the tensor holds no pictures",
            note: "{0} is \(tensor.shape), and pictures are [n, 1, h, w], [n, 3, h, w], [n, h, w] or [h, w]; "
                + "reshape(x, [n, 1, h, w]) makes pictures of rows", place: .argument(0))
    }
    let floats = tensor.floats
    let least = floats.min() ?? 0
    let (low, high) =
        range.map { (Float($0.lowerBound), Float($0.upperBound)) } ?? (least < 0 ? (-1, 1) : (0, 1))
    guard high > low else {
        throw Mistake(problem: "the range of colors is empty", note: "it begins and ends at \(low)")
    }
    let (height, width) = (sizes[sizes.count - 2], sizes[sizes.count - 1])
    let size = channels * height * width
    return try (0..<count).map { number in
        let planes = floats[(number * size)..<((number + 1) * size)].map { ($0 - low) / (high - low) }
        return try Raster(width: width, height: height, channels: channels, planes: planes)
    }
}
