/// Images in rows, in pixels.
struct VectorImages {
    private let images: ImageGrid
    private let header: VectorHeader
    private let footer: VectorFooter
    private let rows: ImageRows
    private let size: Double
    private let aspect: Double
    private let gap: Double
    private let labelHeight: Double
    private(set) var height: Double

    init(_ images: ImageGrid, _ figure: Figure, width: Double, height: Double?) {
        self.images = images
        header = VectorHeader(title: figure.title, legend: [], width: width)
        rows = ImageRows(count: images.rasters.count, columns: images.columns, widest: Int(width / 8))
        let note = ImageRows.note(shown: rows.shown, of: images.rasters.count)
        footer = VectorFooter([note ?? "", figure.caption ?? ""], width: width)
        let tallest = images.rasters.reduce(0) { max($0, Double($1.height) / Double($1.width)) }
        aspect = min(max(tallest, 1 / ImageRows.thinnest), ImageRows.thinnest)
        labelHeight = images.labels.isEmpty ? 0 : Letters.small * Letters.lineHeight + 2
        gap = rows.columns > 16 ? 2 : 5
        let columns = Double(rows.columns)
        var size = (width - gap * (columns - 1)) / columns
        let fixed = header.height + footer.height
        if let height {
            let share = (height - fixed - gap * Double(rows.rows - 1)) / Double(rows.rows) - labelHeight
            size = max(min(size, share / aspect), 1)
        } else {
            // A few small images need not fill the whole width.
            size = min(size, rows.shown == 1 ? 280 : 112)
        }
        self.size = size
        let natural = fixed + Double(rows.rows) * (size * aspect + labelHeight + gap) - gap
        self.height = height ?? natural
    }

    func draw(in scene: inout Scene, x: Double, y: Double) {
        header.draw(in: &scene, x: x, y: y)
        let top = y + header.height
        for index in 0..<rows.shown {
            let raster = images.rasters[index]
            let own = min(max(Double(raster.height) / Double(raster.width), 1 / ImageRows.thinnest), aspect)
            let frame = Rectangle(
                x: x + Double(index % rows.columns) * (size + gap),
                y: top + Double(index / rows.columns) * (size * aspect + labelHeight + gap), width: size,
                height: size * own)
            scene.shapes.append(.pixels(pixels(raster, frame), frame))
            guard !images.labels.isEmpty else { continue }
            let label = Letters.cut(images.labels[index], size: Letters.small, width: size)
            let spot = Spot(x: frame.x + size / 2, y: frame.bottom + Letters.small + 2)
            scene.shapes.append(.text(label, spot, .middle, size: Letters.small, ChartColor.faint))
        }
        let bottom = top + Double(rows.rows) * (size * aspect + labelHeight + gap) - gap
        footer.draw(in: &scene, x: x, y: bottom)
    }

    /// The image's own pixels, or, where it is to be smooth or is finer than the picture, those of the picture.
    private func pixels(_ raster: Raster, _ frame: Rectangle) -> Pixels {
        let isFine = Double(raster.width) > frame.width * 2
        let isResampled = images.scaling == .smooth || isFine
        let across = isResampled ? max(Int(frame.width * (isFine ? 2 : 1)), 1) : raster.width
        let down = isResampled ? max(Int(frame.height * (isFine ? 2 : 1)), 1) : raster.height
        let sampler = ImageSampler(raster, images.scaling)
        var colors: [Color] = []
        colors.reserveCapacity(across * down)
        for row in 0..<down {
            for column in 0..<across {
                colors.append(
                    sampler.color(
                        Double(column) / Double(across), Double(row) / Double(down),
                        Double(column + 1) / Double(across), Double(row + 1) / Double(down))
                        ?? ChartColor.missing)
            }
        }
        return Pixels(width: across, height: down, colors: colors)
    }
}
