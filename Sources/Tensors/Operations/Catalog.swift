/// Every operation that a graph can hold, for whoever lists, explains or checks them.
public enum Catalog {
    /// All of them, by topic.
    public static let operations: [Operation] =
        elementwise + activations + reductions + products + layouts + images

    private static let elementwise: [Operation] = [
        .add, .subtract, .multiply, .divide, .negate, .square, .sqrt, .abs, .power, .exp, .log, .sin, .cos,
        .maximum, .minimum, .where, .clamp, .normalDistribution,
    ]

    private static let activations: [Operation] =
        Activation.all.compactMap(\.operation) + [.activationGradient]

    private static let reductions: [Operation] = [
        .sum, .mean, .max, .min, .cumsum, .logSoftmax, .logSumExp,
    ]

    private static let products: [Operation] = [.matmul, .dense]

    private static let layouts: [Operation] = [
        .reshape, .broadcast, .transpose, .concatenate, .slice, .place, .gather, .scatterAdd,
    ]

    private static let images: [Operation] = [
        .conv2d, .convTranspose2d, .convolutionWeightGradient, .averagePool2d, .averageUnpool2d,
        .upsampleNearest2d, .sumPool2d, .batchNorm,
    ]
}
