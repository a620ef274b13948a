import Glibc
import Text

/// A round number on an axis.
struct Tick: Sendable, Equatable {
    var value: Double
    var label: String
}

/// Round numbers within a range: 1, 2 or 5 times a power of ten apart, or powers of ten on a logarithmic axis.
enum Ticks {
    static func linear(_ range: ClosedRange<Double>, atMost limit: Int) -> [Tick] {
        let step = roundStep(atLeast: range.length / Double(max(limit, 1)))
        guard step > 0 && step.isFinite else { return [] }
        let slack = step * 1e-9
        let first = ((range.lowerBound - slack) / step).rounded(.up)
        let last = ((range.upperBound + slack) / step).rounded(.down)
        guard first <= last && last - first < 1000 && last.magnitude < 1e15 else { return [] }
        let values = (0...Int(last - first)).map { (first + Double($0)) * step }
        let label = labeller(
            step: step, largest: max(values[0].magnitude, values[values.count - 1].magnitude))
        return values.map { Tick(value: $0, label: label($0)) }
    }

    static func logarithmic(_ range: ClosedRange<Double>, atMost limit: Int) -> [Tick] {
        let low = log10(range.lowerBound)
        let high = log10(range.upperBound)
        guard high - low >= 0.99 else {
            let ticks = linear(range, atMost: limit)
            return ticks.filter { $0.value > 0 }
        }
        let first = Int((low - 1e-9).rounded(.up))
        let last = Int((high + 1e-9).rounded(.down))
        let decades = last - first + 1
        if decades * 3 <= limit && decades < 3 {
            let fine = (first - 1...last).flatMap { decade in
                [1.0, 2, 5].map { $0 * power(decade) }
            }
            return fine.filter { range.contains($0) }.map { Tick(value: $0, label: NumberText.short($0)) }
        }
        let stride = max(1, (decades + max(limit, 1) - 1) / max(limit, 1))
        return (first...max(first, last)).filter { $0 % stride == 0 || stride == 1 }.map { decade in
            let value = power(decade)
            return Tick(value: value, label: NumberText.short(value))
        }
    }

    /// The smallest of 1, 2 and 5 times a power of ten that is no smaller than `least`.
    static func roundStep(atLeast least: Double) -> Double {
        guard least > 0 && least.isFinite else { return 0 }
        let unit = power(decimalExponent(least))
        for factor in [1.0, 2, 5] where factor * unit >= least * (1 - 1e-9) { return factor * unit }
        return 10 * unit
    }

    private static func labeller(step: Double, largest: Double) -> (Double) -> String {
        let stepExponent = decimalExponent(step * (1 + 1e-9))
        let exponent = largest > 0 ? decimalExponent(largest * (1 + 1e-9)) : 0
        let digits = max(0, exponent - stepExponent)
        if (exponent >= 6 || exponent < -3) && digits <= 3 {
            let unit = power(exponent)
            return { value in
                value == 0 ? "0" : NumberText.fixed(value / unit, digits: digits) + "e\(exponent)"
            }
        }
        return { NumberText.fixed($0, digits: max(0, -stepExponent)) }
    }

    /// The exponent e of a positive number written as m × 10^e with m in 1..<10.
    private static func decimalExponent(_ value: Double) -> Int {
        var exponent = Int(log10(value).rounded(.down))
        if power(exponent) > value { exponent -= 1 }
        if power(exponent + 1) <= value { exponent += 1 }
        return exponent
    }

    private static func power(_ exponent: Int) -> Double { pow(10, Double(exponent)) }
}
