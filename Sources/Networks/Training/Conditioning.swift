import Tensors
import Text

// How a GAN takes notice of classes. The generator is told the class of each sample it is to make, one-hot: beside
// the noise, or as a second input where it is a `Model` of two. The discriminator's own form decides how it learns
// of them: a `Model` of two inputs judges a sample together with its class (Mirza and Osindero, "Conditional
// Generative Adversarial Nets", 2014); one that gives 1 + classes numbers names the class beside its verdict
// (Odena, Olah and Shlens, "Conditional Image Synthesis with Auxiliary Classifier GANs", 2017).

extension GAN {
    /// Whether the discriminator has to be told the class of what it judges.
    public var judgesWithClass: Bool { classes != nil && discriminator.takesTwoInputs }

    /// Whether the discriminator names the class of what it judges.
    var namesClasses: Bool { classes != nil && !discriminator.takesTwoInputs }

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

    /// What naming the wrong class costs, times its weight: −E[log P(class | sample)].
    func classLoss(_ output: DiscriminatorOutput, _ labels: [Int]?) throws -> Tensor? {
        guard let logits = output.classLogits, let labels else { return nil }
        return try softmaxCrossEntropy(logits, labels: labels) * classWeight
    }

    func checkLabels(_ labels: [Int], count: Int, _ construct: String) throws {
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

    func unconditional() -> Mistake {
        Mistake(
            construct: "GAN.sample", problem: "this GAN knows no classes",
            note: "it was made without `classes:`, so its generator cannot be told which to make")
    }
}

/// The share of samples whose greatest class logit is that of their label; nil where no classes are named.
func classAccuracy(_ output: DiscriminatorOutput, _ labels: [Int]?) -> Double? {
    guard let logits = output.classLogits, let labels, !labels.isEmpty else { return nil }
    let classes = logits.shape[1]
    return logits.withFloats { logits in
        let right = labels.indices.count { row in
            let ofRow = logits[row * classes..<(row + 1) * classes]
            return ofRow.max() == ofRow[row * classes + labels[row]]
        }
        return Double(right) / Double(labels.count)
    }
}

extension Network {
    /// Whether it is a `Model` whose function takes two inputs.
    var takesTwoInputs: Bool { (root as? FunctionLayer)?.inputCount == 2 }
}
