import Text

/// A rectangle of text with a line on which it sits beside others.
struct FormulaBox: Equatable {
    /// The lines from top to bottom, all of the same width.
    var lines: [String]
    /// The index of the line that neighbors share.
    var baseline: Int
    /// The columns it takes.
    var width: Int

    /// A box of one line.
    init(_ text: String) {
        lines = [text]
        baseline = 0
        width = displayWidth(text)
    }

    init(lines: [String], baseline: Int) {
        let width = lines.map { displayWidth($0) }.max() ?? 0
        self.lines = lines.map { $0.padded(to: width) }
        self.baseline = baseline
        self.width = width
    }

    var height: Int { lines.count }

    /// The box with `other` on its right, baselines in line.
    func beside(_ other: FormulaBox, gap: Int = 0) -> FormulaBox {
        let above = max(baseline, other.baseline)
        let below = max(height - baseline, other.height - other.baseline)
        let space = String(repeating: " ", count: gap)
        let rows = (0..<(above + below)).map { row in
            line(row - above + baseline) + space + other.line(row - above + other.baseline)
        }
        var box = self
        box.lines = rows
        box.baseline = above
        box.width += gap + other.width
        return box
    }

    /// The boxes below one another, each in the middle, the one at `baseline` giving the shared line.
    static func stacked(_ boxes: [FormulaBox], baseline: Int) -> FormulaBox {
        let width = boxes.map(\.width).max() ?? 0
        let shared = boxes[..<baseline].map(\.height).reduce(0, +) + boxes[baseline].baseline
        return FormulaBox(lines: boxes.flatMap { $0.centered(in: width) }, baseline: shared)
    }

    private func line(_ index: Int) -> String {
        lines.indices.contains(index) ? lines[index] : String(repeating: " ", count: width)
    }

    private func centered(in width: Int) -> [String] {
        let left = (width - self.width) / 2
        return lines.map { (String(repeating: " ", count: left) + $0).padded(to: width) }
    }

    /// A bracket as high as the box, drawn from its pieces.
    static func bracket(_ sign: String, like box: FormulaBox) -> FormulaBox {
        guard box.height > 1, let pieces = bracketPieces[sign] else { return FormulaBox(sign) }
        var lines = [String](repeating: pieces.middle, count: box.height)
        lines[0] = pieces.top
        lines[box.height - 1] = pieces.bottom
        if let waist = pieces.waist, box.height > 2 { lines[box.height / 2] = waist }
        return FormulaBox(lines: lines, baseline: box.baseline)
    }

    private static let bracketPieces:
        [String: (top: String, middle: String, bottom: String, waist: String?)] = [
            "(": ("⎛", "⎜", "⎝", nil), ")": ("⎞", "⎟", "⎠", nil), "[": ("⎡", "⎢", "⎣", nil),
            "]": ("⎤", "⎥", "⎦", nil), "{": ("⎧", "⎪", "⎩", "⎨"), "}": ("⎫", "⎪", "⎭", "⎬"),
            "|": ("│", "│", "│", nil), "‖": ("║", "║", "║", nil),
        ]
}
