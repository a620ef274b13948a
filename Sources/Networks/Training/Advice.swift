import Tensors

extension GAN {
    /// Where each sample would go if it followed the discriminator: minus the gradient of the generator's loss at
    /// the samples, one row a sample, by which it learns to move them (Goodfellow et al. 2014, figure 1).
    ///
    /// - Parameters:
    ///   - samples: What the generator made, [n, …].
    ///   - labels: The class of each, for a discriminator that judges with it.
    ///   - real: As many real ones, for losses that compare both.
    public func advice(
        on samples: Tensor, labels: [Int]? = nil, real: Tensor? = nil, _ random: RandomStream
    ) throws -> Tensor {
        let samples = variable(samples)
        let compared = loss.generatorNeedsReal ? real : nil
        let outputs = try judge(samples, labels, .watching(random)).score
        let outputsOnReal = try compared.map { try judge($0, labels, .watching(random)).score }
        let total = try loss.generator(outputs, real: outputsOnReal)
        return try negate(gradients(of: total, for: [samples])[0])
    }
}
