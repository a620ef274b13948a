/// What the lengths of bars stand for: from the least to the greatest value, zero among them.
struct BarSpan: Sendable {
    let range: ClosedRange<Double>

    init(_ bars: Bars) {
        var extent = DataRange()
        extent.include(0)
        for values in bars.series { extent.include(values) }
        let seen = extent.range ?? 0...0
        range = seen.length > 0 ? seen : 0...1
    }

    /// Where zero lies, as a share of the whole.
    var zero: Double { -range.lowerBound / range.length }

    /// How long a value is, as a share of the whole.
    func share(_ value: Double) -> Double { value.magnitude / range.length }
}
