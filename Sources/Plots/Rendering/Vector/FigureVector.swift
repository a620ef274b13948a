import Text

extension Figure {
    /// The figure as a self-contained SVG document with a white ground.
    ///
    /// - Parameters:
    ///   - width: in pixels of the screen.
    ///   - height: when nil, as much as looks well.
    public func svg(width: Int = 640, height: Int? = nil) -> String {
        SVGWriter.document(scene(width: width, height: height), title: title ?? summary)
    }

    /// The figure as the bytes of a PNG file with a white ground, of the same look as the SVG.
    ///
    /// - Parameters:
    ///   - width: in units of which 640 make a comfortable picture.
    ///   - height: when nil, as much as looks well.
    ///   - scale: pixels for each unit, from 1 to 4; 2 is sharp on a screen of high resolution.
    public func png(width: Int = 640, height: Int? = nil, scale: Int = 2) throws(Mistake) -> [UInt8] {
        let painter = Painter(scene(width: width, height: height), scale: Double(min(max(scale, 1), 4)))
        return try PNG.encoded(width: painter.width, height: painter.height, bytes: painter.bytes)
    }

    /// The figure as shapes.
    func scene(width: Int, height: Int?) -> Scene {
        let width = Double(min(max(width, 120), 4000))
        let margin = 12.0
        let wanted = height.map { Double(min(max($0, 80), 4000)) }
        let plan = VectorPlan(self, width: width - 2 * margin, height: wanted.map { $0 - 2 * margin })
        var scene = Scene(width: width, height: (wanted ?? plan.height + 2 * margin).rounded())
        plan.draw(in: &scene, x: margin, y: margin)
        return scene
    }
}

/// How a figure is laid out in pixels.
indirect enum VectorPlan {
    case plot(VectorPlot)
    case bars(VectorBars)
    case images(VectorImages)
    case group(VectorGroup)

    init(_ figure: Figure, width: Double, height: Double?) {
        switch figure.content {
        case .plot(let layers):
            self = .plot(VectorPlot(Chart(layers, of: figure), figure, width: width, height: height))
        case .bars(let bars): self = .bars(VectorBars(bars, figure, width: width, height: height))
        case .images(let images): self = .images(VectorImages(images, figure, width: width, height: height))
        case .row(let figures):
            let most = Int((width + VectorGroup.gap) / (VectorGroup.narrowest + VectorGroup.gap))
            self = .group(VectorGroup(figures, figure, atMost: most, width: width, height: height))
        case .column(let figures):
            self = .group(VectorGroup(figures, figure, atMost: 1, width: width, height: height))
        }
    }

    var height: Double {
        switch self {
        case .plot(let plot): plot.height
        case .bars(let bars): bars.height
        case .images(let images): images.height
        case .group(let group): group.height
        }
    }

    func draw(in scene: inout Scene, x: Double, y: Double) {
        switch self {
        case .plot(let plot): plot.draw(in: &scene, x: x, y: y)
        case .bars(let bars): bars.draw(in: &scene, x: x, y: y)
        case .images(let images): images.draw(in: &scene, x: x, y: y)
        case .group(let group): group.draw(in: &scene, x: x, y: y)
        }
    }
}

/// Figures side by side, in rows, or one above the other.
struct VectorGroup {
    static let gap = 20.0
    /// Panels narrower than this stand in several rows instead.
    static let narrowest = 180.0

    private let header: VectorHeader
    private let footer: VectorFooter
    private var parts: [(plan: VectorPlan, x: Double, y: Double)] = []
    private(set) var height = 0.0

    init(_ figures: [Figure], _ figure: Figure, atMost most: Int, width: Double, height: Double?) {
        header = VectorHeader(title: figure.title, legend: [], width: width)
        footer = VectorFooter([figure.caption ?? ""], width: width)
        let free = height.map { max($0 - header.height - footer.height, 1) }
        let panels = PanelRows(count: figures.count, atMost: most)
        let share = (width - VectorGroup.gap * Double(panels.columns - 1)) / Double(panels.columns)
        var y = 0.0
        for (row, range) in panels.ranges(of: figures.count).enumerated() {
            let left = Double(panels.rows - row)
            let part = free.map { max(($0 - y - VectorGroup.gap * (left - 1)) / left, 1) }
            let plans = figures[range].map { VectorPlan($0, width: share, height: part) }
            for (column, plan) in plans.enumerated() {
                parts.append((plan, Double(column) * (share + VectorGroup.gap), header.height + y))
            }
            y += (part ?? plans.reduce(0) { max($0, $1.height) }) + (left > 1 ? VectorGroup.gap : 0)
        }
        self.height = height ?? y + header.height + footer.height
    }

    func draw(in scene: inout Scene, x: Double, y: Double) {
        header.draw(in: &scene, x: x, y: y)
        for part in parts { part.plan.draw(in: &scene, x: x + part.x, y: y + part.y) }
        footer.draw(in: &scene, x: x, y: y + height - footer.height)
    }
}
