import Tensors
import Text

/// What makes two values unequal, as the end of a sentence; nil if they are equal. Numbers are equal by value,
/// a number equals a tensor without axes, NaN equals nothing.
func unequal(_ first: Datum, _ second: Datum) -> String? {
    if let a = first.number, let b = second.number { return a == b ? nil : "" }
    switch (first, second) {
    case (.list(let a), .list(let b)):
        if a.count != b.count { return " (\(a.count) elements, not \(b.count))" }
        for (index, (x, y)) in zip(a, b).enumerated() where unequal(x, y) != nil {
            return a.count > 1 ? " (element \(index) is \(x.text), not \(y.text))" : ""
        }
        return nil
    case (.tensor(let shape, let values), .tensor(let otherShape, let others)):
        if shape != otherShape { return " (shape \(shape), not \(otherShape))" }
        guard
            let index = zip(values, others).enumerated().first(where: { $0.element.0 != $0.element.1 })?
                .offset
        else { return nil }
        return " (they first differ at \(position(index, in: shape)))"
    case (.dictionary(let keys, let values), .dictionary(let otherKeys, let others)):
        if keys.count != otherKeys.count { return " (\(keys.count) keys, not \(otherKeys.count))" }
        for (key, value) in zip(keys, values) {
            guard let index = otherKeys.firstIndex(of: key) else { return " (it has the key \(key.text))" }
            if unequal(value, others[index]) != nil { return " (they differ at the key \(key.text))" }
        }
        return nil
    case (.network, .network): return first == second ? nil : ""
    case (.other, _), (_, .other): return " (these cannot be compared)"
    default: return first == second ? nil : ""
    }
}

/// The numbers in a value and their shape: a number has shape [], a list of numbers one axis, a list of
/// equally long rows two.
func numbers(of datum: Datum) -> (shape: [Int], values: [Double])? {
    switch datum {
    case .tensor(let shape, let values): return (shape, values.map(Double.init))
    case .list(let elements):
        let rows = elements.map(numbers)
        guard let first = rows.first else { return ([0], []) }
        guard let shape = first?.shape, rows.allSatisfy({ $0?.shape == shape }) else { return nil }
        return ([rows.count] + shape, rows.flatMap { $0?.values ?? [] })
    default: return datum.number.map { ([], [$0]) }
    }
}

/// The index of an entry of a row-major tensor, as a script writes it: `[1, 2]`.
func position(_ index: Int, in shape: [Int]) -> String {
    var rest = index
    var axes: [Int] = []
    for size in shape.reversed() where size > 0 {
        axes.append(rest % size)
        rest /= size
    }
    return "[" + axes.reversed().map(String.init).joined(separator: ", ") + "]"
}

/// Compares text line by line, ignoring spaces at a line's end and empty lines at the text's end; words that
/// are numbers on both sides may differ by `tolerance`.
func lineDifference(_ actual: Datum, _ expected: Datum, _ tolerance: Double) -> String? {
    guard case .string(let found) = actual, case .string(let wanted) = expected else {
        return "comparing line by line needs text; it was given \(actual.kind) and \(expected.kind)"
    }
    let foundLines = lines(of: found)
    let wantedLines = lines(of: wanted)
    for index in 0..<max(foundLines.count, wantedLines.count) {
        guard index < foundLines.count else {
            return "line \(index + 1) is missing; expected \"\(escaped(wantedLines[index], for: .script))\""
        }
        guard index < wantedLines.count else {
            return "line \(index + 1) is one too many: \"\(escaped(foundLines[index], for: .script))\""
        }
        if !agree(foundLines[index], wantedLines[index], tolerance) {
            return "line \(index + 1): expected \"\(escaped(wantedLines[index], for: .script))\", "
                + "it is \"\(escaped(foundLines[index], for: .script))\""
        }
    }
    return nil
}

private func lines(of text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        var line = line
        while line.last?.isWhitespace == true { line.removeLast() }
        return String(line)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
}

private func agree(_ found: String, _ wanted: String, _ tolerance: Double) -> Bool {
    let words = pieces(of: found)
    let others = pieces(of: wanted)
    guard words.count == others.count else { return false }
    return zip(words, others).allSatisfy { word, other in
        if word == other { return true }
        guard let a = Double(word), let b = Double(other) else { return false }
        return areClose(a, b, absolute: tolerance)
    }
}

/// A line's numbers and what stands between them, so that `[1.0, 2.0]` and `loss=0.5` compare by number.
private func pieces(of line: String) -> [String] {
    var result: [String] = []
    var current = ""
    var isNumber = false
    for character in line {
        let continues =
            character.isNumber || character == "."
            || (isNumber && "eE".contains(character))
            || ("+-".contains(character) && (!isNumber || "eE".contains(current.last ?? " ")))
        if continues != isNumber, !current.isEmpty {
            result.append(current)
            current = ""
        }
        isNumber = continues
        if character.isWhitespace, current.last?.isWhitespace == true { continue }
        current.append(character.isWhitespace ? " " : character)
    }
    if !current.isEmpty { result.append(current) }
    return result
}

extension String {
    /// Whether `part` occurs, byte by byte.
    func containsText(_ part: String) -> Bool {
        let whole = Array(utf8)
        let piece = Array(part.utf8)
        guard piece.count <= whole.count else { return false }
        return (0...(whole.count - piece.count)).contains {
            whole[$0..<($0 + piece.count)].elementsEqual(piece)
        }
    }
}
