import Text

/// What the layers of a chart cover together.
struct Extents {
    var x: Extent
    var y: Extent
    var xPadding = 0.0
    var yPadding = 0.0
    /// Whether heights are counted from zero.
    var standsOnZero = false

    init(xLog: Bool, yLog: Bool) {
        x = Extent(isLogarithmic: xLog)
        y = Extent(isLogarithmic: yLog)
    }
}

/// What is counted while layers are put together: styles given out, values left out.
struct Census {
    var arrowStyles: [SeriesStyle] = []
    private var nextStyle = 0
    private var styles: [String: SeriesStyle] = [:]
    private var notFinite = 0
    private var notPositive = 0
    private var outside = 0
    private var missing = 0
    private var drawn = 0
    private var isPicture = false

    /// The style of a series: the same label has the same style throughout a figure.
    mutating func style(for label: String?) -> SeriesStyle {
        if let label, let known = styles[label] { return known }
        let style = SeriesStyle(index: nextStyle)
        nextStyle += 1
        if let label { styles[label] = style }
        return style
    }

    mutating func count(_ points: Points, _ x: Scale, _ y: Scale) {
        for i in 0..<points.count {
            if !points.x[i].isDrawable || !points.y[i].isDrawable {
                notFinite += 1
            } else if !x.shows(points.x[i]) || !y.shows(points.y[i]) {
                notPositive += 1
            } else {
                drawn += 1
            }
        }
    }

    mutating func count(_ values: [Double], outside: Int) {
        let finite = values.reduce(0) { $0 + ($1.isDrawable ? 1 : 0) }
        notFinite += values.count - finite
        drawn += finite
        self.outside += outside
    }

    mutating func count(_ field: HeatField) {
        missing += field.missing
        isPicture = true
    }

    var notes: [String] {
        var notes: [String] = []
        func note(_ count: Int, _ one: String, _ many: String) {
            if count > 0 { notes.append(count == 1 ? "1 \(one)" : "\(count) \(many)") }
        }
        if drawn + notFinite + notPositive == 0 && !isPicture { notes.append("no data") }
        note(notFinite, "point is not finite and not drawn", "points are not finite and not drawn")
        note(
            notPositive, "point is not positive and has no place on a logarithmic axis",
            "points are not positive and have no place on a logarithmic axis")
        note(outside, "value lies outside the bins", "values lie outside the bins")
        note(missing, "value is not finite and drawn gray", "values are not finite and drawn gray")
        return notes
    }
}

extension Chart {
    mutating func add(_ layer: Layer, _ extents: inout Extents, _ census: inout Census) {
        switch layer {
        case .heatmap(let heatmap):
            let field = HeatField(heatmap)
            census.count(field)
            for edge in [field.grid.x.lowerBound, field.grid.x.upperBound] { extents.x.include(edge) }
            for edge in [field.grid.y.lowerBound, field.grid.y.upperBound] { extents.y.include(edge) }
            marks.append(.field(field))
            if let level = heatmap.contour, level.isDrawable {
                marks.append(.contour(Contour.lines(of: field.grid, at: level)))
                legend.append(LegendEntry(label: "at \(NumberText.short(level))", sample: .contour))
            }
        case .histogram(let histogram):
            let bins = Bins(histogram)
            let styles = histogram.groups.indices.map { index in
                style(histogram.labels, index, &census) { .area($0) }
            }
            census.count(histogram.groups.flatMap { $0 }, outside: bins.outside)
            extents.x.include([bins.range.lowerBound, bins.range.upperBound])
            extents.y.include(0)
            for heights in bins.heights { extents.y.include(heights) }
            extents.yPadding = max(extents.yPadding, 0.05)
            extents.standsOnZero = true
            marks.append(.bins(bins, styles))
        case .line(let line):
            for (index, series) in line.series.enumerated() {
                census.count(series, x, y)
                include(series, &extents)
                extents.yPadding = max(extents.yPadding, 0.05)
                marks.append(.curve(series, style(line.labels, index, &census) { .line($0) }))
            }
        case .scatter(let scatter):
            for (index, group) in scatter.groups.enumerated() {
                census.count(group, x, y)
                include(group, &extents)
                if field == nil { (extents.xPadding, extents.yPadding) = (0.05, 0.05) }
                let style = style(scatter.labels, index, &census) { .dots($0) }
                marks.append(.dots(group, style, opacity: scatter.opacity, size: scatter.size))
            }
        case .arrows(let arrows):
            census.count(arrows.points, x, y)
            include(arrows.points, &extents)
            if field == nil { (extents.xPadding, extents.yPadding) = (0.08, 0.08) }
            let labels = arrows.label.map { [$0] } ?? []
            census.arrowStyles.append(style(labels, 0, &census) { .arrow($0) })
        case .rule(let rule):
            if rule.direction == .horizontal { extents.y.include(rule.value) }
            if rule.direction == .vertical { extents.x.include(rule.value) }
            if let label = rule.label { legend.append(LegendEntry(label: label, sample: .rule)) }
            marks.append(.rule(rule))
        }
    }

    private mutating func style(
        _ labels: [String], _ index: Int, _ census: inout Census,
        sample: (SeriesStyle) -> LegendEntry.Sample
    ) -> SeriesStyle {
        let label = index < labels.count && !labels[index].isEmpty ? labels[index] : nil
        let style = census.style(for: label)
        if let label {
            let entry = LegendEntry(label: label, sample: sample(style))
            if !legend.contains(where: { $0.label == label }) { legend.append(entry) }
        }
        return style
    }

    private func include(_ points: Points, _ extents: inout Extents) {
        for i in 0..<points.count where x.shows(points.x[i]) && y.shows(points.y[i]) {
            extents.x.include(points.x[i])
            extents.y.include(points.y[i])
        }
    }

    /// Arrows are placed last: how much longer they are drawn depends on what all layers cover.
    mutating func place(_ arrows: Arrows, _ style: SeriesStyle) {
        var longest = 0.0
        for i in 0..<arrows.vectors.count {
            let (dx, dy) = (arrows.vectors.x[i], arrows.vectors.y[i])
            guard dx.isDrawable && dy.isDrawable else { continue }
            longest = max(longest, (dx * dx + dy * dy).squareRoot())
        }
        let room = max(x.range.length, y.range.length) / 8
        let fitting = longest > 0 ? Ticks.roundStep(atLeast: room / longest) / 2 : 1
        let factor = arrows.scale ?? (fitting > 0 ? fitting : 1)
        var segments: [Segment] = []
        for i in 0..<arrows.points.count {
            let (x0, y0) = (arrows.points.x[i], arrows.points.y[i])
            let (x1, y1) = (x0 + arrows.vectors.x[i] * factor, y0 + arrows.vectors.y[i] * factor)
            guard x.shows(x0), y.shows(y0), x.shows(x1), y.shows(y1) else { continue }
            segments.append(Segment(x0: x0, y0: y0, x1: x1, y1: y1))
        }
        marks.append(.arrows(segments, style))
        let drawn = factor == 1 ? "drawn to scale" : "drawn \(NumberText.short(factor)) times as long"
        notes.append(
            longest == 0
                ? "all arrows have length 0"
                : "arrows are \(drawn); the longest is \(NumberText.short(longest))")
    }
}
