import Tensors

/// One line of a network's summary.
public struct SummaryRow: Equatable, Sendable {
    /// The layer's place, such as "0" or "2.1"; empty for the network as a whole.
    public let place: String
    /// The call that makes the layer.
    public let layer: String
    /// The shape of its output for n samples: "[n, 128]".
    public let output: String
    /// How many numbers it learns.
    public let parameters: Int
}

extension Network {
    /// The layers with their output shapes and parameter counts.
    public func summaryRows() -> [SummaryRow] {
        var rows: [SummaryRow] = []
        func visit(_ layer: any Layer, _ input: [Int?]?, _ place: String) -> [Int?]? {
            if layer is Sequential {
                return layer.children.enumerated().reduce(input ?? layer.inputShape) { shape, child in
                    visit(
                        child.element, shape, place.isEmpty ? "\(child.offset)" : "\(place).\(child.offset)")
                }
            }
            let output = layer.outputShape(input ?? layer.inputShape)
            rows.append(
                SummaryRow(
                    place: place, layer: layer.signature, output: batchShapeText(output),
                    parameters: layer.parameters.reduce(0) { $0 + $1.shape.count }))
            return output
        }
        _ = visit(root, root.inputShape, "")
        return rows
    }

    /// The summary as text: a line a layer, and the sum.
    public func summaryText() -> String {
        let rows = summaryRows()
        let header = ("", "layer", "output", "parameters")
        let cells = rows.map { ($0.place, $0.layer, $0.output, grouped($0.parameters)) }
        let all = [header] + cells
        let widths = (
            all.map(\.0.count).max() ?? 0, all.map(\.1.count).max() ?? 0, all.map(\.2.count).max() ?? 0,
            all.map(\.3.count).max() ?? 0
        )
        func line(_ cell: (String, String, String, String)) -> String {
            padded(cell.0, widths.0) + "  " + padded(cell.1, widths.1) + "  " + padded(cell.2, widths.2)
                + "  "
                + padded(cell.3, widths.3, right: true)
        }
        let title = (name.isEmpty ? "a network" : name) + (isFrozen ? " (frozen)" : "")
        let input = root.inputShape.map { " for an input of \(batchShapeText($0))" } ?? ""
        return "\(title)\(input)\n" + all.map(line).joined(separator: "\n")
            + "\n\(grouped(parameterCount)) parameters"
    }
}

/// A sample's shape with the axis of the batch in front; what is not known is "?".
func batchShapeText(_ shape: [Int?]?) -> String {
    guard let shape else { return "[n, …]" }
    return "[" + (["n"] + shape.map { $0.map(String.init) ?? "?" }).joined(separator: ", ") + "]"
}

/// A count with its thousands apart: "35,202".
func grouped(_ count: Int) -> String {
    let digits = Array(String(count))
    var text = ""
    for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
        text.append(digit)
    }
    return text
}

/// Text brought to a width with blanks.
func padded(_ text: String, _ width: Int, right: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - text.count))
    return right ? blanks + text : text + blanks
}
