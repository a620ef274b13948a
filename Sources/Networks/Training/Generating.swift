import Tensors

/// What the generator makes samples of: noise, and the class of each sample where the GAN knows classes.
public struct Latent {
    /// Random numbers, a row for each sample.
    public let noise: Tensor
    /// The class of each sample.
    public let labels: [Int]?
}

extension GAN {
    /// The generator that pictures and measures use: the averaged one if there is one.
    public var shownGenerator: Network { average?.network ?? generator }

    /// Draws noise, and classes unless they are given.
    ///
    /// - Parameter labels: the class of each of the `count` samples.
    public func latent(_ count: Int, labels: [Int]? = nil, _ random: RandomStream) throws -> Latent {
        let z = try random.normal([count, noise])
        guard let classes else {
            if labels != nil { throw unconditional() }
            return Latent(noise: z, labels: nil)
        }
        if let labels { try checkLabels(labels, count: count, "GAN.sample") }
        return Latent(noise: z, labels: try labels ?? random.integers(count: count, in: 0..<classes))
    }

    /// The generator's samples.
    func generate(_ latent: Latent, by network: Network? = nil, _ pass: Pass) throws -> Tensor {
        let network = network ?? generator
        guard let classes, let labels = latent.labels else { return try run(network, [latent.noise], pass) }
        let told = try oneHot(labels, classes: classes)
        return network.takesTwoInputs
            ? try run(network, [latent.noise, told], pass)
            : try run(network, [concatenate([latent.noise, told], axis: 1)], pass)
    }

    /// Samples of the generator in evaluation, without gradients; averaged weights if there are any.
    ///
    /// - Parameter labels: the class of each sample, where the GAN knows classes; random ones unless given.
    public func sample(_ count: Int, labels: [Int]? = nil, _ random: RandomStream) throws -> Tensor {
        try checkSampleCount(count)
        return try sample(of: latent(count, labels: labels, random), random)
    }

    /// The generator's samples for given noise and classes, in evaluation and without gradients.
    public func sample(of latent: Latent, _ random: RandomStream) throws -> Tensor {
        try withoutGradients { try generate(latent, by: shownGenerator, .watching(random)) }
    }
}
