import Text

/// Lying bars in pixels.
struct VectorBars {
    private static let opacity = 0.85

    private let bars: Bars
    private let header: VectorHeader
    private let footer: VectorFooter
    private let xLabel: String
    private let names: [String]
    private let nameWidth: Double
    private let length: Double
    private let span: BarSpan
    private let thickness: Double
    private let gap: Double
    private(set) var height: Double

    init(_ bars: Bars, _ figure: Figure, width: Double, height: Double?) {
        self.bars = bars
        let entries = zip(bars.labels, bars.labels.indices).map { label, index in
            LegendEntry(
                label: label, sample: .area(SeriesStyle(index: index), opacity: VectorBars.opacity))
        }
        header = VectorHeader(title: figure.title, legend: entries, width: width)
        let note = bars.names.isEmpty ? "no data" : ""
        footer = VectorFooter([note, figure.caption ?? ""], width: width)
        xLabel = Letters.cut(figure.xAxis.label ?? "", size: Letters.label, width: width)
        names = bars.names.map { Letters.cut($0, size: Letters.label, width: width / 3) }
        nameWidth = names.reduce(0) { max($0, Glyphs.width($1, size: Letters.label)) }
        let valueWidth = bars.series.joined().reduce(0) {
            max($0, Glyphs.width(NumberText.short($1), size: Letters.label))
        }
        length = max(width - nameWidth - valueWidth - 24, 10)
        span = BarSpan(bars)
        let labelHeight = xLabel.isEmpty ? 0 : Letters.label * Letters.lineHeight + 4
        let fixed = header.height + footer.height + labelHeight
        let count = Double(max(bars.names.count, 1))
        let room = height.map { max(($0 - fixed) / count, 4) } ?? (Double(bars.series.count) * 18 + 10)
        gap = min(room * 0.3, 10)
        thickness = min((room - gap) / Double(bars.series.count), 22)
        self.height = height ?? fixed + room * Double(bars.names.count)
    }

    func draw(in scene: inout Scene, x: Double, y: Double) {
        header.draw(in: &scene, x: x, y: y)
        var line = y + header.height
        let zero = x + nameWidth + 10 + span.zero * length
        let top = line
        for (index, name) in names.enumerated() {
            let rows = thickness * Double(bars.series.count)
            let middle = line + gap / 2 + rows / 2
            let spot = Spot(x: x + nameWidth, y: middle + Letters.label * 0.36)
            scene.shapes.append(.text(name, spot, .end, size: Letters.label, ChartColor.text))
            for (series, values) in bars.series.enumerated() {
                let row = line + gap / 2 + Double(series) * thickness
                draw(values[index], SeriesStyle(index: series), in: &scene, zero: zero, y: row)
            }
            line += rows + gap
        }
        if !names.isEmpty { scene.line(zero, top, zero, line, Pen(color: ChartColor.axis, width: 1)) }
        if !xLabel.isEmpty {
            let spot = Spot(x: x + nameWidth + 10, y: line + Letters.label + 4)
            scene.shapes.append(.text(xLabel, spot, .start, size: Letters.label, ChartColor.faint))
            line += Letters.label * Letters.lineHeight + 4
        }
        footer.draw(in: &scene, x: x, y: line)
    }

    private func draw(_ value: Double, _ series: SeriesStyle, in scene: inout Scene, zero: Double, y: Double)
    {
        let end = value.isDrawable ? span.share(value) * length : 0
        let bar = Rectangle(
            x: value < 0 ? zero - end : zero, y: y + 1, width: end, height: max(thickness - 2, 1))
        if end > 0 { scene.shapes.append(.rectangle(bar, series.color, opacity: VectorBars.opacity)) }
        let spot = Spot(x: (value < 0 ? zero : zero + end) + 6, y: y + thickness / 2 + Letters.label * 0.36)
        let text = NumberText.withMinus(NumberText.short(value))
        scene.shapes.append(.text(text, spot, .start, size: Letters.label, ChartColor.faint))
    }
}
