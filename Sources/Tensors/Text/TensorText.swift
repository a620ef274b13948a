/// What `print` shows: a tensor without axes as a number, others with their rows in brackets and aligned
/// columns, rounded where the element that needs most decimals has four significant digits (whole numbers in full). Of a
/// tensor of more than a hundred elements the middle of each long axis is left out, and the shape is named.
public func tensorText(_ t: Tensor) -> String {
    if t.rank == 0 { return NumberColumn([t.item]).text(t.item) }
    return TensorLayout(t).text
}

private struct TensorLayout {
    /// More elements than these are shortened.
    private static let mostElements = 100
    /// A shortened axis shows so many elements at each end.
    private static let edge = 3
    private static let width = 80

    private let tensor: Tensor
    private let values: [Float]
    private let isShortened: Bool
    private var cells: [String] = []

    init(_ tensor: Tensor) {
        self.tensor = tensor
        isShortened = tensor.count > Self.mostElements
        values = tensor.floats
        var shown: [Float] = []
        collect(axis: 0, offset: 0, into: &shown)
        let column = NumberColumn(shown)
        let texts = shown.map(column.text)
        let width = texts.map(\.utf8.count).max() ?? 0
        cells = texts.map { String(repeating: " ", count: width - $0.utf8.count) + $0 }
    }

    var text: String {
        if tensor.count == 0 { return "[] shape \(tensor.shape)" }
        var next = 0
        let body = block(axis: 0, next: &next)
        return isShortened ? "\(body) shape \(tensor.shape)" : body
    }

    /// The places along an axis that are shown; nil stands for those left out.
    private func places(_ axis: Int) -> [Int?] {
        let size = tensor.shape[axis]
        if !isShortened || size <= 2 * Self.edge { return (0..<size).map { $0 } }
        return (0..<Self.edge).map { $0 } + [nil] + (size - Self.edge..<size).map { $0 }
    }

    private func collect(axis: Int, offset: Int, into shown: inout [Float]) {
        let inner = tensor.shape.around(axis).inner
        for case let place? in places(axis) {
            let start = offset + place * inner
            if axis == tensor.rank - 1 {
                shown.append(values[start])
            } else {
                collect(axis: axis + 1, offset: start, into: &shown)
            }
        }
    }

    private func block(axis: Int, next: inout Int) -> String {
        if axis == tensor.rank - 1 { return row(next: &next) }
        var parts: [String] = []
        for place in places(axis) {
            if place == nil {
                parts.append("…")
            } else {
                parts.append(block(axis: axis + 1, next: &next))
            }
        }
        let indent = String(repeating: " ", count: axis + 1)
        // An empty line between blocks of more than one row.
        let gap = axis < tensor.rank - 2 ? ",\n\n" : ",\n"
        return "[" + parts.joined(separator: gap + indent) + "]"
    }

    private func row(next: inout Int) -> String {
        let indent = String(repeating: " ", count: tensor.rank)
        var lines = [""]
        for place in places(tensor.rank - 1) {
            let cell = place == nil ? "…" : cells[next]
            if place != nil { next += 1 }
            let line = lines[lines.count - 1]
            if line.isEmpty {
                lines[lines.count - 1] = cell
            } else if indent.count + line.count + cell.count + 3 <= Self.width {
                lines[lines.count - 1] = line + ", " + cell
            } else {
                lines.append(cell)
            }
        }
        return "[" + lines.joined(separator: ",\n" + indent) + "]"
    }
}
