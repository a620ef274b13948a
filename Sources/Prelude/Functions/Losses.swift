import Networks
import Script
import Tensors
import Text

extension Entry {
    static let losses: [Entry] = [
        Entry(
            "binaryCrossEntropyWithLogits", .losses,
            "How far logits are from targets of 0 and 1, or of probabilities.",
            .tensor("logits"), .tensor("targets", "as many numbers as there are logits"), .reduction,
            text: "The mean of −t·log(σ(x)) − (1 − t)·log(1 − σ(x)), exact for logits of any size.",
            example: "print(binaryCrossEntropyWithLogits(tensor([[0], [0]]), targets: [1, 0]))",
            prints: "0.6931",
            raises: ["Another number of targets than of logits."], seeAlso: ["softplus", "nonSaturating"]
        ) { _, logits, targets, reduction in
            guard logits.count == targets.count else {
                throw Mistake(
                    problem: "there must be a target for each logit",
                    note:
                        "{0} has \(logits.count) elements (shape \(logits.shape)) and {1} has \(targets.count) "
                        + "(shape \(targets.shape))" + wholeBatch(targets, logits.shape),
                    place: .argument(1))
            }
            let targets = try reshape(targets, logits.shape)
            if reduction == .mean { return try binaryCrossEntropyWithLogits(logits, targets: targets) }
            return try reduction.apply(softplus(logits) - logits * targets)
        },
        Entry(
            "softmaxCrossEntropy", .losses, "How far a row of logits is from naming the right class.",
            .tensor("logits", "[n, classes]"), .ints("labels", "the right class of each row, from 0"),
            .reduction, text: "The mean of −log(softmax(x)[label]).",
            example: "print(softmaxCrossEntropy(zeros(2, 4), labels: [1, 3]))", prints: "1.386",
            raises: ["Another number of labels than of rows, and a label that is no class."],
            seeAlso: ["softmax", "oneHot"]
        ) { _, logits, labels, reduction in
            let mean = try softmaxCrossEntropy(logits, labels: labels)
            if reduction == .mean { return mean }
            let rows =
                try logSumExp(logits, axis: 1)
                - sum(logits * oneHot(labels, classes: logits.shape[1]), axis: 1)
            return try reduction.apply(rows)
        },
        Entry(
            "klDivergence", .losses, "How far a predicted distribution is from the right one, row by row.",
            .tensor("logProbabilities", "[n, classes], such as logSoftmax gives"),
            .tensor("targets", "[n, classes], the probabilities that are right"), .reduction,
            text:
                "KL(targets ‖ predicted) = Σ t·(log t − log p) in each row, and the mean over the rows; what a t of 0 "
                + "adds is 0.",
            example: "print(klDivergence(log(tensor([[0.5, 0.5]])), targets: tensor([[1, 0]])))",
            prints: "0.6931", raises: ["Targets of another shape."],
            seeAlso: ["kullbackLeibler", "logSoftmax", "softmaxCrossEntropy"]
        ) { _, logProbabilities, targets, reduction in
            try reduction.apply(klDivergences(logProbabilities, targets: targets))
        },
        Entry(
            "meanSquaredError", .losses, "The mean squared difference.", .tensor("a"), .tensor("b"),
            example: "print(meanSquaredError(tensor([1, 2]), tensor([1, 4])))", prints: "2",
            seeAlso: ["meanAbsoluteError"]
        ) { _, a, b in try meanSquaredError(a, b) },
        Entry(
            "meanAbsoluteError", .losses, "The mean absolute difference, also called L1.", .tensor("a"),
            .tensor("b"), example: "print(meanAbsoluteError(tensor([1, 2]), tensor([1, 4])))",
            prints: "1",
            seeAlso: ["meanSquaredError"]
        ) { _, a, b in try meanAbsoluteError(a, b) },
    ]
}

/// What becomes of the losses of all samples.
enum Reduction: String, CaseIterable, Sendable {
    case mean, sum, none

    func apply(_ losses: Tensor) throws -> Tensor {
        switch self {
        case .mean: try Tensors.mean(losses)
        case .sum: try Tensors.sum(losses)
        case .none: losses
        }
    }
}

extension Input where Argument == Reduction {
    /// What becomes of the losses of all samples, by name.
    fileprivate static var reduction: Self {
        Input(
            "reduction", type: "String", "what becomes of all losses: \"mean\", \"sum\" or \"none\"",
            default: .mean,
            text: "\"mean\"", isLabelOnly: true, accepts: .text
        ) { given, value in
            guard case .string(let name) = value, let reduction = Reduction(rawValue: name) else {
                throw given.mismatch("\"mean\", \"sum\" or \"none\"")
            }
            return reduction
        }
    }
}

/// What to write for one target that is meant for all logits.
private func wholeBatch(_ target: Tensor, _ shape: Shape) -> String {
    guard target.rank == 0 else { return "" }
    let sizes = String("\(shape)".dropFirst().dropLast())
    switch target.floats[0] {
    case 0: return "; for all of them write `zeros(\(sizes))`"
    case 1: return "; for all of them write `ones(\(sizes))`"
    default: return "; for all of them write `full([\(sizes)], {1})`"
    }
}
