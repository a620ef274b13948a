import Text

/// A mark of an axis in cells.
struct TextTick {
    /// The column from the left or the row from the top.
    var cell: Int
    var text: [TextCell]
    var width: Int
    /// Where the label of a horizontal axis begins.
    var labelStart = 0

    private init(_ tick: Tick, cell: Int, _ characters: TextStyle.Characters) {
        self.cell = cell
        // A hyphen would be too short beside digits.
        let label = characters == .ascii ? tick.label : NumberText.withMinus(tick.label)
        text = CellText.cells(label, characters)
        width = CellText.width(text)
    }

    static func down(_ scale: Scale, rows: Int, _ characters: TextStyle.Characters) -> [TextTick] {
        // From one number nobody can tell what a row is worth: rather more marks than usual than one alone.
        let usual = max(rows / 3, min(4, rows / 2), 1)
        var ticks: [TextTick] = []
        for limit in usual...usual + 3 where ticks.count < min(2, rows) {
            ticks = []
            for tick in scale.ticks(atMost: limit) {
                guard let cell = place(tick, scale, rows) else { continue }
                let row = rows - 1 - cell
                if !ticks.contains(where: { $0.cell == row }) {
                    ticks.append(TextTick(tick, cell: row, characters))
                }
            }
        }
        return ticks
    }

    /// As many marks as have room for their labels, which may reach `reach` cells to the right of the axis.
    static func across(_ scale: Scale, columns: Int, reach: Int, _ characters: TextStyle.Characters)
        -> [TextTick]
    {
        for limit in stride(from: max(columns / 7, 4), through: 1, by: -1) {
            var ticks: [TextTick] = []
            var end = -3
            var fits = true
            for tick in scale.ticks(atMost: limit) {
                guard let cell = place(tick, scale, columns) else { continue }
                var placed = TextTick(tick, cell: cell, characters)
                placed.labelStart = min(max(cell - placed.width / 2, -1), max(reach - placed.width, -1))
                ticks.append(placed)
            }
            ticks.sort { $0.cell < $1.cell }
            for tick in ticks {
                fits = fits && tick.labelStart >= end + 2
                end = tick.labelStart + tick.width
            }
            if fits && end <= reach { return ticks }
        }
        return []
    }

    private static func place(_ tick: Tick, _ scale: Scale, _ count: Int) -> Int? {
        let fraction = scale.fraction(tick.value)
        guard fraction > -1e-9 && fraction < 1 + 1e-9 else { return nil }
        return min(max(Int(fraction * Double(count)), 0), count - 1)
    }
}
