import Script

extension Input where Argument == Int {
    /// Bytes, as a number or as a text: `65536`, `"64 KiB"`, `"1 GiB"`.
    static func bytes(_ name: String, _ summary: String) -> Self {
        Input(name, type: "Int or String", summary, default: nil, text: nil, accepts: .anything) {
            given, value in
            if case .string(let text) = value, let count = byteCount(text) { return count }
            guard let number = value.number, number >= 1, number < 1e15 else {
                throw given.mismatch("a size such as \"64 KiB\", \"512 MiB\" or \"1 GiB\"")
            }
            return Int(number)
        }
    }
}

/// The bytes that a size such as "64 KiB" names; nil for a text that names none.
public func byteCount(_ text: String) -> Int? {
    let units: [(String, Int)] = [
        ("kib", 1 << 10), ("mib", 1 << 20), ("gib", 1 << 30), ("kb", 1000), ("mb", 1_000_000),
        ("gb", 1_000_000_000), ("b", 1), ("", 1),
    ]
    let lower = text.lowercased().filter { !$0.isWhitespace }
    for (unit, size) in units where lower.hasSuffix(unit) {
        guard let number = Double(lower.dropLast(unit.count)), number > 0, number * Double(size) < 1e15 else {
            return nil
        }
        return Int(number * Double(size))
    }
    return nil
}
