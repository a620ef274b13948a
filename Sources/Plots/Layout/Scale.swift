import Glibc

/// Where on an axis a number lies.
struct Scale: Sendable, Equatable {
    var range: ClosedRange<Double>
    var isLogarithmic = false
    var isDownward = false

    /// From 0 (left or bottom) to 1 (right or top); beyond when the number is outside the range, and not a number
    /// when it cannot be shown.
    func fraction(_ value: Double) -> Double {
        let share: Double
        if isLogarithmic {
            guard value > 0 else { return .nan }
            let low = log(range.lowerBound)
            share = (log(value) - low) / (log(range.upperBound) - low)
        } else {
            share = (value - range.lowerBound) / range.length
        }
        return isDownward ? 1 - share : share
    }

    /// The number at a place of the axis.
    func value(at fraction: Double) -> Double {
        let share = isDownward ? 1 - fraction : fraction
        guard isLogarithmic else { return range.lowerBound + share * range.length }
        let low = log(range.lowerBound)
        return exp(low + share * (log(range.upperBound) - low))
    }

    /// Whether an axis of this kind can show the number at all.
    func shows(_ value: Double) -> Bool { value.isDrawable && (!isLogarithmic || value > 0) }

    func ticks(atMost limit: Int) -> [Tick] {
        isLogarithmic ? Ticks.logarithmic(range, atMost: limit) : Ticks.linear(range, atMost: limit)
    }
}

/// The least and the greatest of what has been seen.
struct DataRange {
    private(set) var range: ClosedRange<Double>?
    let isLogarithmic: Bool

    init(isLogarithmic: Bool = false) { self.isLogarithmic = isLogarithmic }

    mutating func include(_ value: Double) {
        guard value.isDrawable && (!isLogarithmic || value > 0) else { return }
        guard let range else {
            self.range = value...value
            return
        }
        if value < range.lowerBound {
            self.range = value...range.upperBound
        } else if value > range.upperBound {
            self.range = range.lowerBound...value
        }
    }

    mutating func include(_ values: [Double]) {
        for value in values { include(value) }
    }

    /// The range with room on both sides; never empty, whatever was seen.
    func padded(by share: Double) -> ClosedRange<Double> {
        guard let range else { return isLogarithmic ? 0.1...10 : 0...1 }
        if isLogarithmic {
            let ratio = log(range.upperBound / range.lowerBound)
            let factor = exp(ratio < 1e-9 ? 1 : ratio * share)
            let lower = range.lowerBound / factor
            return (lower > 0 ? lower : range.lowerBound)...range.upperBound * factor
        }
        let largest = max(range.lowerBound.magnitude, range.upperBound.magnitude)
        if range.length <= largest * 1e-12 {
            let room = largest == 0 ? 1 : largest * 0.1
            return range.lowerBound - room...range.upperBound + room
        }
        return range.lowerBound - range.length * share...range.upperBound + range.length * share
    }
}
