import FoundationEssentials

/// A value of JSON (RFC 8259), read and written by FoundationEssentials.
public enum JSON: Equatable, Sendable {
    /// No value.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A whole number.
    case whole(Int)
    /// Any other number.
    case number(Double)
    /// A text.
    case string(String)
    /// Values in an order.
    case list([JSON])
    /// Values with names, in no order.
    case object([String: JSON])

    /// The one value that some bytes hold, which may come from anywhere.
    ///
    /// - Parameter wholeNumbers: whether every number must be whole and be written so: `1`, not `1.0`.
    /// - Throws: ``Mistake`` that says why this is no JSON; a name that stands twice in an object is an error too.
    public init(_ bytes: some Sequence<UInt8>, wholeNumbers: Bool = false) throws {
        let bytes = Array(bytes)
        // The decoder would also take UTF-16, which it knows by the zeros, and a mark of the byte order.
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0), bytes.first != 0xEF
        else {
            throw JSON.mistake("its bytes are no UTF-8 text")
        }
        do {
            self = try JSONDecoder().decode(JSON.self, from: Data(bytes))
        } catch {
            throw JSON.mistake(
                text.isEmpty ? "it is empty" : "it begins with \(String(reflecting: String(text.prefix(24))))"
            )
        }
        let strictness = Strictness(bytes, wholeNumbers: wholeNumbers)
        if let problem = strictness.problem { throw JSON.mistake(problem) }
        guard strictness.names == nameCount else { throw JSON.mistake("a name stands twice in an object") }
    }

    private static func mistake(_ found: String) -> Mistake {
        Mistake(construct: "JSON", problem: "this is no JSON", note: found)
    }

    private var nameCount: Int {
        switch self {
        case .list(let items): items.reduce(0) { $0 + $1.nameCount }
        case .object(let members): members.reduce(members.count) { $0 + $1.value.nameCount }
        default: 0
        }
    }

    /// What a value encodes itself as.
    public init(encoding value: some Encodable) throws {
        self = try JSONDecoder().decode(JSON.self, from: JSONEncoder().encode(value))
    }

    /// The value in one line, with the names of objects sorted.
    public var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { escaped(String(decoding: $0, as: UTF8.self), for: .json) }
            ?? "null"
    }

    /// The value in lines, with the names of objects sorted and one space of indentation a level: the layout of
    /// Jupyter, which so changes no line that it did not write when it saves a notebook.
    public var lines: String { laidOut(indentation: "\n") }

    private func laidOut(indentation: String) -> String {
        let inner = indentation + " "
        switch self {
        case .list(let items) where !items.isEmpty:
            let parts = items.map { inner + $0.laidOut(indentation: inner) }
            return "[" + parts.joined(separator: ",") + indentation + "]"
        case .object(let members) where !members.isEmpty:
            let parts = members.sorted { $0.key < $1.key }.map { name, value in
                inner + JSON.string(name).text + ": " + value.laidOut(indentation: inner)
            }
            return "{" + parts.joined(separator: ",") + indentation + "}"
        default: return text
        }
    }
}

extension JSON: Codable {
    /// Reads whatever kind of value is there.
    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        guard decoder.codingPath.count < 64 else {
            throw DecodingError.dataCorruptedError(in: value, debugDescription: "nested too deeply")
        }
        if let members = try? decoder.container(keyedBy: Name.self) {
            var object: [String: JSON] = [:]
            for name in members.allKeys {
                object[name.stringValue] = try members.decode(JSON.self, forKey: name)
            }
            self = .object(object)
        } else if var items = try? decoder.unkeyedContainer() {
            var list: [JSON] = []
            while !items.isAtEnd { list.append(try items.decode(JSON.self)) }
            self = .list(list)
        } else if let text = try? value.decode(String.self) {
            self = .string(text)
        } else if let whole = try? value.decode(Int.self) {
            self = .whole(whole)
        } else if let flag = try? value.decode(Bool.self) {
            self = .bool(flag)
        } else if value.decodeNil() {
            self = .null
        } else {
            self = .number(try value.decode(Double.self))
        }
    }

    /// Writes the value itself, without a sign of its kind.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let flag): try container.encode(flag)
        case .whole(let number): try container.encode(number)
        case .number(let number) where number.isFinite: try container.encode(number)
        case .number: try container.encodeNil()
        case .string(let text): try container.encode(text)
        case .list(let items): try container.encode(items)
        case .object(let members): try container.encode(members)
        }
    }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

/// What FoundationEssentials' decoder lets pass: names that stand twice, of which it drops one, a comma before a
/// closing bracket, and 1.0 for 1. One walk over the text outside of strings finds them, since the rest of it is
/// sound already.
private struct Strictness {
    private(set) var names = 0
    private(set) var problem: String?

    init(_ bytes: [UInt8], wholeNumbers: Bool) {
        let inNumbers = Set("+-.eE0123456789".utf8)
        var last: UInt8 = 0
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            let start = at
            at += 1
            switch byte {
            case UInt8(ascii: "\""):
                while bytes[at] != byte { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
                at += 1
            case UInt8(ascii: ":"): names += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                if last == UInt8(ascii: ",") { problem = "a comma stands before a closing bracket" }
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                while at < bytes.count, inNumbers.contains(bytes[at]) { at += 1 }
                let number = String(decoding: bytes[start..<at], as: UTF8.self)
                if wholeNumbers, Int(number).map(String.init) != number {
                    problem = "\(number) is no whole number"
                }
            case UInt8(ascii: " "), 0x09, 0x0A, 0x0D: continue
            default: break
            }
            last = byte
        }
    }
}
