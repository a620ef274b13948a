import Text

/// One form for the numbers of a column: whole numbers in full, others rounded at one place, where the one that needs
/// most decimals has four significant digits, or all in powers of ten when their sizes lie far apart.
struct NumberColumn {
    private enum Form {
        case whole
        case decimals(Int)
        case powers
    }

    private let form: Form

    init(_ values: [Float]) {
        let finite = values.filter(\.isFinite)
        let sizes = finite.filter { $0 != 0 }.map(\.magnitude)
        // Floats count in ones up to 2^24.
        if finite.allSatisfy({ $0 == $0.rounded(.towardZero) && $0.magnitude <= 16_777_216 }) {
            form = .whole
            return
        }
        guard let largest = sizes.max(), let smallest = sizes.min() else {
            form = .whole
            return
        }
        let decimals = finite.map(Self.decimals).max() ?? 0
        form = largest >= 1e6 || smallest < 1e-5 || decimals > 7 ? .powers : .decimals(decimals)
    }

    func text(_ value: Float) -> String {
        if value.isNaN { return "nan" }
        if value.isInfinite { return value < 0 ? "-inf" : "inf" }
        switch form {
        case .whole: return String(Int(value))
        case .powers: return NumberText.scientific(Double(value), digits: 3)
        case .decimals(let count): return NumberText.fixed(Double(value), digits: count)
        }
    }

    /// How many decimals four significant digits need, without zeros at the end.
    private static func decimals(_ value: Float) -> Int {
        if value == 0 || value.magnitude >= 1000 { return 0 }
        let text = NumberText.scientific(Double(value), digits: 3)
        guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...]) else {
            return 0
        }
        let digits = text[..<mark].filter(\.isNumber)
        let significant = digits.count - digits.reversed().prefix { $0 == "0" }.count
        return max(significant - 1 - exponent, 0)
    }
}
