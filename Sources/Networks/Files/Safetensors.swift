import Tensors
import Text

/// The safetensors format of named arrays: eight bytes with the length of a header, the header as JSON, and the
/// elements of all arrays one after the other (https://github.com/huggingface/safetensors).
public enum Safetensors {
    /// A file of named tensors, in the order given.
    public static func bytes(of tensors: [(name: String, tensor: Tensor)]) -> [UInt8] {
        var entries: [String: JSON] = [:]
        var offset = 0
        for (name, tensor) in tensors {
            let end = offset + tensor.count * 4
            entries[name] = .object([
                "dtype": .string("F32"), "shape": .list(tensor.shape.dimensions.map(JSON.whole)),
                "data_offsets": .list([.whole(offset), .whole(end)]),
            ])
            offset = end
        }
        var header = JSON.object(entries).text
        header += String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
        let length = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Array($0) }
        return tensors.reduce(into: length + Array(header.utf8)) { $0 += littleEndianBytes(of: $1.tensor) }
    }

    /// The named tensors of a file, in the order in which they are stored.
    ///
    /// What the official library refuses is refused; besides, names that stand twice, of which it takes the last.
    ///
    /// - Throws: ``Mistake`` that names the file and says what is wrong with it.
    public static func tensors(_ bytes: [UInt8], name file: String) throws -> [(name: String, tensor: Tensor)]
    {
        func mistake(_ problem: String, _ found: String) -> Mistake {
            fileError("safetensors file", file, problem, found)
        }
        guard bytes.count >= 8 else { throw mistake("the file is cut off", "it has \(bytes.count) bytes") }
        let length = bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length <= 100_000_000, length <= UInt64(bytes.count - 8) else {
            throw mistake(
                "this is no safetensors file, or it is cut off",
                "its header would take \(length) bytes, and \(bytes.count - 8) are there")
        }
        let start = 8 + Int(length)
        let header: JSON
        do {
            header = try JSON(bytes[8..<start], wholeNumbers: true)
        } catch let error as Mistake {
            throw mistake("its header is no JSON object", error.note)
        }
        guard case .object(let members) = header else {
            throw mistake(
                "its header is no JSON object", "it begins with \(firstBytes(Array(bytes[8..<start])))")
        }
        var entries: [Entry] = []
        for (name, value) in members {
            if name == "__metadata__" {
                guard value.isMetadata else {
                    throw mistake("its metadata cannot be read", "they must be texts with names")
                }
            } else {
                entries.append(try Entry(name, value, mistake))
            }
        }
        entries.sort { ($0.begin, $0.end) < ($1.begin, $1.end) }
        var covered = 0
        for entry in entries {
            guard entry.begin == covered else {
                throw mistake(
                    entry.begin < covered
                        ? "two arrays share bytes" : "bytes between two arrays belong to neither",
                    "\"\(entry.name)\" begins at byte \(entry.begin), and what comes before it ends at \(covered)"
                )
            }
            covered = entry.end
        }
        guard covered == bytes.count - start else {
            throw mistake(
                covered > bytes.count - start ? "the file is cut off" : "bytes are left over at its end",
                "the arrays take \(counted(covered, "byte")), and \(bytes.count - start) are there")
        }
        return try entries.map { ($0.name, try $0.tensor(in: bytes, from: start)) }
    }

    /// Where an array lies.
    private struct Entry {
        let name: String
        let shape: [Int]
        let begin: Int
        let end: Int

        init(_ name: String, _ value: JSON, _ mistake: (String, String) -> Mistake) throws(Mistake) {
            guard case .object(let fields) = value, case .string(let kind)? = fields["dtype"],
                let shape = fields["shape"]?.sizes, let offsets = fields["data_offsets"]?.sizes,
                offsets.count == 2, shape.count <= 16
            else {
                throw mistake("an entry cannot be read", "\"\(name)\" has no dtype, shape and data_offsets")
            }
            guard kind == "F32" else {
                throw mistake("an array is not of 32-bit floats", "\"\(name)\" is \(kind); dtype must be F32")
            }
            (self.name, self.shape, begin, end) = (name, shape, offsets[0], offsets[1])
            // A 0 among the sizes makes no others small enough to be multiplied.
            var size = 4
            var isTooLarge = false
            for length in shape where length > 0 && !isTooLarge {
                (size, isTooLarge) = size.multipliedReportingOverflow(by: length)
            }
            if shape.contains(0) { size = 0 }
            guard begin <= end, end - begin == size, !isTooLarge else {
                throw mistake(
                    "an array has another size than its shape says",
                    "\"\(name)\" of shape \(Shape(shape)) lies at bytes \(begin) to \(end)")
            }
        }

        func tensor(in bytes: [UInt8], from start: Int) throws -> Tensor {
            let floats = bytes.withUnsafeBytes { file in
                (0..<(end - begin) / 4).map { index in
                    let bits = file.loadUnaligned(fromByteOffset: start + begin + index * 4, as: UInt32.self)
                    return Float(bitPattern: UInt32(littleEndian: bits))
                }
            }
            return try Tensor(floats, Shape(shape))
        }
    }
}

extension JSON {
    /// Whole numbers from 0.
    fileprivate var sizes: [Int]? {
        guard case .list(let items) = self else { return nil }
        let sizes = items.compactMap { if case .whole(let size) = $0, size >= 0 { size } else { nil } }
        return sizes.count == items.count ? sizes : nil
    }

    /// Whether it is what `__metadata__` may be: texts with names, or nothing.
    fileprivate var isMetadata: Bool {
        switch self {
        case .null: true
        case .object(let texts): texts.values.allSatisfy { if case .string = $0 { true } else { false } }
        default: false
        }
    }
}

extension Network {
    /// Its parameters and running statistics with the names that model files give them: "0.weight".
    public func namedTensors() -> [(name: String, tensor: Tensor)] {
        let contents = root.named()
        return contents.parameters.map { ($0.path, $0.parameter.value.detached()) }
            + contents.statistics.map { ($0.path, $0.statistic.value) }
    }

    /// Takes over the values of a model file. Nothing changes unless all names and shapes fit.
    ///
    /// - Throws: ``Mistake`` that names the file and the first tensor that does not fit.
    public func load(_ tensors: [(name: String, tensor: Tensor)], from file: String) throws {
        let contents = root.named()
        let mine =
            contents.parameters.map { ($0.path, $0.parameter.shape) }
            + contents.statistics.map { ($0.path, $0.statistic.value.shape) }
        var given: [String: Tensor] = [:]
        for (name, tensor) in tensors { given[name] = tensor }
        for (path, shape) in mine {
            guard let tensor = given[path] else {
                throw fileError(
                    "load", file, "the network needs a tensor that is not there",
                    "\(path) \(shape) is missing; there are \(tensors.map(\.name).prefix(8).joined(separator: ", "))"
                )
            }
            guard tensor.shape == shape else {
                throw fileError(
                    "load", file, "a tensor has another shape",
                    "\(path) is \(tensor.shape) in the file and \(shape) in the network")
            }
        }
        if let other = tensors.first(where: { tensor in !mine.contains { $0.0 == tensor.name } }) {
            throw fileError(
                "load", file, "the file is of another network",
                "it holds \(other.name) \(other.tensor.shape), which the network has not")
        }
        for entry in contents.parameters {
            if let tensor = given[entry.path] { try entry.parameter.assign(tensor.duplicated()) }
        }
        for entry in contents.statistics {
            if let tensor = given[entry.path] { entry.statistic.value = tensor }
        }
    }
}
