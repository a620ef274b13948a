import Text

/// A tensor of one value.
public func full(_ shape: Shape, _ value: Float) throws -> Tensor {
    let out = try Tensor(uninitialized: shape, for: "tensor")
    try Kernels.fill(out.pointer, value, count: out.count)
    return out
}

/// A tensor of zeros.
public func zeros(_ shape: Shape) throws -> Tensor { try full(shape, 0) }

/// A tensor of ones.
public func ones(_ shape: Shape) throws -> Tensor { try full(shape, 1) }

/// The identity matrix: ones on the diagonal of zeros.
public func eye(_ rows: Int, _ columns: Int? = nil) throws -> Tensor {
    let columns = columns ?? rows
    return try .building(Shape([rows, columns])) { out in
        out.update(repeating: 0)
        for index in 0..<min(rows, columns) { out[index * columns + index] = 1 }
    }
}

/// How many numbers lie from `start` on by `step` before `end`, or as far as it if `isThrough`; 0 for a step the other
/// way. A number that only rounding keeps from the end is at the end: from 1 to 1.3 by 0.1 there are three before it.
public func stepCount(from start: Double, to end: Double, by step: Double, isThrough: Bool) -> Double {
    let exact = (end - start) / step
    let nearest = exact.rounded()
    let steps = (exact - nearest).magnitude <= max(1e-9, 4 * exact.ulp) ? nearest : exact
    return max(isThrough ? steps.rounded(.down) + 1 : steps.rounded(.up), 0)
}

/// The numbers from `start` up to, not including, `end`.
public func arange(_ start: Double, _ end: Double, step: Double = 1) throws -> Tensor {
    if step == 0 || !step.isFinite || !start.isFinite || !end.isFinite {
        throw Mistake(
            construct: "arange", problem: "the step must be a number other than 0, between finite ends",
            note: "from \(start) to \(end) by \(step)")
    }
    let count = stepCount(from: start, to: end, by: step, isThrough: false)
    let shape = Shape([count < 0x1p60 ? Int(count) : Int.max])
    return try .building(shape) { out in
        for index in out.indices { out[index] = Float(start + Double(index) * step) }
    }
}

/// `count` numbers with equal distances, both ends included.
public func linspace(_ start: Double, _ end: Double, count: Int) throws -> Tensor {
    try .building(Shape([count])) { out in
        let gaps = Double(max(count - 1, 1))
        for index in out.indices {
            let share = Double(index) / gaps
            out[index] = Float(start * (1 - share) + end * share)
        }
    }
}

/// For each label a row of zeros with a one at the label's place.
public func oneHot(_ labels: [Int], classes: Int) throws -> Tensor {
    for label in labels where label < 0 || label >= classes {
        throw Mistake(
            construct: "oneHot", problem: "a label is not among the classes",
            note: "label \(label) is not in 0..<\(classes)", argument: 0)
    }
    return try .building(Shape([labels.count, classes])) { out in
        out.update(repeating: 0)
        for (row, label) in labels.enumerated() { out[row * classes + label] = 1 }
    }
}
