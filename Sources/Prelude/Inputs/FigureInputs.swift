import Budget
import Plots
import Script
import Tensors

extension Input where Argument == [[Double]] {
    /// Series of numbers: lists, ranges, tensors.
    static func series(_ name: String = "series", _ summary: String = "lists of numbers, or tensors") -> Self
    {
        Input(name, type: "numbers", summary, isVariadic: true, accepts: .numbers) { given in
            try given.rest.enumerated().map { position, value in
                guard let numbers = try doubles(value) else {
                    throw given.mismatch(ofRest: position, "lists of numbers, or tensors")
                }
                return numbers
            }
        }
    }
}

extension Input where Argument == [Points] {
    /// Groups of points: tensors of shape [n, 2], or lists of pairs.
    static func points(_ name: String = "groups", _ summary: String = "points of shape [n, 2]") -> Self {
        Input(name, type: "Tensor", summary, isVariadic: true, accepts: .tensor) { given in
            try given.rest.enumerated().map { position, value in
                let tensor = try plainTensor(value)
                guard let points = try tensor.flatMap(pointsOf) else {
                    throw given.mismatch(
                        ofRest: position, "points: tensors of shape [n, 2]",
                        hint: tensor?.rank == 1 ? "`line` draws numbers over 0, 1, 2, …" : "")
                }
                return points
            }
        }
    }
}

extension Input where Argument == Points {
    /// Points, or vectors: a tensor of shape [n, 2].
    static func points(_ name: String, _ summary: String = "") -> Self {
        Input(name, type: "Tensor", summary, accepts: .tensor) { given in
            guard let value = given.value, let tensor = try plainTensor(value),
                let points = try pointsOf(tensor)
            else { throw given.mismatch("a tensor of shape [n, 2]") }
            return points
        }
    }
}

/// The points in the rows of a tensor of two columns; nil for another shape.
private func pointsOf(_ tensor: Tensor) throws -> Points? {
    guard tensor.rank == 2, tensor.shape[1] == 2 else { return nil }
    try MemoryBudget.reserve(bytes: tensor.count * 20)
    return try Points(rows: tensor.floats)
}

/// The inputs that all builders of figures share.
extension Input where Argument == String? {
    static var title: Self { .labeled(.optional(.string("title", "the heading"))) }
    static var xLabel: Self { .labeled(.optional(.string("xLabel", "what is measured to the right"))) }
    static var yLabel: Self { .labeled(.optional(.string("yLabel", "what is measured upward"))) }
}

extension Input where Argument == [String] {
    static var labels: Self { .strings("labels", "a name for each in the legend") }
}
