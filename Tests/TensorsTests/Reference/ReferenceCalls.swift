import Tensors

/// Calls the engine with what a case of the reference file gives. Losses of GANs are written out as their
/// formulas: this target knows no losses.
func call(_ c: ReferenceCase, _ inputs: [String: Tensor]) throws -> Tensor {
    func input(_ name: String) throws -> Tensor {
        guard let tensor = inputs[name] else { throw MissingInput(name: name) }
        return tensor
    }
    func x() throws -> Tensor { try input("x") }
    func pair(_ body: (Tensor, Tensor) throws -> Tensor) throws -> Tensor {
        try body(input("a"), input("b"))
    }
    switch c.op {
    case "add": return try pair(add)
    case "subtract": return try pair(subtract)
    case "multiply": return try pair(multiply)
    case "divide": return try pair(divide)
    case "maximum": return try pair(maximum)
    case "minimum": return try pair(minimum)
    case "matmul": return try pair(matmul)
    case "meanSquaredError": return try pair(meanSquaredError)
    case "meanAbsoluteError": return try pair(meanAbsoluteError)
    case "concatenate":
        return try pair { try concatenate([$0, $1], axis: c.integer("axis") ?? 0) }
    case "exp": return try exp(x())
    case "log": return try log(x())
    case "sqrt": return try sqrt(x())
    case "tanh": return try tanh(x())
    case "sigmoid": return try sigmoid(x())
    case "relu": return try relu(x())
    case "softplus": return try softplus(x())
    case "abs": return try abs(x())
    case "square": return try square(x())
    case "sin": return try sin(x())
    case "cos": return try cos(x())
    case "gelu": return try gelu(x())
    case "elu": return try elu(x())
    case "silu": return try silu(x())
    case "leakyRelu": return try leakyRelu(x(), slope: c.number("slope"))
    case "power": return try power(x(), exponent: c.number("exponent"))
    case "clamp": return try clamp(x(), lower: c.number("lower"), upper: c.number("upper"))
    case "sum": return try sum(x(), axis: c.integer("axis"))
    case "mean": return try mean(x(), axis: c.integer("axis"))
    case "max": return try max(x(), axis: c.integer("axis"))
    case "median": return try median(x(), axis: c.integer("axis"))
    case "quantile": return try quantile(x(), Double(c.number("q")), axis: c.integer("axis"))
    case "variance": return try variance(x(), axis: c.integer("axis"))
    case "logSumExp": return try logSumExp(x(), axis: c.integer("axis"))
    case "softmax": return try softmax(x(), axis: c.integer("axis") ?? -1)
    case "logSoftmax": return try logSoftmax(x(), axis: c.integer("axis") ?? -1)
    case "transpose": return try transpose(x())
    case "reshape": return try reshape(x(), Shape(c.integers("shape")))
    case "gather": return try gather(x(), indices: c.integers("indices"))
    case "slice":
        let (rows, columns) = (c.integers("rows"), c.integers("columns"))
        return try index(
            x(),
            [
                .range(lower: rows[0], upper: rows[1], step: 1),
                .range(lower: columns[0], upper: columns[1], step: 1),
            ])
    default: return try callLayer(c, input)
    }
}

struct MissingInput: Error {
    let name: String
}

private func callLayer(_ c: ReferenceCase, _ input: (String) throws -> Tensor) throws -> Tensor {
    let stride = c.integer("stride") ?? 1
    let padding = c.integer("padding") ?? 0
    let epsilon = c.number("epsilon")
    switch c.op {
    case "conv2d":
        return try conv2d(
            input("x"), weight: input("weight"), bias: input("bias"), stride: stride, padding: padding)
    case "convTranspose2d":
        return try convTranspose2d(
            input("x"), weight: input("weight"), bias: input("bias"), stride: stride, padding: padding)
    case "averagePool2d": return try averagePool2d(input("x"), size: c.integer("size") ?? 0)
    case "maxPool2d": return try maxPool2d(input("x"), size: c.integer("size") ?? 0)
    case "upsampleNearest2d": return try upsampleNearest2d(input("x"), factor: c.integer("factor") ?? 0)
    case "batchNorm", "batchNorm2d":
        return try batchNorm(input("x"), scale: input("scale"), shift: input("shift"), epsilon: epsilon)
            .output
    case "layerNorm":
        return try layerNorm(input("x"), scale: input("scale"), shift: input("shift"), epsilon: epsilon)
    case "instanceNorm2d": return try instanceNorm2d(input("x"), epsilon: epsilon)
    case "binaryCrossEntropyWithLogits":
        let targets = c.attributes["targets"]?.numbers.map { Float($0) } ?? []
        return try binaryCrossEntropyWithLogits(input("logits"), targets: Tensor(targets, [targets.count]))
    case "softmaxCrossEntropy":
        return try softmaxCrossEntropy(input("logits"), labels: c.integers("labels"))
    case "gradientPenalty": return try gradientPenalty(c, input)
    case "gradientPenaltyConv": return try convolutionPenalty(c, input)
    default: return try callLoss(c, input)
    }
}

private func callLoss(_ c: ReferenceCase, _ input: (String) throws -> Tensor) throws -> Tensor {
    func real() throws -> Tensor { try input("real") }
    func fake() throws -> Tensor { try input("fake") }
    switch c.op {
    case "minimaxDiscriminatorLoss":
        return try mean(softplus(negate(real()))) + mean(softplus(fake()))
    case "minimaxGeneratorLoss": return try negate(mean(softplus(fake())))
    case "nonSaturatingGeneratorLoss": return try mean(softplus(negate(fake())))
    case "wassersteinCriticLoss": return try mean(fake()) - mean(real())
    case "wassersteinGeneratorLoss": return try negate(mean(fake()))
    case "leastSquaresDiscriminatorLoss":
        return try (mean(square(real() - 1)) + mean(square(fake()))) * 0.5
    case "leastSquaresGeneratorLoss": return try mean(square(fake() - 1)) * 0.5
    case "hingeDiscriminatorLoss": return try mean(relu(1 - real())) + mean(relu(1 + fake()))
    default: throw MissingInput(name: c.op)
    }
}

private func gradientPenalty(_ c: ReferenceCase, _ input: (String) throws -> Tensor) throws -> Tensor {
    guard let points = try c.attributes["points"]?.points?.tensor() else {
        throw MissingInput(name: "points")
    }
    let x = variable(points)
    let hidden = try dense(x, weight: input("w1"), bias: input("b1"), activation: .tanh)
    let score = try dense(hidden, weight: input("w2"), bias: input("b2"))
    let slope = try gradients(of: sum(score), for: [x], differentiable: true)[0]
    return try mean(square(norm(slope, axis: 1) - 1))
}

private func convolutionPenalty(_ c: ReferenceCase, _ input: (String) throws -> Tensor) throws -> Tensor {
    guard let points = try c.attributes["points"]?.points?.tensor() else {
        throw MissingInput(name: "points")
    }
    let x = variable(points)
    let hidden = try tanh(conv2d(x, weight: input("w1"), stride: 2, padding: 1))
    let score = try convTranspose2d(hidden, weight: input("w2"), stride: 2, padding: 1)
    let slope = try gradients(of: sum(score), for: [x], differentiable: true)[0]
    return try mean(square(norm(reshape(slope, [slope.shape[0], -1]), axis: 1) - 1))
}
