import CPNG
import Text

/// The file format PNG, written by libpng.
enum PNG {
    /// A file of an opaque picture, given as red, green and blue of each pixel.
    static func encoded(width: Int, height: Int, bytes: [UInt8]) throws(Mistake) -> [UInt8] {
        precondition(bytes.count == width * height * 3)
        var image = png_image()
        image.version = UInt32(PNG_IMAGE_VERSION)
        image.width = UInt32(width)
        image.height = UInt32(height)
        image.format = UInt32(PNG_FORMAT_FLAG_COLOR)
        defer { png_image_free(&image) }
        // What cannot be compressed grows by a filter byte in each row and little for zlib and the chunks.
        let rows = bytes.count + height
        var size = png_alloc_size_t(rows + rows / 1000 + 1024)
        var file = [UInt8](repeating: 0, count: Int(size))
        guard png_image_write_to_memory(&image, &file, &size, 0, bytes, 0, nil) != 0 else {
            throw failure(image)
        }
        return Array(file.prefix(Int(size)))
    }

    private static func failure(_ image: png_image) -> Mistake {
        let message = withUnsafeBytes(of: image.message) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        return Mistake(construct: "png", problem: "the picture could not be written", note: message)
    }
}
