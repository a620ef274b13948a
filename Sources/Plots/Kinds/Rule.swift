import Text

/// A straight line across the whole plot at a value worth comparing with.
struct Rule: PlotLayer {
    static let kind = "rule"

    enum Direction: Sendable, Equatable {
        case horizontal
        case vertical
    }

    var value: Double
    var direction: Direction
    var label: String?

    func add(to chart: inout Chart, _ tally: inout ChartTally) {
        if direction == .horizontal { tally.y.include(value) }
        if direction == .vertical { tally.x.include(value) }
        if let label { chart.legend.append(LegendEntry(label: label, sample: .rule, isAid: true)) }
        chart.marks.append(RuleMark(rule: self))
    }
}

extension Figure {
    /// A horizontal line across the plot, to be layered: an accuracy of one half, the best possible loss.
    public static func rule(y value: Double, label: String? = nil) throws(Mistake) -> Figure {
        try rule(Rule(value: value, direction: .horizontal, label: label))
    }

    /// A vertical line across the plot, to be layered: the step at which the rate fell.
    public static func rule(x value: Double, label: String? = nil) throws(Mistake) -> Figure {
        try rule(Rule(value: value, direction: .vertical, label: label))
    }

    private static func rule(_ rule: Rule) throws(Mistake) -> Figure {
        guard rule.value.isDrawable else {
            throw Mistake(
                construct: "rule", problem: "a rule needs a finite place",
                note: "it is \(NumberText.short(rule.value))")
        }
        return Figure(rule)
    }
}

/// The line of a rule, over grounds and under everything else.
private struct RuleMark: PlotMark {
    static let level = MarkLevel.rule
    let rule: Rule

    func draw(in plot: TextMarks, _ grid: inout CellGrid) {
        let color = plot.style.colors == .none ? nil : ChartColor.rule
        switch rule.direction {
        case .horizontal:
            let share = plot.chart.y.fraction(rule.value)
            guard (0...1).contains(share) else { return }
            let row = plot.box.height - 1 - plot.place(share, plot.box.height)
            for x in 0..<plot.box.width {
                plot.put(plot.style.characters == .ascii ? "-" : "╌", color, x: x, y: row, in: &grid)
            }
        case .vertical:
            let share = plot.chart.x.fraction(rule.value)
            guard (0...1).contains(share) else { return }
            let column = plot.place(share, plot.box.width)
            for y in 0..<plot.box.height {
                plot.put(plot.style.characters == .ascii ? "|" : "┆", color, x: column, y: y, in: &grid)
            }
        }
    }

    func draw(in plot: VectorMarks, _ scene: inout Scene) {
        let pen = Pen(color: ChartColor.rule, width: 1.4, dash: 4)
        switch rule.direction {
        case .horizontal:
            let share = plot.chart.y.fraction(rule.value)
            guard (0...1).contains(share) else { return }
            scene.shapes.append(.lines([[plot.spot(0, share), plot.spot(1, share)]], pen))
        case .vertical:
            let share = plot.chart.x.fraction(rule.value)
            guard (0...1).contains(share) else { return }
            scene.shapes.append(.lines([[plot.spot(share, 0), plot.spot(share, 1)]], pen))
        }
    }
}

extension LegendSample {
    fileprivate static let rule = LegendSample { style, _ in
        (style.characters == .ascii ? "- " : "╌╌", style.colors == .none ? nil : ChartColor.rule)
    } shapes: { left, right in
        [.lines([[left, right]], Pen(color: ChartColor.rule, width: 1.4, dash: 4))]
    }
}
