import Text

/// How pixels become larger or smaller.
public enum ImageScaling: Sendable, Equatable {
    /// Every pixel stays a square.
    case nearest
    /// Between pixels, colors run into each other.
    case smooth
}

/// Pictures in rows.
struct ImageGrid: Sendable, Equatable {
    var rasters: [Raster]
    var columns: Int?
    var labels: [String]
    var scaling: ImageScaling
}

extension Figure {
    /// Pictures in rows, all drawn at the same size.
    ///
    /// - Parameters:
    ///   - rasters: the pictures.
    ///   - columns: how many in a row; when nil, as near to a square as the width allows.
    ///   - labels: a name below each picture; none, or as many as pictures.
    ///   - scaling: whether pixels stay squares.
    public static func images(
        _ rasters: [Raster], columns: Int? = nil, labels: [String] = [], scaling: ImageScaling = .nearest,
        title: String? = nil
    ) throws(Mistake) -> Figure {
        try FigureCheck.somethingGiven(rasters.count, "images", "image")
        try FigureCheck.labels(labels, for: rasters.count, "images", "image")
        if let columns, columns < 1 {
            throw Mistake(
                construct: "images", problem: "columns is a number above 0", note: "it is \(columns)")
        }
        let grid = ImageGrid(rasters: rasters, columns: columns, labels: labels, scaling: scaling)
        return Figure(.images(grid), title: title)
    }
}
