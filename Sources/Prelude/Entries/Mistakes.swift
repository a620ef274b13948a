import Networks
import Plots
import Script
import Tensors

extension Mistake {
    /// A mistake that an operation reported, in the language's form.
    ///
    /// - Parameter firstPlace: where the operation's first operand stands among the arguments of the call.
    init(_ error: TensorError, firstPlace: Int = 0) {
        self.init(
            construct: error.construct, problem: error.problem,
            note: shifted(error.note, by: firstPlace),
            place: error.argument.map { .argument($0 + firstPlace) } ?? .whole)
    }

    /// A mistake that a figure's builder reported.
    init(_ error: FigureError, firstPlace: Int = 0) {
        self.init(
            construct: error.construct, problem: error.problem,
            note: shifted(error.note, by: firstPlace),
            place: error.argument.map { .argument($0 + firstPlace) } ?? .whole)
    }
}

/// Runs what an object does for an operator or an index, whose operands are counted as the operation does.
func convertingMistakes<Result>(_ body: () throws -> Result) throws -> Result {
    do {
        return try body()
    } catch let error as TensorError {
        throw Mistake(error)
    } catch let error as FigureError {
        throw Mistake(error)
    }
}

/// The note with every `{i}` made `{i + distance}`.
private func shifted(_ note: String, by distance: Int) -> String {
    guard distance != 0, note.contains("{") else { return note }
    var result = ""
    var rest = note[...]
    while let open = rest.firstIndex(of: "{") {
        result += rest[..<open]
        let inside = rest[rest.index(after: open)...]
        if let close = inside.firstIndex(of: "}"), let place = Int(inside[..<close]) {
            result += "{\(place + distance)}"
            rest = inside[inside.index(after: close)...]
        } else {
            result += "{"
            rest = inside
        }
    }
    return result + rest
}
