import Glibc

/// Numbers as short text, without the help of a locale.
enum NumberText {
    /// A number with at most four significant digits: `0.25`, `-3`, `1.2e-7`.
    static func short(_ value: Double) -> String {
        guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
        guard value != 0 else { return "0" }
        var exponent = decimalExponent(value.magnitude)
        if (value.magnitude / power(exponent) * 1000).rounded() >= 10_000 { exponent += 1 }
        if exponent < -4 || exponent > 5 {
            let mantissa = trimmed(fixed(value / power(exponent), decimals: 3))
            return "\(mantissa)e\(exponent)"
        }
        return trimmed(fixed(value, decimals: max(0, 3 - exponent)))
    }

    /// A number with so many digits after the point.
    static func fixed(_ value: Double, decimals: Int) -> String {
        let decimals = min(max(decimals, 0), 15)
        let scaled = (value.magnitude * power(decimals)).rounded()
        guard scaled < 9e18 else { return "\(value)" }
        var digits = String(UInt64(scaled))
        if decimals > 0 {
            if digits.count <= decimals {
                digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
            }
            digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
        }
        return value < 0 && scaled != 0 ? "-" + digits : digits
    }

    /// The exponent e of a positive number written as m × 10^e with m in 1..<10.
    static func decimalExponent(_ value: Double) -> Int {
        var exponent = Int(log10(value).rounded(.down))
        if power(exponent) > value { exponent -= 1 }
        if power(exponent + 1) <= value { exponent += 1 }
        return exponent
    }

    /// A power of ten.
    static func power(_ exponent: Int) -> Double { pow(10, Double(exponent)) }

    private static func trimmed(_ text: String) -> String {
        guard text.contains(".") else { return text }
        var text = Substring(text)
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return String(text)
    }
}
