import Text

/// A small picture of gray (one channel) or colored (three channels) pixels, each value in 0...1.
public struct Raster: Sendable, Equatable {
    /// Pixels in a row.
    public let width: Int
    /// Rows, the first at the top.
    public let height: Int
    /// 1 for gray, 3 for red, green and blue.
    public let channels: Int
    /// Row after row, pixel after pixel, channel after channel.
    public let values: [Float]

    /// A picture from interleaved values (height, width, channels). Values outside 0...1 are drawn as the
    /// nearer end.
    public init(width: Int, height: Int, channels: Int = 1, values: [Float]) throws(Mistake) {
        guard channels == 1 || channels == 3 else {
            throw Mistake(
                construct: "images", problem: "an image has 1 channel (gray) or 3 (red, green, blue)",
                note: "this one has \(channels)")
        }
        let (pixels, tooLarge) = width.multipliedReportingOverflow(by: height)
        guard width > 0 && height > 0 && !tooLarge && pixels <= 64_000_000 else {
            throw Mistake(
                construct: "images", problem: "an image needs at least one pixel",
                note: "this one is \(width) wide and \(height) high")
        }
        guard pixels * channels == values.count else {
            throw Mistake(
                construct: "images", problem: "the values do not fill the image",
                note: "\(height) × \(width) pixels of \(FigureCheck.plain(channels, "channel")) are "
                    + "\(pixels * channels) values, and there are \(values.count)")
        }
        self.width = width
        self.height = height
        self.channels = channels
        self.values = values
    }

    /// A picture from whole channels one after the other (channels, height, width), as networks keep them.
    public init(width: Int, height: Int, channels: Int, planes: [Float]) throws(Mistake) {
        try self.init(width: width, height: height, channels: channels, values: planes)
        guard channels > 1 else { return }
        let count = width * height
        var interleaved: [Float] = []
        interleaved.reserveCapacity(planes.count)
        for pixel in 0..<count {
            for channel in 0..<channels { interleaved.append(planes[channel * count + pixel]) }
        }
        try self.init(width: width, height: height, channels: channels, values: interleaved)
    }
}
