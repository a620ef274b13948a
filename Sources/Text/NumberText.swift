import Glibc

/// Numbers as text, without the help of a locale.
public enum NumberText {
    /// A number with four significant digits at most, whole ones up to a million in full: `0.25`, `-3`, `1.2e-7`.
    public static func short(_ number: some BinaryFloatingPoint) -> String {
        let value = Double(number)
        guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
        guard value != 0 else { return "0" }
        let (mantissa, exponent) = parts(value, digits: 3)
        guard (-4...5).contains(exponent) else { return "\(trimmed(mantissa))e\(exponent)" }
        return trimmed(fixed(value, digits: max(0, 3 - exponent)))
    }

    /// A number with so many digits behind the point, rounded as `round` does it.
    public static func fixed(_ number: Double, digits: Int) -> String {
        number.isFinite ? printed("%.*f", digits, rounded(number, digits: digits)) : number.description
    }

    /// A number as one digit, so many behind the point, and a power of ten: `1.250e-07`.
    public static func scientific(_ number: Double, digits: Int) -> String {
        number.isFinite ? printed("%.*e", digits, number) : number.description
    }

    /// The number nearest to one among those of so many significant digits.
    public static func rounded(_ number: Double, significant digits: Int) -> Double {
        Double(scientific(number, digits: max(digits - 1, 0))) ?? number
    }

    /// A number with seven significant digits at most, which is what a Float can hold.
    public static func significant(_ number: Double) -> String {
        guard number.isFinite, number != 0 else { return "\(number)" }
        return plain(rounded(number, significant: 7))
    }

    /// A number without the point that a whole one does not need: `2`, `2.5`.
    public static func plain(_ number: Double) -> String {
        number == number.rounded() && number.magnitude < 1e15 ? "\(Int(number))" : "\(number)"
    }

    /// A count with its thousands apart: `35,202`.
    public static func grouped(_ count: Int) -> String {
        let digits = Array(String(count.magnitude))
        var text = count < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }

    /// A size in bytes as a person says it, in powers of 1000: `1.5 kB`.
    public static func bytes(_ count: Double) -> String {
        let units = ["bytes", "kB", "MB", "GB", "TB", "PB", "EB"]
        var size = count
        var unit = 0
        while size >= 1000, unit < units.count - 1 {
            size /= 1000
            unit += 1
        }
        if size >= 1e15 { return "over a million \(units[unit])" }
        return "\(fixed(size, digits: unit == 0 || size >= 100 ? 0 : 1)) \(units[unit])"
    }

    /// A duration that was measured, in seconds: three digits and a unit.
    public static func duration(_ seconds: Double) -> String {
        func digits(_ value: Double) -> String {
            fixed(value, digits: value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2)
        }
        switch seconds {
        case ..<0.000_999_5: return "\(digits(seconds * 1e6)) µs"
        case ..<0.999_5: return "\(digits(seconds * 1e3)) ms"
        case ..<119.5: return "\(digits(seconds)) s"
        default:
            let whole = Int(seconds.rounded())
            return "\(whole / 60) min \(whole % 60) s"
        }
    }

    /// A time to wait in seconds, as coarse as one says it: `8 s`, `13 min`, `2 h 5 min`.
    public static func wait(_ seconds: Double) -> String {
        guard seconds < 360_000 else { return "days" }
        let whole = Int(seconds.rounded())
        return switch whole {
        case ..<120: "\(whole) s"
        case ..<7_200: "\((whole + 30) / 60) min"
        default: "\(whole / 3_600) h \(whole % 3_600 / 60) min"
        }
    }

    /// A number with a true minus sign, where there are other signs than ASCII's: a hyphen is too short beside digits.
    public static func withMinus(_ text: String) -> String { text.replacing("-", with: "−") }

    /// What stands before and behind the `e`.
    private static func parts(_ value: Double, digits: Int) -> (mantissa: Substring, exponent: Int) {
        let text = scientific(value, digits: digits)[...]
        let mark = text.lastIndex(of: "e") ?? text.endIndex
        return (text[..<mark], Int(text[mark...].dropFirst()) ?? 0)
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        guard text.contains(".") else { return String(text) }
        var text = text[...]
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return String(text)
    }

    private static func printed(_ format: String, _ digits: Int, _ value: Double) -> String {
        // The largest Double has 309 digits before the point, and nobody is given more than 100 behind it.
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { buffer in
            let length = withVaList([Int32(clamping: digits), value]) {
                vsnprintf(buffer.baseAddress, buffer.count, format, $0)
            }
            return String(
                decoding: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<Int(length)]),
                as: UTF8.self)
        }
    }
}
