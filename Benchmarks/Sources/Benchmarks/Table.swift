/// Prints rows whose columns stand under each other: the first to the left, numbers to the right.
struct Table {
    private let widths: [Int]

    init(_ title: String, _ columns: [String], widths: [Int]) {
        self.widths = widths
        print("\n\(title)")
        row(columns)
    }

    func row(_ cells: [String]) {
        var line = ""
        for (column, cell) in cells.enumerated() {
            let padding = String(repeating: " ", count: max(1, widths[column] - cell.count))
            line += column == 0 ? cell + padding : padding + cell
        }
        print("  " + line)
    }
}

/// A number with so many decimals.
func text(_ x: Double, _ decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let whole = Int((x * scale).rounded())
    guard decimals > 0 else { return "\(whole)" }
    let fraction = String(whole % Int(scale))
    return "\(whole / Int(scale))." + String(repeating: "0", count: decimals - fraction.count) + fraction
}

/// A share as a percentage.
func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }
