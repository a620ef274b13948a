import Tensors
import Text

/// The safetensors format of named arrays: eight bytes with the length of a header, the header as JSON, and the
/// elements of all arrays one after the other (https://github.com/huggingface/safetensors).
public enum Safetensors {
    /// A file of named tensors, in the order given.
    public static func bytes(of tensors: [(name: String, tensor: Tensor)]) -> [UInt8] {
        var entries: [String] = []
        var offset = 0
        for (name, tensor) in tensors {
            let sizes = tensor.shape.dimensions.map(String.init).joined(separator: ",")
            let end = offset + tensor.count * 4
            entries.append(
                "\(quoted(name)):{\"dtype\":\"F32\",\"shape\":[\(sizes)],\"data_offsets\":[\(offset),\(end)]}"
            )
            offset = end
        }
        var header = "{" + entries.joined(separator: ",") + "}"
        header += String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
        let length = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Array($0) }
        return tensors.reduce(into: length + Array(header.utf8)) { $0 += littleEndianBytes(of: $1.tensor) }
    }

    /// The named tensors of a file, in the order in which they are stored.
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
        guard case .object(let entries)? = JSONReader.value(bytes[8..<start]) else {
            throw mistake(
                "its header is no JSON object", "it begins with \(firstBytes(Array(bytes[8..<start])))")
        }
        var found: [(offset: Int, name: String, tensor: Tensor)] = []
        for (name, value) in entries where name != "__metadata__" {
            guard case .object(let fields) = value else {
                throw mistake("an entry cannot be read", "\"\(name)\"")
            }
            func field(_ key: String) -> JSONValue? { fields.first { $0.key == key }?.value }
            guard field("dtype") == .text("F32") else {
                throw mistake("an array is not of 32-bit floats", "\"\(name)\"; dtype must be F32")
            }
            guard let shape = numbers(field("shape")), let offsets = numbers(field("data_offsets")),
                offsets.count == 2, shape.count <= 16
            else { throw mistake("an entry cannot be read", "\"\(name)\" has no shape and offsets") }
            var count = 1
            for size in shape {
                let (product, tooLarge) = count.multipliedReportingOverflow(by: size)
                count = tooLarge ? .max / 16 : min(product, .max / 16)
            }
            guard offsets[0] <= offsets[1], offsets[1] <= bytes.count - start,
                offsets[1] - offsets[0] == count * 4
            else {
                throw mistake(
                    "an array lies outside the file or has another size",
                    "\"\(name)\" of shape \(Shape(shape)) at bytes \(offsets[0]) to \(offsets[1]) "
                        + "of \(bytes.count - start)")
            }
            let floats = (0..<count).map { index -> Float in
                let at = start + offsets[0] + index * 4
                let bits =
                    UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2]) << 16
                    | UInt32(bytes[at + 3]) << 24
                return Float(bitPattern: bits)
            }
            found.append((offsets[0], name, try Tensor(floats, Shape(shape))))
        }
        return found.sorted { $0.offset < $1.offset }.map { ($0.name, $0.tensor) }
    }

    private static func numbers(_ value: JSONValue?) -> [Int]? {
        guard case .list(let items)? = value else { return nil }
        var numbers: [Int] = []
        for item in items {
            guard case .number(let number) = item, number >= 0, number == number.rounded(), number < 1e15
            else {
                return nil
            }
            numbers.append(Int(number))
        }
        return numbers
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.value < 0x20:
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
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
