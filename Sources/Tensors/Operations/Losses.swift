import Text

// Losses of classification and regression, written with operations; each gives one number to minimize.

/// The mean of -t log σ(x) - (1 - t) log(1 - σ(x)), computed without σ, so that it is exact far out.
///
/// Targets with as many values as the logits are taken in order; one number is the target of all.
public func binaryCrossEntropyWithLogits(_ logits: Tensor, targets: Tensor) throws -> Tensor {
    let construct = "binaryCrossEntropyWithLogits"
    if targets.count != logits.count && targets.rank > 0 {
        throw Mistake(
            construct: construct, problem: "there is not one target for each logit",
            note: "{0} is \(logits.shape) and {1} is \(targets.shape)", argument: 1)
    }
    try requireElements(logits, construct)
    let t = targets.rank == 0 ? targets : try reshape(targets, logits.shape)
    if targets.rank == 0 && !targets.isRecorded {
        if targets.item == 1 { return try mean(softplus(negate(logits))) }
        if targets.item == 0 { return try mean(softplus(logits)) }
    }
    // A logit of ±∞ costs nothing where its target says the same.
    return try mean(weigh(softplus(negate(logits)), by: t) + weigh(softplus(logits), by: 1 - t))
}

/// The mean over the rows of -log softmax(x)[label].
public func softmaxCrossEntropy(_ logits: Tensor, labels: [Int]) throws -> Tensor {
    let construct = "softmaxCrossEntropy"
    if logits.rank != 2 || logits.shape[0] != labels.count {
        throw Mistake(
            construct: construct, problem: "there is not one label for each row of logits",
            note: "{0} is \(logits.shape), and there are \(counted(labels.count, "label"))", argument: 1)
    }
    try requireElements(logits, construct)
    let classes = logits.shape[1]
    let places = try labels.enumerated().map { row, label in
        if label < 0 || label >= classes {
            throw Mistake(
                construct: construct, problem: "a label is not among the classes",
                note: "label \(label) is not in 0..<\(classes)", argument: 1)
        }
        return row * classes + label
    }
    let flat = try reshape(logSoftmax(logits, axis: 1), [logits.count])
    return try negate(mean(gather(flat, indices: places)))
}

/// The mean of (a - b)².
public func meanSquaredError(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    try mean(square(difference(a, b, "meanSquaredError")))
}

/// The mean of |a - b|.
public func meanAbsoluteError(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    try mean(abs(difference(a, b, "meanAbsoluteError")))
}

/// Broadcasting here is nearly always a mistake ([n] against [n, 1] gives n² differences), so only a single
/// number may be repeated.
private func difference(_ a: Tensor, _ b: Tensor, _ construct: String) throws -> Tensor {
    if a.shape != b.shape && a.rank != 0 && b.rank != 0 {
        throw Mistake(
            construct: construct, problem: "the shapes differ",
            note: "{0} is \(a.shape) and {1} is \(b.shape); reshape one of them")
    }
    return try a - b
}

private func requireElements(_ x: Tensor, _ construct: String) throws {
    if x.count == 0 {
        throw Mistake(
            construct: construct, problem: "there is nothing to take the mean of",
            note: "{0} is \(x.shape) and has no element", argument: 0)
    }
}
