import Tensors
import Text

// How a GAN takes notice of classes. The generator is told the class of each sample it is to make, one-hot: beside
// the noise, or as a second input where it is a `Model` of two. The discriminator's own form decides how it learns
// of them: a `Model` of two inputs judges a sample together with its class (Mirza and Osindero, "Conditional
// Generative Adversarial Nets", 2014); one that gives 1 + classes numbers names the class beside its verdict
// (Odena, Olah and Shlens, "Conditional Image Synthesis with Auxiliary Classifier GANs", 2017).

/// What the generator makes samples of: noise, and the class of each sample where the GAN knows classes.
public struct Latent {
    /// Random numbers, a row for each sample.
    public let noise: Tensor
    /// The class of each sample.
    public let labels: [Int]?
}

/// What the discriminator makes of samples.
struct Judgment {
    /// One number for each.
    let score: Tensor
    /// A logit for each class, where the discriminator names classes.
    let classLogits: Tensor?
}

extension GAN {
    /// Whether the discriminator has to be told the class of what it judges.
    public var judgesWithClass: Bool { classes != nil && discriminator.takesTwoInputs }

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
        return Latent(noise: z, labels: labels ?? random.integers(count: count, in: 0..<classes))
    }

    /// A batch of real samples, with labels where the GAN knows classes.
    func realBatch(from data: any DataSource, _ count: Int, _ random: RandomStream) throws -> Batches.Batch {
        guard classes != nil else {
            return Batches.Batch(points: try data.sample(count, random), labels: nil)
        }
        let (points, labels) = try data.labeledSample(count, random)
        return try checked(Batches.Batch(points: points, labels: labels))
    }

    /// A batch whose labels are classes of the GAN's.
    func checked(_ batch: Batches.Batch) throws -> Batches.Batch {
        guard classes != nil else { return Batches.Batch(points: batch.points, labels: nil) }
        guard let labels = batch.labels else {
            throw Mistake(
                construct: "train", problem: "these data have no labels",
                note: "a GAN that knows classes has to be told the class of each real sample")
        }
        try checkLabels(labels, count: batch.points.shape[0], "train")
        return batch
    }

    /// Runs a network on what the GAN itself made, so that a message cannot call it by what the caller wrote.
    private func run(_ network: Network, _ inputs: [Tensor], _ pass: Pass) throws -> Tensor {
        do { return try network.run(inputs, pass) } catch let error as Mistake {
            throw error.aboutOwnInput
        }
    }

    /// The generator's samples.
    func forge(_ latent: Latent, by network: Network? = nil, _ pass: Pass) throws -> Tensor {
        let network = network ?? generator
        guard let classes, let labels = latent.labels else { return try run(network, [latent.noise], pass) }
        let told = try oneHot(labels, classes: classes)
        return network.takesTwoInputs
            ? try run(network, [latent.noise, told], pass)
            : try run(network, [concatenate([latent.noise, told], axis: 1)], pass)
    }

    /// The discriminator's judgment of samples.
    func judge(_ samples: Tensor, _ labels: [Int]?, _ pass: Pass) throws -> Judgment {
        guard let classes else {
            return Judgment(score: try run(discriminator, [samples], pass), classLogits: nil)
        }
        if discriminator.takesTwoInputs {
            guard let labels else {
                throw Mistake(
                    construct: "GAN",
                    problem: "\(discriminator.name) judges a sample together with its class",
                    note: "give the class of each sample: labels: […]")
            }
            let score = try run(discriminator, [samples, oneHot(labels, classes: classes)], pass)
            return Judgment(score: score, classLogits: nil)
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
        return Judgment(score: parts[0], classLogits: parts[1])
    }

    /// What naming the wrong class costs, times its weight: −E[log P(class | sample)].
    func classLoss(_ judgment: Judgment, _ labels: [Int]?) throws -> Tensor? {
        guard let logits = judgment.classLogits, let labels else { return nil }
        return try softmaxCrossEntropy(logits, labels: labels) * classWeight
    }

    private func checkLabels(_ labels: [Int], count: Int, _ construct: String) throws {
        guard labels.count == count else {
            throw Mistake(
                construct: construct, problem: "there must be a label for each sample",
                note: "there are \(count) samples and \(labels.count) labels")
        }
        if let classes, let wrong = labels.first(where: { !(0..<classes).contains($0) }) {
            throw Mistake(
                construct: construct, problem: "there is no class \(wrong)",
                note: "the GAN knows \(classes), counted from 0")
        }
    }

    private func unconditional() -> Mistake {
        Mistake(
            construct: "GAN.sample", problem: "this GAN knows no classes",
            note: "it was made without `classes:`, so its generator cannot be told which to make")
    }
}

extension Network {
    /// Whether it is a `Model` whose function takes two inputs.
    var takesTwoInputs: Bool { (root as? FunctionLayer)?.inputCount == 2 }
}
