import CZlib
import Tensors
import Text

/// The gzip format (RFC 1952), from bytes to bytes.
public enum Gzip {
    /// Whether the bytes begin as a gzip file does.
    public static func isCompressed(_ bytes: [UInt8]) -> Bool {
        bytes.count >= 2 && bytes[0] == 0x1f && bytes[1] == 0x8b
    }

    /// The content of a gzip file.
    ///
    /// - Parameters:
    ///   - bytes: The whole file; several members in a row are one content, as gzip has it,
    ///     and zeros behind the last are none of it.
    ///   - name: The file's name, for messages.
    ///   - limit: The largest content that is accepted, so that a small hostile file cannot fill the memory.
    /// - Throws: ``Mistake`` for a file that is no gzip, is cut off, damaged, or grows beyond the limit.
    public static func inflated(
        _ bytes: [UInt8], name: String, limit: Int = 1 << 30
    ) throws -> [UInt8] {
        guard isCompressed(bytes) else {
            throw fileError("gzip file", name, "this is no gzip file", "it begins with \(firstBytes(bytes))")
        }
        var stream = z_stream()
        // 15 is the largest window, 16 asks for a gzip header and its check sum.
        guard
            inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { throw fileError("gzip file", name, "zlib could not start", "it found no memory") }
        defer { inflateEnd(&stream) }

        var content: [UInt8] = []
        content.reserveCapacity(min(limit, bytes.count * 4))
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        var input = bytes  // zlib wants a mutable pointer, though it never writes through it
        try input.withUnsafeMutableBufferPointer { source in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(clamping: source.count)
            while true {
                let status = piece.withUnsafeMutableBufferPointer { target in
                    stream.next_out = target.baseAddress
                    stream.avail_out = UInt32(target.count)
                    return inflate(&stream, Z_NO_FLUSH)
                }
                content.append(contentsOf: piece[..<(piece.count - Int(stream.avail_out))])
                if content.count > limit {
                    throw fileError(
                        "gzip file", name, "its content is too large", "more than \(limit) bytes")
                }
                if status == Z_STREAM_END {
                    // Zeros behind the last member fill a block of a tape or a disk.
                    let rest = UnsafeBufferPointer(start: stream.next_in, count: Int(stream.avail_in))
                    if rest.allSatisfy({ $0 == 0 }) { return }
                    guard inflateReset(&stream) == Z_OK else { return }
                    continue
                }
                if status == Z_BUF_ERROR || (status == Z_OK && stream.avail_in == 0 && stream.avail_out > 0) {
                    throw fileError(
                        "gzip file", name, "the file is cut off",
                        "its \(bytes.count) bytes end before the compressed data does")
                }
                guard status == Z_OK else {
                    let reason = stream.msg.map { String(cString: $0) } ?? "status \(status)"
                    throw fileError("gzip file", name, "the file is damaged", "zlib says: \(reason)")
                }
            }
        }
        return content
    }
}

/// The content of a file that may be gzipped: inflated if it is, as it stands if not.
func plainBytes(_ bytes: [UInt8], name: String) throws -> [UInt8] {
    Gzip.isCompressed(bytes) ? try Gzip.inflated(bytes, name: name) : bytes
}

/// A mistake in a file's content: the kind of file, its name, what is wrong, and what was found.
func fileError(_ kind: String, _ name: String, _ problem: String, _ found: String) -> Mistake {
    Mistake(construct: kind, problem: problem, note: "\(name): \(found)")
}

/// The first bytes of a file as messages show them: "50 4b 03 04".
func firstBytes(_ bytes: [UInt8], _ count: Int = 4) -> String {
    if bytes.isEmpty { return "nothing: the file is empty" }
    let digits = Array("0123456789abcdef")
    return "the bytes "
        + bytes.prefix(count).map { "\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }.joined(separator: " ")
}
