/// The values of JSON, as far as the header of a safetensors file needs them.
indirect enum JSONValue: Equatable {
    case text(String)
    case number(Double)
    case list([JSONValue])
    case object([(key: String, value: JSONValue)])
    case other

    static func == (a: JSONValue, b: JSONValue) -> Bool {
        switch (a, b) {
        case (.text(let a), .text(let b)): a == b
        case (.number(let a), .number(let b)): a == b
        case (.list(let a), .list(let b)): a == b
        case (.object(let a), .object(let b)):
            a.count == b.count && zip(a, b).allSatisfy { $0.key == $1.key && $0.value == $1.value }
        case (.other, .other): true
        default: false
        }
    }
}

/// Reads JSON (RFC 8259) from bytes that may be hostile: nothing is read beyond the end, and nesting is bounded.
struct JSONReader {
    private let bytes: ArraySlice<UInt8>
    private var at: Int

    /// The one value that the bytes hold, or nil if they are no JSON.
    static func value(_ bytes: ArraySlice<UInt8>) -> JSONValue? {
        var reader = JSONReader(bytes: bytes, at: bytes.startIndex)
        guard let value = reader.read(depth: 0) else { return nil }
        reader.skipBlanks()
        return reader.at == bytes.endIndex ? value : nil
    }

    private var next: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || (0x09...0x0d).contains(byte) { at += 1 }
    }

    private mutating func take(_ character: Character) -> Bool {
        skipBlanks()
        guard let byte = next, byte == character.asciiValue else { return false }
        at += 1
        return true
    }

    private mutating func read(depth: Int) -> JSONValue? {
        guard depth < 16 else { return nil }
        skipBlanks()
        switch next.map({ Character(UnicodeScalar($0)) }) {
        case "{": return readObject(depth)
        case "[": return readList(depth)
        case "\"": return readText().map { .text($0) }
        case .some: return readPlain()
        case nil: return nil
        }
    }

    private mutating func readObject(_ depth: Int) -> JSONValue? {
        at += 1
        var entries: [(key: String, value: JSONValue)] = []
        if take("}") { return .object(entries) }
        repeat {
            skipBlanks()
            guard next == 0x22, let key = readText(), take(":"), let value = read(depth: depth + 1) else {
                return nil
            }
            entries.append((key, value))
        } while take(",")
        return take("}") ? .object(entries) : nil
    }

    private mutating func readList(_ depth: Int) -> JSONValue? {
        at += 1
        var items: [JSONValue] = []
        if take("]") { return .list(items) }
        repeat {
            guard let item = read(depth: depth + 1) else { return nil }
            items.append(item)
        } while take(",")
        return take("]") ? .list(items) : nil
    }

    private mutating func readText() -> String? {
        at += 1
        var text: [UInt8] = []
        while let byte = next {
            at += 1
            if byte == 0x22 { return String(validating: text, as: UTF8.self) }
            guard byte == 0x5c else {
                text.append(byte)
                continue
            }
            guard let escaped = next else { return nil }
            at += 1
            switch Character(UnicodeScalar(escaped)) {
            case "n": text.append(0x0a)
            case "t": text.append(0x09)
            case "r": text.append(0x0d)
            case "\"", "\\", "/": text.append(escaped)
            case "u":
                guard at + 4 <= bytes.endIndex,
                    let code = UInt32(String(decoding: bytes[at..<(at + 4)], as: UTF8.self), radix: 16),
                    let scalar = Unicode.Scalar(code)
                else { return nil }
                at += 4
                text += Array(String(Character(scalar)).utf8)
            default: return nil
            }
        }
        return nil
    }

    private mutating func readPlain() -> JSONValue? {
        let start = at
        while let byte = next, !",]}:".utf8.contains(byte), byte > 0x20 { at += 1 }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        if ["true", "false", "null"].contains(text) { return .other }
        return Double(text).map { .number($0) }
    }
}
