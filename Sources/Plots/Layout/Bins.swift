import Glibc

/// Equal bins and how many values of each group fall into them.
struct Bins: Sendable, Equatable {
    var range: ClosedRange<Double>
    var count: Int
    /// For each group, the height of each bin.
    var heights: [[Double]]
    /// How many finite values lie outside the range.
    var outside = 0

    var width: Double { range.length / Double(count) }

    init(_ histogram: Histogram) {
        var extent = DataRange()
        for group in histogram.groups { extent.include(group) }
        range = histogram.range ?? extent.padded(by: 0)
        let pooled = histogram.groups.joined().filter { [range] in $0.isDrawable && range.contains($0) }
        count = histogram.bins ?? Bins.suitableCount(pooled, range)
        heights = []
        for group in histogram.groups {
            var counts = [Double](repeating: 0, count: count)
            var total = 0.0
            for value in group where value.isDrawable {
                guard range.contains(value) else {
                    outside += 1
                    continue
                }
                let bin = Int((value - range.lowerBound) / range.length * Double(count))
                counts[min(max(bin, 0), count - 1)] += 1
                total += 1
            }
            if histogram.isDensity && total > 0 { counts = counts.map { [width] in $0 / (total * width) } }
            heights.append(counts)
        }
    }

    /// The bin that holds a place, if any.
    func bin(at value: Double) -> Int? {
        guard range.contains(value) else { return nil }
        return min(Int((value - range.lowerBound) / range.length * Double(count)), count - 1)
    }

    /// The rule of Freedman and Diaconis: twice the distance between the quartiles over the cube root of the
    /// number of values.
    private static func suitableCount(_ values: [Double], _ range: ClosedRange<Double>) -> Int {
        guard values.count > 1 else { return 10 }
        let sorted = values.sorted()
        let spread = sorted[sorted.count * 3 / 4] - sorted[sorted.count / 4]
        let width = 2 * spread / cbrt(Double(values.count))
        let sturges = log2(Double(values.count)) + 1
        let wanted = width > 0 ? range.length / width : sturges
        return Int(min(max(wanted.rounded(.up), 5), 60))
    }
}
