import Script

extension ForeignWord {
    /// Labels of other libraries, and ours.
    static let labels = [
        ForeignWord("learningRate learning_rate", at: .label, "lr"),
        ForeignWord("sep", at: .label, "separator"), ForeignWord("end", at: .label, "terminator"),
        ForeignWord("dim dims", at: .label, "axis"),
        ForeignWord("keepdim keepdims keepDims", at: .label, "keepAxis"),
        ForeignWord("epochs iterations", at: .label, "steps"),
        ForeignWord("batchSize batch_size", at: .label, "batch"),
        ForeignWord("negative_slope negativeSlope", at: .label, "slope"),
        ForeignWord("latent latentDim latent_dim z_dim", at: .label, "noise"),
        ForeignWord("weight_decay", at: .label, "weightDecay"),
    ]

    /// Labels of ours that belong to another function.
    static let misplacedLabels = [
        ForeignWord(
            "loss", at: .labelOf("train"), "the loss is the GAN's: `GAN(G, D, noise: 16, loss: hinge())`"),
        ForeignWord("noise classes", at: .labelOf("train"), "it is the GAN's: `GAN(G, D, {}: …)`"),
        ForeignWord("lr", at: .labelOf("train"), optimizers),
        ForeignWord("lr", at: .labelOf("GAN"), optimizers),
        ForeignWord("steps batch on", at: .labelOf("GAN"), "it is `train`'s: `train(gan, {}: …)`"),
        ForeignWord(
            "lr loss", at: .labelOf("Sequential"),
            "a network is only its layers; `Adam(G, lr: 0.001)` and `GAN(…, loss: hinge())` come behind it"),
    ]

    private static let optimizers =
        "it is the optimizers': `GAN(G, D, noise: 16, generatorOptimizer: Adam(G, lr: 0.001))`"
}
