import Text

/// A value of a script as plain data: what a comparison needs of it, and what can be sent to another process.
public enum Datum: Codable, Equatable, Sendable {
    /// `nil`
    case none
    /// A truth value.
    case bool(Bool)
    /// A whole number.
    case int(Int)
    /// A number.
    case double(Double)
    /// Text.
    case string(String)
    /// A list or a tuple.
    case list([Datum])
    /// A dictionary: its keys and values, in order.
    case dictionary(keys: [Datum], values: [Datum])
    /// A tensor: its shape and its entries, row by row.
    case tensor(shape: [Int], values: [Float])
    /// A network: each parameter and running statistic by name, with a fingerprint of its bits.
    case network(summary: String, parts: [NetworkPart])
    /// Anything else: what it is, in words.
    case other(String)

    /// The number that the value is or counts as: a tensor without axes counts as one.
    public var number: Double? {
        switch self {
        case .int(let value): Double(value)
        case .double(let value): value
        case .tensor(let shape, let values) where shape.isEmpty: values.first.map(Double.init)
        default: nil
        }
    }
}

/// One parameter or running statistic of a network, for comparing bit for bit.
public struct NetworkPart: Codable, Equatable, Sendable {
    /// Which part: "layer 0 Dense weight".
    public var name: String
    /// Its shape.
    public var shape: [Int]
    /// A 128-bit fingerprint of the bits of its entries (two FNV-1a sums with different offsets).
    public var fingerprint: [UInt64]

    /// A part with the fingerprint of its entries.
    public init(name: String, shape: [Int], values: UnsafeBufferPointer<Float>) {
        self.name = name
        self.shape = shape
        var sums: [UInt64] = [0xcbf2_9ce4_8422_2325, 0x6c62_272e_07bb_0142]
        for value in values {
            let bits = UInt64(value.bitPattern)
            sums[0] = (sums[0] ^ bits) &* 0x0000_0100_0000_01b3
            sums[1] = (sums[1] ^ (bits &+ 0x9e37_79b9)) &* 0x0000_0100_0000_01b3
            sums[1] ^= sums[1] >> 29
        }
        fingerprint = sums
    }
}

extension Datum {
    /// The value in a sentence: as a script would write it, shortened where it is long.
    public var text: String {
        switch self {
        case .none: return "nil"
        case .bool(let value): return value ? "true" : "false"
        case .int(let value): return String(value)
        case .double(let value): return "\(value)"
        case .string(let value): return "\"\(shortened(escaped(value, for: .script)))\""
        case .list(let elements):
            let shown = elements.prefix(6).map(\.text).joined(separator: ", ")
            return elements.count > 6 ? "[\(shown), … \(elements.count) in all]" : "[\(shown)]"
        case .dictionary(let keys, let values):
            if keys.isEmpty { return "[:]" }
            let pairs = zip(keys, values).prefix(6).map { "\($0.text): \($1.text)" }
            return "[" + pairs.joined(separator: ", ") + (keys.count > 6 ? ", …]" : "]")
        case .tensor(let shape, let values):
            if shape.isEmpty, let value = values.first { return NumberText.significant(Double(value)) }
            let shown = values.prefix(6).map { NumberText.significant(Double($0)) }.joined(separator: ", ")
            return "a tensor of shape \(shape) (\(shown)\(values.count > 6 ? ", …" : ""))"
        case .network(let summary, _): return summary
        case .other(let phrase): return phrase
        }
    }

    /// What kind of value it is, with its article.
    public var kind: String {
        switch self {
        case .none: "nil"
        case .bool: "a Bool"
        case .int: "an Int"
        case .double: "a Double"
        case .string: "a String"
        case .list: "a List"
        case .dictionary: "a Dictionary"
        case .tensor: "a Tensor"
        case .network: "a network"
        case .other(let phrase): phrase
        }
    }
}

private func shortened(_ text: String) -> String {
    text.count > 120 ? text.prefix(100) + "… (\(text.count) characters)" : text
}
