import Text

extension Figure {
    /// The figure as lines of characters, without colors and without a line break at the end.
    public func text(width: Int = 80, height: Int? = nil, _ characters: TextStyle.Characters = .unicode)
        -> String
    {
        painted(width: width, height: height, style: TextStyle(characters)).string
    }

    /// The figure as lines for a terminal, without a line break at the end.
    ///
    /// - Parameters:
    ///   - width: how many cells a line may take; less than 16 is taken as 16.
    ///   - height: how many lines there will be, exactly; when nil, as many as look well.
    ///   - style: which characters and colors may be used.
    public func painted(width: Int = 80, height: Int? = nil, style: TextStyle) -> TerminalText {
        CellWriter.text(cells(width: width, height: height, style: style), style.colors)
    }

    /// The figure as cells.
    func cells(width: Int, height: Int?, style: TextStyle) -> CellGrid {
        let width = min(max(width, 16), 1000)
        let plan = TextPlan(self, width: width, height: height.map { max($0, 1) }, style)
        let lines = height.map { min(max($0, 1), 1000) } ?? plan.height
        var grid = CellGrid(width: width, height: lines)
        plan.draw(in: &grid, x: 0, y: 0)
        return grid
    }
}

/// How a figure is laid out in a number of cells: what takes how many lines.
indirect enum TextPlan {
    case plot(TextPlot)
    case bars(TextBars)
    case images(TextImages)
    case group(TextGroup)

    init(_ figure: Figure, width: Int, height: Int?, _ style: TextStyle) {
        switch figure.content {
        case .plot(let layers):
            self = .plot(TextPlot(Chart(layers, of: figure), figure, width: width, height: height, style))
        case .bars(let bars): self = .bars(TextBars(bars, figure, width: width, height: height, style))
        case .images(let images):
            self = .images(TextImages(images, figure, width: width, height: height, style))
        case .row(let figures):
            let most = (width + TextGroup.gap) / (TextGroup.narrowest + TextGroup.gap)
            self = .group(TextGroup(figures, figure, atMost: most, width: width, height: height, style))
        case .column(let figures):
            self = .group(TextGroup(figures, figure, atMost: 1, width: width, height: height, style))
        }
    }

    var height: Int {
        switch self {
        case .plot(let plot): plot.height
        case .bars(let bars): bars.height
        case .images(let images): images.height
        case .group(let group): group.height
        }
    }

    func draw(in grid: inout CellGrid, x: Int, y: Int) {
        switch self {
        case .plot(let plot): plot.draw(in: &grid, x: x, y: y)
        case .bars(let bars): bars.draw(in: &grid, x: x, y: y)
        case .images(let images): images.draw(in: &grid, x: x, y: y)
        case .group(let group): group.draw(in: &grid, x: x, y: y)
        }
    }
}

/// Figures side by side, in rows, or one above the other.
struct TextGroup {
    /// The cells between panels.
    static let gap = 2
    /// Panels narrower than this stand in several rows instead.
    static let narrowest = 28

    private var title: [[TextCell]]
    private var caption: [[TextCell]]
    private var parts: [(plan: TextPlan, x: Int, y: Int)] = []
    private(set) var height = 0

    init(
        _ figures: [Figure], _ figure: Figure, atMost most: Int, width: Int, height: Int?, _ style: TextStyle
    ) {
        title = CellText.wrapped(figure.title ?? "", style.characters, width: width)
        caption = CellText.wrapped(figure.caption ?? "", style.characters, width: width)
        let free = height.map { max($0 - title.count - caption.count, 1) }
        let panels = PanelRows(count: figures.count, atMost: most)
        let share = (width - TextGroup.gap * (panels.columns - 1)) / panels.columns
        var y = 0
        for (row, range) in panels.ranges(of: figures.count).enumerated() {
            let left = panels.rows - row
            let lines = free.map { max(($0 - y) / left, 1) }
            let plans = figures[range].map { TextPlan($0, width: share, height: lines, style) }
            for (column, plan) in plans.enumerated() {
                parts.append((plan, column * (share + TextGroup.gap), title.count + y))
            }
            let tallest = plans.reduce(0) { max($0, $1.height) }
            y += (lines ?? tallest) + (lines == nil && left > 1 ? 1 : 0)
        }
        self.height = height ?? y + title.count + caption.count
    }

    func draw(in grid: inout CellGrid, x: Int, y: Int) {
        var line = y
        grid.write(lines: title, x: x, y: &line, isStrong: true)
        for part in parts { part.plan.draw(in: &grid, x: x + part.x, y: y + part.y) }
        line = y + height - caption.count
        grid.write(lines: caption, x: x, y: &line)
    }
}
