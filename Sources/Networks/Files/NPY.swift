import Tensors
import Text

/// numpy's format for one array (NEP 1): a magic text, a version, a header in Python's notation, the elements.
public enum NPY {
    private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

    /// The file of a tensor: version 1.0, little-endian float32, row-major.
    public static func bytes(of tensor: Tensor) -> [UInt8] {
        let sizes = tensor.shape.dimensions.map(String.init)
        let tuple = sizes.count == 1 ? "(\(sizes[0]),)" : "(\(sizes.joined(separator: ", ")))"
        var header = "{'descr': '<f4', 'fortran_order': False, 'shape': \(tuple), }"
        // The elements begin at a multiple of 64, and the header ends with a new line.
        let unpadded = magic.count + 4 + header.utf8.count + 1
        header += String(repeating: " ", count: (64 - unpadded % 64) % 64) + "\n"
        let length = header.utf8.count
        return magic + [1, 0, UInt8(length & 255), UInt8(length >> 8)] + Array(header.utf8)
            + littleEndianBytes(of: tensor)
    }

    /// The tensor of a file. Floats of 16, 32 and 64 bits, whole numbers and booleans are read, of either order of bytes,
    /// row-major or column-major; all become float32.
    ///
    /// - Throws: ``Mistake`` that names the file and says what is wrong with it.
    public static func tensor(_ bytes: [UInt8], name: String) throws -> Tensor {
        func mistake(_ problem: String, _ found: String) -> Mistake {
            fileError("npy file", name, problem, found)
        }
        guard bytes.count >= 10, Array(bytes[..<6]) == magic else {
            throw mistake("this is no file of numpy", "it begins with \(firstBytes(bytes, 6))")
        }
        let version = bytes[6]
        guard (1...3).contains(version), version == 1 || bytes.count >= 12 else {
            throw mistake("its version is not known", "it says \(version), and 1 to 3 are")
        }
        let start = version == 1 ? 10 : 12
        let length = bytes[8..<start].reversed().reduce(0) { $0 << 8 | Int($1) }
        guard length <= 1 << 16, bytes.count >= start + length else {
            throw mistake(
                "the file is cut off", "its header takes \(length) bytes, \(bytes.count - start) are there")
        }
        let written = String(decoding: bytes[start..<(start + length)], as: UTF8.self)
        // Python may write blanks anywhere, and either kind of quotes.
        let header = String(written.filter { !$0.isWhitespace }.map { $0 == "\"" ? "'" : $0 })
        let isColumnMajor = header.contains("'fortran_order':True")
        guard let kind = value(of: "'descr':", header), let shape = shape(header),
            isColumnMajor || header.contains("'fortran_order':False")
        else { throw mistake("its header cannot be read", "it says \(written.prefix(80))") }
        guard let element = Element(kind) else {
            throw mistake(
                "its elements are of a kind that is not read",
                "\(kind); floats of 16, 32 ('<f4') and 64 bits, whole numbers and booleans are")
        }
        var count = 1
        for size in shape {
            let (product, tooLarge) = count.multipliedReportingOverflow(by: size)
            count = tooLarge ? .max / 16 : product
        }
        let data = bytes[(start + length)...]
        guard count < .max / 16, data.count == count * element.width else {
            throw mistake(
                data.count < count * element.width ? "the file is cut off" : "bytes are left over at its end",
                "the shape \(Shape(shape)) of \(kind) does not fit the \(data.count) bytes that follow")
        }
        let first = data.startIndex
        let floats = (0..<count).map { element.read(bytes, first + $0 * element.width) }
        guard isColumnMajor, shape.count > 1 else { return try Tensor(floats, Shape(shape)) }
        return try transpose(
            Tensor(floats, Shape(shape.reversed())), axes: Array((0..<shape.count).reversed())
        )
        .duplicated()
    }

    /// What stands behind a key: a text with its quotes, or a list with its brackets.
    private static func value(of key: String, _ header: String) -> String? {
        guard let found = header.firstRange(of: key) else { return nil }
        let rest = header[found.upperBound...]
        guard rest.first == "'" || rest.first == "[",
            let last = rest.dropFirst().firstIndex(of: rest.first == "[" ? "]" : "'")
        else { return nil }
        return String(rest[...last])
    }

    private static func shape(_ header: String) -> [Int]? {
        guard let found = header.firstRange(of: "'shape':"),
            let open = header[found.upperBound...].firstIndex(of: "("),
            let close = header[open...].firstIndex(of: ")")
        else { return nil }
        var sizes: [Int] = []
        for part in header[header.index(after: open)..<close].split(separator: ",") {
            let text = String(part.filter { !$0.isWhitespace })
            if text.isEmpty { continue }
            guard let size = Int(text), size >= 0 else { return nil }
            sizes.append(size)
        }
        return sizes.count <= 16 ? sizes : nil
    }

    private struct Element {
        let width: Int
        let read: ([UInt8], Int) -> Float

        /// The kind as the header writes it, such as `'<f4'`: the order of bytes, a letter, the width.
        init?(_ kind: String) {
            let parts = Array(kind.utf8)
            guard parts.count == 5, let width = Int(String(decoding: parts[3..<4], as: UTF8.self)) else {
                return nil
            }
            let isBigEndian = parts[1] == UInt8(ascii: ">")
            guard isBigEndian || "<|=".utf8.contains(parts[1]) else { return nil }
            func bits(_ bytes: [UInt8], _ at: Int) -> UInt64 {
                (0..<width).reduce(0) { $0 << 8 | UInt64(bytes[isBigEndian ? at + $1 : at + width - 1 - $1]) }
            }
            self.width = width
            switch String(decoding: parts[2..<4], as: UTF8.self) {
            case "f2": read = { Float(Float16(bitPattern: UInt16(bits($0, $1)))) }
            case "f4": read = { Float(bitPattern: UInt32(bits($0, $1))) }
            case "f8": read = { Float(Double(bitPattern: bits($0, $1))) }
            case "i1", "i2", "i4", "i8":
                // Moved to the top and back, so that the sign is spread.
                let rest = 64 - 8 * width
                read = { Float(Int64(bitPattern: bits($0, $1) << rest) >> rest) }
            case "u1", "u2", "u4", "u8": read = { Float(bits($0, $1)) }
            case "b1": read = { bits($0, $1) == 0 ? 0 : 1 }
            default: return nil
            }
        }
    }
}

/// A tensor's elements as the bytes of little-endian floats.
func littleEndianBytes(of tensor: Tensor) -> [UInt8] {
    tensor.withFloats { floats in
        var bytes: [UInt8] = []
        bytes.reserveCapacity(floats.count * 4)
        for float in floats { withUnsafeBytes(of: float.bitPattern.littleEndian) { bytes += $0 } }
        return bytes
    }
}
