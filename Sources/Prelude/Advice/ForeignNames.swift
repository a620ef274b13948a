import Script

extension ForeignWord {
    /// Names of PyTorch, Keras, numpy and Python that nothing is bound to here.
    static let preludeNames = [
        // Numbers and texts
        ForeignWord("size", at: .name, "write `x.shape`"),
        ForeignWord("range xrange", at: .name, "write `0..<n`, or `stride(from: 0, to: n, by: 2)`"),
        ForeignWord("enumerate", at: .name, "write `xs.enumerated()`"),
        ForeignWord("int", at: .name, "write `Int(x)`"),
        ForeignWord("float", at: .name, "write `Double(x)`"),
        ForeignWord("str", at: .name, "write `String(x)`"),
        ForeignWord("isinstance typeof", at: .name, "`type(x)` says what kind of value x is"),
        // Printing, reading and leaving
        ForeignWord("println echo puts console cout", at: .name, "write `print(x)`"),
        ForeignWord("printf", at: .name, "write `print(\"x is \\(x)\")`"),
        ForeignWord(
            "input", at: .name,
            "nothing is asked for while a script runs: `arguments` holds what stands behind `--`"),
        ForeignWord("open", at: .name, "`load(\"x.npy\")` reads a tensor, `save(x, \"x.npy\")` writes one"),
        ForeignWord("exit quit", at: .name, "a script ends by itself; Ctrl-D leaves the prompt"),
        ForeignWord("dir", at: .name, "`help(f)` tells of a function; the Tab key completes names"),
        // Modules
        ForeignWord("np numpy", at: .name, "its functions are there without `{}.`: `zeros(2, 3)`"),
        ForeignWord("torch", at: .name, "its functions are there without `torch.`: `randn(2, 3)`"),
        ForeignWord("nn", at: .name, "layers are there without `nn.`: `Dense(2, 16)`"),
        ForeignWord("F", at: .name, "its functions are there without `F.`: `relu(x)`"),
        ForeignWord("optim", at: .name, "optimizers are there without `optim.`: `Adam(G, lr: 0.001)`"),
        ForeignWord("tf keras", at: .name, "its functions are there without `{}.`: `zeros(2, 3)`"),
        ForeignWord("plt", at: .name, "draw with `line(ys)`, `scatter(points)` or `histogram(xs)`"),
        ForeignWord("math Math", at: .name, "its functions are there without `{}.`: `sqrt(2)`"),
        ForeignWord("random", at: .name, "write `rand(3)`, `randn(3)` or `randint(0, 6)`"),
        ForeignWord("uniform", at: .name, "write `rand(3)`"),
        ForeignWord(
            "torchvision DataLoader", at: .name,
            "`mnist()` and `ring(modes: 8)` are data that `train` draws from"),
        // Tensors
        ForeignWord("array asarray Tensor FloatTensor", at: .name, "write `tensor([1, 2])`"),
        ForeignWord("zeros_like", at: .name, "write `zeros(x.shape)`"),
        ForeignWord("ones_like", at: .name, "write `ones(x.shape)`"),
        ForeignWord("randn_like", at: .name, "write `randn(x.shape)`"),
        ForeignWord("cat", at: .name, "write `concatenate([a, b], axis: 0)`"),
        ForeignWord("dot mm bmm", at: .name, "write `x @ y`"),
        ForeignWord("manual_seed", at: .name, "write `seed(0)`"),
        ForeignWord("no_grad inference_mode", at: .name, "write `withoutGradients { … }`"),
        // Layers and losses
        ForeignWord("Linear", at: .name, "write `Dense(inputs, outputs)`"),
        ForeignWord("ReLU", at: .name, "write `relu`"),
        ForeignWord("LeakyReLU leaky_relu", at: .name, "write `leakyRelu(slope: 0.2)`"),
        ForeignWord("Sigmoid", at: .name, "write `sigmoid`"),
        ForeignWord("Tanh", at: .name, "write `tanh`"),
        ForeignWord("Softmax", at: .name, "write `softmax(axis: 1)`"),
        ForeignWord(
            "Module", at: .name,
            "networks are made of layers: `Sequential(Dense(2, 16), relu, Dense(16, 1))`"),
        ForeignWord(
            "binaryCrossEntropy binary_cross_entropy BCELoss bce", at: .name,
            "write `binaryCrossEntropyWithLogits(logits, targets)`, with no sigmoid before it"),
        ForeignWord(
            "BCEWithLogitsLoss binary_cross_entropy_with_logits", at: .name,
            "write `binaryCrossEntropyWithLogits(logits, targets)`"),
        ForeignWord(
            "crossEntropy cross_entropy CrossEntropyLoss", at: .name,
            "write `softmaxCrossEntropy(logits, labels)`"),
        ForeignWord("mse mse_loss MSELoss", at: .name, "write `meanSquaredError(x, y)`"),
        ForeignWord("l1_loss L1Loss", at: .name, "write `meanAbsoluteError(x, y)`"),
        ForeignWord("kl_div KLDivLoss", at: .name, "write `klDivergence(logProbabilities, targets)`"),
        // Measures
        ForeignWord("emd wasserstein_distance", at: .name, "write `earthMover(a, b)`"),
        ForeignWord("fid", at: .name, "write `frechetDistance(a, b)`"),
    ]
}
