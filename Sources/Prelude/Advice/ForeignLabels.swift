import Script

extension ForeignWord {
    /// Labels of other libraries, and ours.
    static let labels = [
        ForeignWord("learningRate learning_rate", as: .label, "lr"),
        ForeignWord("sep", as: .label, "separator"), ForeignWord("end", as: .label, "terminator"),
        ForeignWord("dim dims", as: .label, "axis"),
        ForeignWord("keepdim keepdims keepDims", as: .label, "keepAxis"),
        ForeignWord("epochs iterations", as: .label, "steps"),
        ForeignWord("batchSize batch_size", as: .label, "batch"),
        ForeignWord("negative_slope negativeSlope", as: .label, "slope"),
        ForeignWord("latent latentDim latent_dim z_dim", as: .label, "noise"),
        ForeignWord("weight_decay", as: .label, "weightDecay"),
    ]

    /// Labels of ours that belong to another function.
    static let misplacedLabels = [
        ForeignWord(
            "loss", as: .labelOf("train"), "the loss is the GAN's: `GAN(G, D, noise: 16, loss: hinge())`"),
        ForeignWord("noise classes", as: .labelOf("train"), "it is the GAN's: `GAN(G, D, {}: …)`"),
        ForeignWord("lr", as: .labelOf("train"), optimizers),
        ForeignWord("lr", as: .labelOf("GAN"), optimizers),
        ForeignWord("steps batch on", as: .labelOf("GAN"), "it is `train`'s: `train(gan, {}: …)`"),
        ForeignWord(
            "lr loss", as: .labelOf("Sequential"),
            "a network is only its layers; `Adam(G, lr: 0.001)` and `GAN(…, loss: hinge())` come behind it"),
    ]

    private static let optimizers =
        "it is the optimizers': `GAN(G, D, noise: 16, generatorOptimizer: Adam(G, lr: 0.001))`"
}
