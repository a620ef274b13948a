/// A heat map ready to be drawn: its colors and what their ends stand for.
struct HeatField: Sendable, Equatable {
    let grid: Grid
    let range: ClosedRange<Double>
    let map: ColorMap
    let label: String?
    /// How many values cannot be drawn.
    let missing: Int

    init(_ heatmap: Heatmap) {
        grid = heatmap.grid
        label = heatmap.label
        var extent = DataRange()
        extent.include(grid.values)
        missing = grid.values.reduce(0) { $0 + ($1.isDrawable ? 0 : 1) }
        switch heatmap.scale {
        case .automatic:
            range = extent.padded(by: 0)
            map = .sequential
        case .range(let fixed):
            range = fixed
            map = .sequential
        case .probability:
            range = 0...1
            map = .diverging
        case .symmetric(let limit):
            let seen = extent.range.map { max($0.lowerBound.magnitude, $0.upperBound.magnitude) } ?? 0
            let end = limit ?? (seen > 0 ? seen : 1)
            range = -end...end
            map = .diverging
        }
    }

    /// The value at a place given as shares of the width and height, from the left and from the bottom of the
    /// grid's rows; nil where it cannot be drawn.
    func value(_ across: Double, _ along: Double) -> Double? {
        let column = across * Double(grid.columns)
        let row = along * Double(grid.rows)
        let nearest = grid.values[clamp(row, grid.rows) * grid.columns + clamp(column, grid.columns)]
        guard nearest.isDrawable else { return nil }
        guard !grid.isMatrix else { return nearest }
        let (left, right, xShare) = neighbors(column, grid.columns)
        let (below, above, yShare) = neighbors(row, grid.rows)
        let low = blend(below * grid.columns + left, below * grid.columns + right, xShare)
        let high = blend(above * grid.columns + left, above * grid.columns + right, xShare)
        let value = low + (high - low) * yShare
        return value.isDrawable ? value : nearest
    }

    /// The share of the way from the lower to the upper end of the colors.
    func share(_ value: Double) -> Double { (value - range.lowerBound) / range.length }

    func color(_ across: Double, _ along: Double) -> Color {
        value(across, along).map { map.color(share($0)) } ?? ChartColor.missing
    }

    private func clamp(_ place: Double, _ count: Int) -> Int {
        place > 0 ? min(Int(place), count - 1) : 0
    }

    private func neighbors(_ place: Double, _ count: Int) -> (Int, Int, Double) {
        let shifted = min(max(place - 0.5, 0), Double(count - 1))
        let lower = Int(shifted)
        return (lower, min(lower + 1, count - 1), shifted - Double(lower))
    }

    private func blend(_ i: Int, _ j: Int, _ share: Double) -> Double {
        grid.values[i] + (grid.values[j] - grid.values[i]) * share
    }
}

extension HeatField {
    /// The share of the grid's width left of a place.
    func across(_ x: Double) -> Double { (x - grid.x.lowerBound) / grid.x.length }

    /// The share of the grid's rows before a place.
    func along(_ y: Double) -> Double { (y - grid.y.lowerBound) / grid.y.length }
}
