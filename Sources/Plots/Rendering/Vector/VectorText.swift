import Text

/// The sizes of letters.
enum Letters {
    static let title = 15.0
    static let label = 12.0
    static let small = 11.0
    static let lineHeight = 1.45

    /// Lines no wider than `width`, broken between words where that is possible.
    static func wrapped(_ text: String, size: Double, width: Double) -> [String] {
        var filler = LineFiller(room: width)
        var lines: [String] = []
        for word in escaped(text, for: .terminal).split(whereSeparator: { $0 == " " || $0.isNewline }) {
            let begins = filler.beginsLine(
                Glyphs.width(String(word), size: size), gap: Glyphs.width(" ", size: size))
            if begins || lines.isEmpty {
                lines.append(String(word))
            } else {
                lines[lines.count - 1] += " " + word
            }
        }
        return lines.map { cut($0, size: size, width: width) }
    }

    /// A text no wider than `width`; where some is missing, its end says so.
    static func cut(_ text: String, size: Double, width: Double) -> String {
        guard Glyphs.width(text, size: size) > width else { return text }
        var text = text
        while !text.isEmpty && Glyphs.width(text + "…", size: size) > width { text.removeLast() }
        return text + "…"
    }
}

/// Title and legend, above a plot.
struct VectorHeader {
    private let title: [String]
    private var legend: [[(entry: LegendEntry, label: String, x: Double)]] = []
    private let titleHeight = Letters.title * Letters.lineHeight
    private let legendHeight = Letters.label * 1.6

    init(title: String?, legend entries: [LegendEntry], width: Double) {
        self.title = Letters.wrapped(title ?? "", size: Letters.title, width: width)
        var x = 0.0
        for entry in entries {
            let label = Letters.cut(entry.label, size: Letters.label, width: max(width - 26, 1))
            let needed = 26 + Glyphs.width(label, size: Letters.label)
            if legend.isEmpty || x + needed > width {
                legend.append([])
                x = 0
            }
            legend[legend.count - 1].append((entry, label, x))
            x += needed + 16
        }
    }

    var height: Double {
        let lines = Double(title.count) * titleHeight + Double(legend.count) * legendHeight
        return lines == 0 ? 0 : lines + 4
    }

    func draw(in scene: inout Scene, x: Double, y: Double) {
        var line = y
        for text in title {
            let spot = Spot(x: x, y: line + Letters.title * 1.05)
            scene.shapes.append(.text(text, spot, .start, size: Letters.title, ChartColor.text))
            line += titleHeight
        }
        for row in legend {
            for item in row {
                let middle = line + legendHeight / 2
                scene.shapes += item.entry.sample.shapes(
                    Spot(x: x + item.x + 2, y: middle), Spot(x: x + item.x + 20, y: middle))
                let spot = Spot(x: x + item.x + 26, y: middle + Letters.label * 0.36)
                scene.shapes.append(.text(item.label, spot, .start, size: Letters.label, ChartColor.text))
            }
            line += legendHeight
        }
    }
}

/// Small print, below a plot.
struct VectorFooter {
    private let lines: [String]
    private let lineHeight = Letters.small * Letters.lineHeight

    init(_ texts: [String], width: Double) {
        lines = texts.flatMap { Letters.wrapped($0, size: Letters.small, width: width) }
    }

    var height: Double { lines.isEmpty ? 0 : Double(lines.count) * lineHeight + 4 }

    func draw(in scene: inout Scene, x: Double, y: Double) {
        for (index, line) in lines.enumerated() {
            let spot = Spot(x: x, y: y + 4 + Double(index) * lineHeight + Letters.small)
            scene.shapes.append(.text(line, spot, .start, size: Letters.small, ChartColor.faint))
        }
    }
}
