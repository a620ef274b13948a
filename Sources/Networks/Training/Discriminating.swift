import Tensors
import Text

/// What the discriminator gives for samples.
struct DiscriminatorOutput {
    /// One number for each.
    let score: Tensor
    /// A logit for each class, where the discriminator names classes.
    let classLogits: Tensor?
}

extension GAN {
    /// What the discriminator gives for samples, and for the class of each where it judges with it.
    func discriminate(_ samples: Tensor, _ labels: [Int]?, _ pass: Pass) throws -> DiscriminatorOutput {
        guard let classes else {
            return DiscriminatorOutput(score: try run(discriminator, [samples], pass), classLogits: nil)
        }
        if judgesWithClass {
            guard let labels else {
                throw Mistake(
                    construct: "GAN",
                    problem: "\(discriminator.name) judges a sample together with its class",
                    note: "give the class of each sample: labels: […]")
            }
            let score = try run(discriminator, [samples, oneHot(labels, classes: classes)], pass)
            return DiscriminatorOutput(score: score, classLogits: nil)
        }
        let output = try run(discriminator, [samples], pass)
        guard output.rank == 2, output.shape[1] == 1 + classes else {
            throw Mistake(
                construct: "GAN", problem: "the discriminator does not learn of the classes",
                note:
                    "it gives \(output.shape); let it give [n, \(1 + classes)], the verdict and a logit for each "
                    + "of \(classes) classes, or make it a Model of two inputs, the sample and its class one-hot"
            )
        }
        let parts = try split(output, sizes: [1, classes], axis: 1)
        return DiscriminatorOutput(score: parts[0], classLogits: parts[1])
    }

    /// The discriminator's verdict on samples, in evaluation and without gradients: probabilities of "real" where
    /// it classifies, scores where it does not.
    ///
    /// - Parameter labels: the class of each sample, for a discriminator that judges with it.
    public func verdict(on samples: Tensor, labels: [Int]? = nil, _ random: RandomStream) throws -> Tensor {
        try withoutGradients {
            let output = try discriminate(samples, labels, .watching(random)).score
            return loss.classifies ? try sigmoid(output) : output
        }
    }

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
        let outputs = try discriminate(samples, labels, .watching(random)).score
        let outputsOnReal = try compared.map { try discriminate($0, labels, .watching(random)).score }
        let total = try loss.generator(outputs, real: outputsOnReal)
        return try negate(gradients(of: total, for: [samples])[0])
    }

    /// Runs a network on what the GAN itself made, so that a message cannot call it by what the caller wrote.
    func run(_ network: Network, _ inputs: [Tensor], _ pass: Pass) throws -> Tensor {
        do { return try network.run(inputs, pass) } catch let error as Mistake {
            throw error.aboutOwnInput
        }
    }
}
