import Tensors

/// An array of bytes in the format of the MNIST files: two zero bytes, the kind of its elements, the number of
/// axes, the size of each axis as four bytes with the largest first, then the elements.
/// (LeCun, Cortes, Burges: "The MNIST database of handwritten digits".)
public struct IDXFile: Equatable, Sendable {
    /// The size of each axis: `[4000, 28, 28]` for images, `[4000]` for labels.
    public let dimensions: [Int]
    /// The elements, row-major.
    public let elements: [UInt8]

    /// Reads a file of unsigned bytes, gzipped or not.
    ///
    /// - Throws: ``Mistake`` that names the file and says what is wrong with it.
    public init(_ file: [UInt8], name: String) throws {
        let bytes = try plainBytes(file, name: name)
        guard bytes.count >= 4, bytes[0] == 0, bytes[1] == 0 else {
            throw fileError(
                "IDX file", name, "this is no IDX file",
                "it begins with \(firstBytes(bytes)), an IDX file of bytes with 00 00 08")
        }
        guard bytes[2] == 0x08 else {
            throw fileError(
                "IDX file", name, "its elements are no unsigned bytes",
                "the kind of its elements is \(bytes[2]), and 8 is the one that images and labels have")
        }
        let rank = Int(bytes[3])
        guard rank > 0 else {
            throw fileError("IDX file", name, "it has no axes", "labels have 1 and images 3")
        }
        let start = 4 + 4 * rank
        guard bytes.count >= start else {
            throw fileError(
                "IDX file", name, "the file is cut off",
                "its header takes \(start) bytes and the file has \(bytes.count)")
        }
        let sizes = (0..<rank).map { axis in
            bytes[(4 + 4 * axis)..<(8 + 4 * axis)].reduce(0) { $0 << 8 | Int($1) }
        }
        var count = 1
        for size in sizes {
            let (product, tooLarge) = count.multipliedReportingOverflow(by: size)
            count = tooLarge ? .max : product
        }
        guard bytes.count - start == count else {
            throw fileError(
                "IDX file", name,
                bytes.count - start < count ? "the file is cut off" : "bytes are left over at its end",
                "its header announces \(sizes.map(String.init).joined(separator: " × ")) bytes, "
                    + "and \(bytes.count - start) follow")
        }
        dimensions = sizes
        elements = Array(bytes[start...])
    }
}
