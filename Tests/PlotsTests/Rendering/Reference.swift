import CPNG
import Foundation
import Testing

/// Pictures that someone has looked at and found good, kept as files.
///
/// With the environment variable DUEL_WRITE_REFERENCES set, the tests write them anew; look at what changed before
/// keeping it.
enum Reference {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("References")
    private static let isWriting = ProcessInfo.processInfo.environment["DUEL_WRITE_REFERENCES"] != nil

    static func check(_ text: String, _ name: String) throws {
        let file = folder.appendingPathComponent(name)
        if isWriting { try write(Data((text + "\n").utf8), file) }
        let kept = try String(contentsOf: file, encoding: .utf8)
        #expect(text + "\n" == kept, "\(name) is not what it was")
    }

    static func check(png: [UInt8], _ name: String) throws {
        let file = folder.appendingPathComponent(name)
        if isWriting { try write(Data(png), file) }
        let kept = try decoded([UInt8](Data(contentsOf: file)))
        let drawn = try decoded(png)
        try #require(drawn.width == kept.width && drawn.height == kept.height, "\(name) has another size")
        let differing = zip(drawn.bytes, kept.bytes).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
        #expect(differing == 0, "\(name) differs in \(differing) of \(kept.bytes.count) channels")
    }

    /// Width, height, and red, green and blue of each pixel, read by libpng.
    static func decoded(_ file: [UInt8]) throws -> (width: Int, height: Int, bytes: [UInt8]) {
        var image = png_image()
        image.version = UInt32(PNG_IMAGE_VERSION)
        try #require(png_image_begin_read_from_memory(&image, file, file.count) != 0)
        image.format = UInt32(PNG_FORMAT_FLAG_COLOR)
        var bytes = [UInt8](repeating: 0, count: Int(image.width * image.height * 3))
        try #require(png_image_finish_read(&image, nil, &bytes, 0, nil) != 0)
        return (Int(image.width), Int(image.height), bytes)
    }

    private static func write(_ data: Data, _ file: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try data.write(to: file)
    }
}
