import Tensors
import Text

/// A picture drawn in characters, as a distribution in the plane: every character but the blank is a small
/// rectangle that samples fall into, a digit weighing as much as it says. The picture is centered, and its longer
/// side goes from −2 to 2; a character is twice as tall as it is wide, as on a terminal.
public struct Sketch: DataSource {
    /// What it goes by.
    public let name = "sketch"
    /// The shape of one sample.
    public var sampleShape: [Int] { [2] }

    private struct Cell {
        let left: Double
        let bottom: Double
    }
    private let cells: [Cell]
    private let weights: [Double]
    private let width: Double
    private let height: Double

    /// How many bytes a picture may have.
    public static let mostBytes = 1_000_000

    /// Reads a picture, line by line from the top.
    public init(_ picture: String) throws {
        guard picture.utf8.count <= Sketch.mostBytes else {
            throw Mistake(
                construct: "limit", problem: "the picture has too many characters",
                note: "it may have \(Sketch.mostBytes)", argument: 0)
        }
        var lines = picture.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0) }
        func isBlank(_ line: [Character]) -> Bool { line.allSatisfy(\.isWhitespace) }
        while let first = lines.first, isBlank(first) { lines.removeFirst() }
        while let last = lines.last, isBlank(last) { lines.removeLast() }
        let inked = lines.filter { !isBlank($0) }
        guard !inked.isEmpty else {
            throw Mistake(
                construct: "sketch", problem: "the picture is empty",
                note: "draw it with characters; blanks are where no sample falls", argument: 0)
        }
        let margin = inked.map { $0.prefix(while: \.isWhitespace).count }.min() ?? 0
        let columns =
            lines.map { line in (line.lastIndex { !$0.isWhitespace } ?? -1) + 1 - margin }.max() ?? 1
        let scale = 4 / Double(max(columns, 2 * lines.count))
        width = scale
        height = 2 * scale
        var cells: [Cell] = []
        var weights: [Double] = []
        for (row, line) in lines.enumerated() {
            for (column, character) in line.dropFirst(margin).enumerated() where !character.isWhitespace {
                let weight = character.isASCII ? character.wholeNumberValue.map(Double.init) ?? 1 : 1
                guard weight > 0 else { continue }
                cells.append(
                    Cell(
                        left: (Double(column) - Double(columns) / 2) * scale,
                        bottom: (Double(lines.count) / 2 - Double(row + 1)) * 2 * scale))
                weights.append(weight)
            }
        }
        guard !cells.isEmpty else {
            throw Mistake(
                construct: "sketch", problem: "the picture has no weight", note: "all its characters are 0",
                argument: 0)
        }
        let total = weights.reduce(0, +)
        self.cells = cells
        self.weights = weights.map { $0 / total }
    }

    /// Draws samples.
    public func sample(_ count: Int, _ random: RandomStream) throws -> Tensor {
        try checkSampleCount(count)
        let picked = try random.choice(cells.count, weights: weights, count: count)
        let within = try random.uniform([count, 2])
        return try Tensor.building([count, 2]) { target in
            within.withFloats { within in
                for (row, index) in picked.enumerated() {
                    target[2 * row] = Float(cells[index].left + width * Double(within[2 * row]))
                    target[2 * row + 1] = Float(cells[index].bottom + height * Double(within[2 * row + 1]))
                }
            }
        }
    }
}
