/// Histograms as cells: blocks that end at an eighth of a cell, groups that lie over each other mixed.
extension TextMarks {
    /// The sign of a filled cell that these groups share.
    static func areaSign(_ groups: [Int], isAlone: Bool, _ style: TextStyle) -> Unicode.Scalar {
        if style.characters == .ascii {
            if isAlone { return "#" }
            return groups.count > 1 ? "X" : ["/", "\\", "|", "="][(groups.first ?? 0) % 4]
        }
        if isAlone || style.colors != .none { return "█" }
        return groups.count > 1 ? "█" : ["░", "▒", "▓"][(groups.first ?? 0) % 3]
    }

    private static let eighths: [Unicode.Scalar] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    func draw(_ bins: Bins, _ styles: [SeriesStyle], in grid: inout CellGrid) {
        let isAlone = styles.count == 1
        let floor = eighth(
            max(chart.y.isLogarithmic ? chart.y.range.lowerBound : 0, chart.y.range.lowerBound))
        for column in 0..<box.width {
            let middle = chart.x.value(at: (Double(column) + 0.5) / Double(box.width))
            guard let bin = bins.bin(at: middle) else { continue }
            let tops = bins.heights.map { $0[bin] > 0 ? max(eighth($0[bin]), floor + 1) : floor }
            for row in 0..<box.height {
                let bottom = (box.height - 1 - row) * 8
                guard let cell = cell(tops, styles, from: bottom, isAlone) else { continue }
                grid[box.x + column, box.y + row] = cell
            }
        }
    }

    /// A height in eighths of a row above the bottom of the box.
    private func eighth(_ height: Double) -> Int {
        let share = chart.y.fraction(height)
        guard share > 0 else { return 0 }
        return Int((min(share, 1) * Double(box.height * 8)).rounded())
    }

    /// The cell whose lower edge is at `bottom`, given how far up each group reaches.
    private func cell(_ tops: [Int], _ styles: [SeriesStyle], from bottom: Int, _ isAlone: Bool) -> GridCell?
    {
        func groups(above height: Int) -> [Int] { tops.indices.filter { tops[$0] > height } }
        guard !groups(above: bottom).isEmpty else { return nil }
        let edges = Set(tops.filter { $0 > bottom && $0 < bottom + 8 }).sorted()
        let hasFineEdges = style.characters == .unicode && (isAlone || style.colors != .none)
        guard hasFineEdges else {
            let covering = groups(above: bottom + 3)
            guard !covering.isEmpty else { return nil }
            let sign = TextMarks.areaSign(covering.map { styles[$0].index }, isAlone: isAlone, style)
            return GridCell(scalar: sign, ink: mixture(covering, styles))
        }
        // A character shows one edge only: the one nearest to the middle of the cell.
        let edge = edges.min { abs($0 - bottom - 4) < abs($1 - bottom - 4) } ?? bottom + 8
        let lower = mixture(groups(above: bottom + (edge - bottom) / 2), styles)
        let above = groups(above: edge)
        if style.colors == .none { return GridCell(scalar: TextMarks.eighths[edge - bottom]) }
        if edge == bottom + 8 { return GridCell(scalar: " ", ground: lower) }
        return GridCell(
            scalar: TextMarks.eighths[edge - bottom], ink: lower,
            ground: above.isEmpty ? nil : mixture(above, styles))
    }

    private func mixture(_ groups: [Int], _ styles: [SeriesStyle]) -> Color? {
        guard style.colors != .none, let first = groups.first else { return nil }
        var color = styles[first].color
        for (count, group) in groups.enumerated().dropFirst() {
            color = color.mixed(with: styles[group].color, share: 1 / Double(count + 1))
        }
        return color
    }
}
