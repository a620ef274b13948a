/// JSON as it is written to a file: the few kinds of values that exports need.
indirect enum JSONText {
    case string(String)
    case number(Int)
    case null
    case list([JSONText])
    case object([(String, JSONText)])

    /// A text as a list of its lines, each with its line break, as Jupyter keeps texts.
    static func lines(_ text: String) -> JSONText {
        var lines: [JSONText] = []
        var line = ""
        for scalar in text.unicodeScalars {
            line.unicodeScalars.append(scalar)
            if scalar == "\n" {
                lines.append(.string(line))
                line = ""
            }
        }
        if !line.isEmpty { lines.append(.string(line)) }
        return .list(lines)
    }

    /// The value with an indentation of one space a level.
    func written(indent: Int = 0) -> String {
        let space = String(repeating: " ", count: indent + 1)
        let end = "\n" + String(repeating: " ", count: indent)
        switch self {
        case .string(let text): return Self.quoted(text)
        case .number(let number): return "\(number)"
        case .null: return "null"
        case .list(let items):
            if items.isEmpty { return "[]" }
            let lines = items.map { space + $0.written(indent: indent + 1) }
            return "[\n" + lines.joined(separator: ",\n") + end + "]"
        case .object(let members):
            if members.isEmpty { return "{}" }
            let lines = members.map { space + Self.quoted($0.0) + ": " + $0.1.written(indent: indent + 1) }
            return "{\n" + lines.joined(separator: ",\n") + end + "}"
        }
    }

    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 32:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

/// Bytes as base64, as notebooks carry pictures.
func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let rest = min(3, bytes.count - start)
        var group = 0
        for offset in 0..<3 { group = group << 8 | (offset < rest ? Int(bytes[start + offset]) : 0) }
        for place in 0..<4 {
            text.append(place <= rest ? alphabet[group >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
        }
    }
    return String(decoding: text, as: UTF8.self)
}
