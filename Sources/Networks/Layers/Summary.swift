import Tensors
import Text

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
        let cells = rows.map { ($0.place, $0.layer, $0.output, NumberText.grouped($0.parameters)) }
        let all = [header] + cells
        let widths = (
            width(of: all.map(\.0)), width(of: all.map(\.1)), width(of: all.map(\.2)), width(of: all.map(\.3))
        )
        func line(_ cell: (String, String, String, String)) -> String {
            [
                cell.0.padded(to: widths.0), cell.1.padded(to: widths.1), cell.2.padded(to: widths.2),
                cell.3.padded(leftTo: widths.3),
            ].joined(separator: "  ")
        }
        let title = (name.isEmpty ? "a network" : name) + (isFrozen ? " (frozen)" : "")
        let input = root.inputShape.map { " for an input of \(batchShapeText($0))" } ?? ""
        return "\(title)\(input)\n" + all.map(line).joined(separator: "\n")
            + "\n\(NumberText.grouped(parameterCount)) parameters"
    }
}

/// A sample's shape with the axis of the batch in front; what is not known is "?".
func batchShapeText(_ shape: [Int?]?) -> String {
    guard let shape else { return "[n, …]" }
    return "[" + (["n"] + shape.map { $0.map(String.init) ?? "?" }).joined(separator: ", ") + "]"
}

private func width(of cells: [String]) -> Int { cells.map { displayWidth($0) }.max() ?? 0 }
