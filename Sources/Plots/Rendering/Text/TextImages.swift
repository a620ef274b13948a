/// Images in cells.
struct TextImages {
    private let images: ImageGrid
    private let style: TextStyle
    private let title: [[TextCell]]
    private let caption: [[TextCell]]
    private let layout: Layout
    private(set) var height = 0

    /// The size of every image in cells, and how they stand.
    private struct Layout {
        var rows: ImageRows
        var width: Int
        var height: Int
        /// A label and the gap that parts it from the images below; without labels the gap is the image's own.
        var labelLines: Int
        var rowLines: Int { height + labelLines }
        var lines: Int { rows.rows * rowLines - max(labelLines - 1, 0) }
    }

    init(_ images: ImageGrid, _ figure: Figure, width: Int, height: Int?, _ style: TextStyle) {
        self.images = images
        self.style = style
        let heading = CellText.wrapped(figure.title ?? "", style.characters, width: width)
        let hasRoom = height.map { $0 > heading.count + 4 } ?? true
        title = hasRoom ? heading : []
        let headingLines = title.count
        let free = height.map { max($0 - headingLines, 1) }
        layout = TextImages.layout(images, width: width, height: free, style)
        let note = ImageRows.note(shown: layout.rows.shown, of: images.rasters.count)
        let small = [note, figure.caption].compactMap { $0 }.flatMap {
            CellText.wrapped($0, style.characters, width: width)
        }
        let left = (free ?? .max) - layout.lines
        caption = small.count <= left ? small : []
        self.height = height ?? title.count + layout.lines + caption.count
    }

    /// The largest images that fit, up to what their pixels are worth.
    private static func layout(_ images: ImageGrid, width: Int, height: Int?, _ style: TextStyle) -> Layout {
        let count = images.rasters.count
        let widest = images.rasters.reduce(1) { max($0, $1.width) }
        let tallest = images.rasters.reduce(0) { max($0, Double($1.height) / Double($1.width)) }
        let aspect = min(tallest, ImageRows.thinnest)
        let labelLines = images.labels.isEmpty ? 0 : 2
        // With braille a pixel is half a cell wide, with blocks a whole one.
        let isDotted = style.characters == .unicode && (style.colors == .none || style.colors == .ansi16)
        let pixels = isDotted ? (widest + 1) / 2 : widest
        // Small images are drawn at a multiple of their size.
        let native = pixels * max((images.rasters.count == 1 ? 32 : 18) / pixels, 1)
        func sized(_ columns: Int, shown: Int) -> Layout {
            let room = max((width + 1) / columns - 1, 1)
            var cells = min(room, native)
            func lines(_ cells: Int) -> Int {
                let halves = Int((Double(cells) * aspect).rounded())
                return labelLines == 0 ? halves / 2 + 1 : max((halves + 1) / 2, 1)
            }
            let rows = ImageRows(shown: shown, columns: columns)
            if let height {
                let share = max(height / max(rows.rows, 1) - labelLines, 1)
                while cells > 1 && lines(cells) > share { cells -= 1 }
            }
            return Layout(rows: rows, width: cells, height: lines(cells), labelLines: labelLines)
        }
        let square = ImageRows(count: count, columns: images.columns, widest: (width + 1) / 3)
        guard images.columns == nil else { return fitted(sized(square.columns, shown: square.shown), height) }
        guard height != nil else {
            // Fewer in a row where they would become too small to see anything.
            let least = min(native, 9)
            let columns = min(square.columns, max((width + 1) / (least + 1), 1))
            return sized(columns, shown: square.shown)
        }
        var best = sized(square.columns, shown: square.shown)
        for columns in stride(from: 1, through: max(min(square.shown, (width + 1) / 3), 1), by: 1) {
            let other = sized(columns, shown: square.shown)
            if other.width > best.width || best.lines > height ?? .max && other.lines < best.lines {
                best = other
            }
        }
        return fitted(best, height)
    }

    /// Where not all rows fit, the first ones.
    private static func fitted(_ layout: Layout, _ height: Int?) -> Layout {
        guard let height, layout.lines > height else { return layout }
        let rows = max((height + max(layout.labelLines - 1, 0)) / layout.rowLines, 1)
        var layout = layout
        layout.rows = ImageRows(
            shown: min(layout.rows.shown, rows * layout.rows.columns), columns: layout.rows.columns)
        return layout
    }

    func draw(in grid: inout CellGrid, x: Int, y: Int) {
        var line = y
        grid.write(lines: title, x: x, y: &line, isStrong: true)
        let top = line
        for index in 0..<layout.rows.shown {
            let box = CellBox(
                x: x + index % layout.rows.columns * (layout.width + 1),
                y: top + index / layout.rows.columns * layout.rowLines,
                width: layout.width, height: layout.height)
            TextImage(images.rasters[index], images.scaling, box, style).draw(in: &grid)
            if !images.labels.isEmpty {
                let label = CellText.cut(
                    CellText.cells(images.labels[index], style.characters), style.characters,
                    width: layout.width)
                let indent = (layout.width - CellText.width(label)) / 2
                grid.write(label, x: box.x + indent, y: box.y + box.height)
            }
        }
        line = top + layout.lines
        grid.write(lines: caption, x: x, y: &line)
    }
}
