import Text

/// A tensor of one value.
public func full(_ shape: Shape, _ value: Float) throws -> Tensor {
    let out = try Tensor(uninitialized: shape, for: "tensor")
    Kernels.fill(out.pointer, value, count: out.count)
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

/// The numbers from `start` up to, not including, `end`.
public func arange(_ start: Double, _ end: Double, step: Double = 1) throws -> Tensor {
    if step == 0 || !step.isFinite || !start.isFinite || !end.isFinite {
        throw Mistake(
            construct: "arange", problem: "the step must be a number other than 0, between finite ends",
            note: "from \(start) to \(end) by \(step)")
    }
    let count = max(((end - start) / step).rounded(.up), 0)
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
