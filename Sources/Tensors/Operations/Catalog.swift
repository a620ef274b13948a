/// What there is to know of an operation that a graph can hold.
public protocol CatalogEntry: Sendable {
    /// The name in the language and in messages.
    var name: String { get }
    /// One sentence.
    var summary: String { get }
    /// A call, as the language writes it.
    var example: String { get }
}

extension Operation: CatalogEntry {}

/// Every operation that a graph can hold, for whoever lists, explains or checks them.
public enum Catalog {
    /// All of them, by topic.
    public static let operations: [any CatalogEntry] =
        Operations.elementwise + Operations.activations + Operations.reductions + Operations.products
        + Operations.layouts + Operations.images
}

extension Operations {
    fileprivate static let elementwise: [any CatalogEntry] = [
        add, subtract, multiply, divide, weigh, negate, square, sqrt, abs, power, exp, log, sin, cos, maximum,
        minimum, `where`, clamp, normalDistribution,
    ]

    fileprivate static let activations: [any CatalogEntry] =
        Activation.all.compactMap(\.operation) + [activationGradient]

    fileprivate static let reductions: [any CatalogEntry] = [
        sum, mean, norm, max, min, quantile, cumsum, logSoftmax, logSumExp,
    ]

    fileprivate static let products: [any CatalogEntry] = [matmul, dense]

    fileprivate static let layouts: [any CatalogEntry] = [
        reshape, broadcast, transpose, concatenate, slice, place, gather, scatterAdd,
    ]

    fileprivate static let images: [any CatalogEntry] = [
        conv2d, convTranspose2d, convolutionWeightGradient, averagePool2d, averageUnpool2d,
        upsampleNearest2d, sumPool2d, batchNorm,
    ]
}
