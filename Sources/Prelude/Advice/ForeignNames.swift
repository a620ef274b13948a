import Script

extension ForeignWord {
    /// Names of PyTorch, Keras, numpy and Python that nothing is bound to here.
    static let preludeNames = [
        // Numbers and texts
        ForeignWord("size", as: .name, "write `x.shape`"),
        ForeignWord("range xrange", as: .name, "write `0..<n`, or `stride(from: 0, to: n, by: 2)`"),
        ForeignWord("enumerate", as: .name, "write `xs.enumerated()`"),
        ForeignWord("int", as: .name, "write `Int(x)`"),
        ForeignWord("float", as: .name, "write `Double(x)`"),
        ForeignWord("str", as: .name, "write `String(x)`"),
        ForeignWord("isinstance typeof", as: .name, "`type(x)` says what kind of value x is"),
        // Printing, reading and leaving
        ForeignWord("println echo puts console cout", as: .name, "write `print(x)`"),
        ForeignWord("printf", as: .name, "write `print(\"x is \\(x)\")`"),
        ForeignWord(
            "input", as: .name,
            "nothing is asked for while a script runs: `arguments` holds what stands behind `--`"),
        ForeignWord("open", as: .name, "`load(\"x.npy\")` reads a tensor, `save(x, \"x.npy\")` writes one"),
        ForeignWord("exit quit", as: .name, "a script ends by itself; Ctrl-D leaves the prompt"),
        ForeignWord("dir", as: .name, "`help(f)` tells of a function; the Tab key completes names"),
        // Modules
        ForeignWord("np numpy", as: .name, "its functions are there without `{}.`: `zeros(2, 3)`"),
        ForeignWord("torch", as: .name, "its functions are there without `torch.`: `randn(2, 3)`"),
        ForeignWord("nn", as: .name, "layers are there without `nn.`: `Dense(2, 16)`"),
        ForeignWord("F", as: .name, "its functions are there without `F.`: `relu(x)`"),
        ForeignWord("optim", as: .name, "optimizers are there without `optim.`: `Adam(G, lr: 0.001)`"),
        ForeignWord("tf keras", as: .name, "its functions are there without `{}.`: `zeros(2, 3)`"),
        ForeignWord("plt", as: .name, "draw with `line(ys)`, `scatter(points)` or `histogram(xs)`"),
        ForeignWord("math Math", as: .name, "its functions are there without `{}.`: `sqrt(2)`"),
        ForeignWord("random", as: .name, "write `rand(3)`, `randn(3)` or `randint(0, 6)`"),
        ForeignWord("uniform", as: .name, "write `rand(3)`"),
        ForeignWord(
            "torchvision DataLoader", as: .name,
            "`mnist()` and `ring(modes: 8)` are data that `train` draws from"),
        // Tensors
        ForeignWord("array asarray Tensor FloatTensor", as: .name, "write `tensor([1, 2])`"),
        ForeignWord("zeros_like", as: .name, "write `zeros(x.shape)`"),
        ForeignWord("ones_like", as: .name, "write `ones(x.shape)`"),
        ForeignWord("randn_like", as: .name, "write `randn(x.shape)`"),
        ForeignWord("cat", as: .name, "write `concatenate([a, b], axis: 0)`"),
        ForeignWord("dot mm bmm", as: .name, "write `x @ y`"),
        ForeignWord("manual_seed", as: .name, "write `seed(0)`"),
        ForeignWord("no_grad inference_mode", as: .name, "write `withoutGradients { … }`"),
        // Layers and losses
        ForeignWord("Linear", as: .name, "write `Dense(inputs, outputs)`"),
        ForeignWord("ReLU", as: .name, "write `relu`"),
        ForeignWord("LeakyReLU leaky_relu", as: .name, "write `leakyRelu(slope: 0.2)`"),
        ForeignWord("Sigmoid", as: .name, "write `sigmoid`"),
        ForeignWord("Tanh", as: .name, "write `tanh`"),
        ForeignWord("Softmax", as: .name, "write `softmax(axis: 1)`"),
        ForeignWord(
            "Module", as: .name,
            "networks are made of layers: `Sequential(Dense(2, 16), relu, Dense(16, 1))`"),
        ForeignWord(
            "binaryCrossEntropy binary_cross_entropy BCELoss bce", as: .name,
            "write `binaryCrossEntropyWithLogits(logits, targets)`, with no sigmoid before it"),
        ForeignWord(
            "BCEWithLogitsLoss binary_cross_entropy_with_logits", as: .name,
            "write `binaryCrossEntropyWithLogits(logits, targets)`"),
        ForeignWord(
            "crossEntropy cross_entropy CrossEntropyLoss", as: .name,
            "write `softmaxCrossEntropy(logits, labels)`"),
        ForeignWord("mse mse_loss MSELoss", as: .name, "write `meanSquaredError(x, y)`"),
        ForeignWord("l1_loss L1Loss", as: .name, "write `meanAbsoluteError(x, y)`"),
        ForeignWord("kl_div KLDivLoss", as: .name, "write `klDivergence(logProbabilities, targets)`"),
        // Measures
        ForeignWord("emd wasserstein_distance", as: .name, "write `earthMover(a, b)`"),
        ForeignWord("fid", as: .name, "write `frechetDistance(a, b)`"),
    ]
}
