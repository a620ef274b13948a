/// What people write who come from Python, PyTorch or another language, and what Duel has for it.
///
/// One table for each place where such a word can stand. What cannot even be read, such as `def`, is the
/// parser's (`Parsing/Foreign`).
enum ForeignHabits {
    /// Names that nothing is bound to, as a note to "`len` is not known".
    static let names: [String: String] = table([
        // Values
        ("True TRUE", "write `true`"), ("False FALSE", "write `false`"),
        ("None null NULL undefined", "write `nil`"),
        // Collections and numbers
        ("len length", "write `xs.count`"), ("size", "write `x.shape`"),
        ("range xrange", "write `0..<n`, or `stride(from: 0, to: n, by: 2)`"),
        ("enumerate", "write `xs.enumerated()`"),
        ("int", "write `Int(x)`"), ("float", "write `Double(x)`"), ("str", "write `String(x)`"),
        ("list", "a list is `[1, 2]`"), ("dict", "a dictionary is `[\"a\": 1]`, an empty one `[:]`"),
        ("pow", "write `x ** 2`"), ("isinstance typeof", "`type(x)` says what kind of value x is"),
        // Printing, reading and leaving
        ("println echo puts console cout", "write `print(x)`"),
        ("printf", "write `print(\"x is \\(x)\")`"),
        ("input", "nothing is asked for while a script runs: `arguments` holds what stands behind `--`"),
        ("open", "`load(\"x.npy\")` reads a tensor, `save(x, \"x.npy\")` writes one"),
        ("exit quit", "a script ends by itself; Ctrl-D leaves the prompt"),
        ("dir", "`help(f)` tells of a function; the Tab key completes names"),
        ("sleep", "nothing waits here: leave it out"),
        // Classes and words
        ("self this", "there are no classes here: give the value as a parameter"),
        ("elif", "write `else if`"), ("pass", "an empty block is `{ }`"), ("end", "a block ends with `}`"),
        ("and", "write `&&`"), ("or", "write `||`"), ("not", "write `!`"),
        ("lambda", "a closure is `{ x in … }`"),
        // Modules
        ("np numpy", "its functions are there without `{}.`: `zeros(2, 3)`"),
        ("torch", "its functions are there without `torch.`: `randn(2, 3)`"),
        ("nn", "layers are there without `nn.`: `Dense(2, 16)`"),
        ("F", "its functions are there without `F.`: `relu(x)`"),
        ("optim", "optimizers are there without `optim.`: `Adam(G, lr: 0.001)`"),
        ("tf keras", "its functions are there without `{}.`: `zeros(2, 3)`"),
        ("plt", "draw with `line(ys)`, `scatter(points)` or `histogram(xs)`"),
        ("math Math", "its functions are there without `{}.`: `sqrt(2)`"),
        ("random", "write `rand(3)`, `randn(3)` or `randint(0, 6)`"), ("uniform", "write `rand(3)`"),
        ("torchvision DataLoader", "`mnist()` and `ring(modes: 8)` are data that `train` draws from"),
        // Tensors
        ("array asarray Tensor FloatTensor", "write `tensor([1, 2])`"),
        ("zeros_like", "write `zeros(x.shape)`"), ("ones_like", "write `ones(x.shape)`"),
        ("randn_like", "write `randn(x.shape)`"), ("cat", "write `concatenate([a, b], axis: 0)`"),
        ("dot mm bmm", "write `x @ y`"), ("manual_seed", "write `seed(0)`"),
        ("no_grad inference_mode", "write `withoutGradients { … }`"),
        // Layers and losses
        ("Linear", "write `Dense(inputs, outputs)`"), ("ReLU", "write `relu`"),
        ("LeakyReLU leaky_relu", "write `leakyRelu(slope: 0.2)`"),
        ("Sigmoid", "write `sigmoid`"), ("Tanh", "write `tanh`"), ("Softmax", "write `softmax(axis: 1)`"),
        ("Module", "networks are made of layers: `Sequential(Dense(2, 16), relu, Dense(16, 1))`"),
        (
            "binaryCrossEntropy binary_cross_entropy BCELoss bce",
            "write `binaryCrossEntropyWithLogits(logits, targets)`, with no sigmoid before it"
        ),
        (
            "BCEWithLogitsLoss binary_cross_entropy_with_logits",
            "write `binaryCrossEntropyWithLogits(logits, targets)`"
        ),
        ("crossEntropy cross_entropy CrossEntropyLoss", "write `softmaxCrossEntropy(logits, labels)`"),
        ("mse mse_loss MSELoss", "write `meanSquaredError(x, y)`"),
        ("l1_loss L1Loss", "write `meanAbsoluteError(x, y)`"),
    ])

    /// Members that a value does not have, whatever it is.
    private static let members: [String: String] = table([
        ("push add push_back", "write `xs.append(x)`"), ("pop", "write `xs.removeLast()`"),
        ("extend", "write `xs += ys`"), ("items entries", "write `for (key, value) in d { … }`"),
        ("get", "write `d[key] ?? 0`"), ("length size len", "write `.count`"),
        ("upper toUpperCase", "write `.uppercased()`"), ("lower toLowerCase", "write `.lowercased()`"),
        ("strip trim", "write `.trimmed()`"), ("startswith startsWith", "write `.hasPrefix(text)`"),
        ("endswith endsWith", "write `.hasSuffix(text)`"),
        ("includes has indexOf index", "write `xs.contains(x)`"),
        ("sort sort_by", "write `xs = xs.sorted()`"), ("reverse", "write `xs = xs.reversed()`"),
        ("format", "put the value into the string: `\"loss \\(x)\"`"),
        ("cuda cpu to device", "everything runs on this machine's processor: leave it out"),
    ])

    /// Members that PyTorch's counterpart of a kind has.
    private static let membersOfKind: [String: [String: String]] = [
        "Tensor": table([
            ("backward grad", "ask for gradients: `let g = gradients(of: loss, for: G)`, then `opt.step(g)`"),
            ("item", "write `number({0})`"), ("numpy tolist", "write `List({0})`"),
            ("size", "write `.shape`"), ("dim ndim", "write `.rank`"), ("numel len length", "write `.count`"),
            ("view", "write `.reshape(2, -1)`"), ("unsqueeze", "write `.expandDims(axis: 0)`"),
            ("permute", "write `.transpose(axes: [1, 0])`"), ("t", "write `.T`"),
            ("clone", "a tensor never changes: it needs no copy"), ("data", "write `detach({0})`"),
            ("requires_grad requires_grad_", "`variable({0})` is a tensor that gradients can be asked for"),
            ("dtype float double astype", "every tensor holds 32-bit floats: leave it out"),
            ("pow", "write `{0} ** 2`"), ("mm bmm dot", "write `{0} @ y`"),
            ("append", "write `concatenate([{0}, y], axis: 0)`"),
        ]),
        "network": table([
            ("step", "an optimizer changes it: `let opt = Adam({0})`, then `opt.step(g)` with its gradients"),
            ("zero_grad zeroGrad", "gradients are made anew each time: leave it out"),
            ("backward", "ask for gradients: `gradients(of: loss, for: {0})`"),
            ("forward predict call", "call it: `{0}(x)`"), ("eval", "write `evaluating({0})`"),
            ("train", "`training({0})` switches back from `evaluating`; `train(gan, on: data)` trains a GAN"),
            ("compile fit", "make a GAN of two networks and train it: `train(gan, on: data)`"),
            ("state_dict save_weights", "write `save({0}, \"net.safetensors\")`"),
            ("load_state_dict load_weights", "write `load({0}, \"net.safetensors\")`"),
            ("weights", "write `.parameters`"), ("requires_grad_", "write `frozen({0})`"),
        ]),
        "optimizer": table([
            ("zero_grad zeroGrad", "gradients are made anew each time: leave it out"),
            ("minimize apply_gradients update", "write `.step(gradients(of: loss, for: G))`"),
        ]),
        "data": table([("next batch", "`.sample(256)` draws samples, `.batches(256)` goes through all")]),
    ]

    /// A member that a kind of value does not have.
    static func member(_ name: String, of kind: String) -> String? {
        membersOfKind[kind]?[name] ?? members[name]
    }

    /// What is done with a kind of value that has no elements and is no function.
    static func use(of kind: String) -> String? {
        switch kind {
        case "data": "`.sample(64)` draws samples, `.batches(64)` goes through all"
        case "GAN": "`.sample(64)` draws samples, `train(…, on: data)` trains it"
        default: nil
        }
    }

    /// Labels of other libraries, and ours.
    private static let labels: [String: String] = table([
        ("learningRate learning_rate", "lr"), ("sep", "separator"), ("end", "terminator"),
        ("dim dims", "axis"), ("keepdim keepdims keepDims", "keepAxis"),
        ("epochs iterations", "steps"), ("batchSize batch_size", "batch"),
        ("negative_slope negativeSlope", "slope"), ("latent latentDim latent_dim z_dim", "noise"),
        ("weight_decay", "weightDecay"),
    ])

    /// Our label for one that a function does not know, if it is among those it has.
    static func label(_ name: String, among known: [String]) -> String? {
        labels[name].flatMap { known.contains($0) ? $0 : nil }
    }

    /// The label to write for `name=` in a call, where what is called is not known yet.
    static func label(_ name: String, ofCallTo function: String) -> String {
        function == "print" ? labels[name] ?? name : name
    }

    /// What to say of a label that belongs to another function.
    static func label(_ name: String, misplacedIn function: String) -> String? {
        switch (function, name) {
        case ("train", "loss"): "the loss is the GAN's: `GAN(G, D, noise: 16, loss: hinge())`"
        case ("train", "noise"), ("train", "classes"): "it is the GAN's: `GAN(G, D, \(name): …)`"
        case ("train", "lr"), ("GAN", "lr"):
            "it is the optimizers': `GAN(G, D, noise: 16, generatorOptimizer: Adam(G, lr: 0.001))`"
        case ("GAN", "steps"), ("GAN", "batch"), ("GAN", "on"): "it is `train`'s: `train(gan, \(name): …)`"
        case ("Sequential", "lr"), ("Sequential", "loss"):
            "a network is only its layers; `Adam(G, lr: 0.001)` and `GAN(…, loss: hinge())` come behind it"
        default: nil
        }
    }

    /// What to say of calls by the function and the parameter that it misses first.
    static func missing(_ parameter: String, of function: String, hasNoArguments: Bool) -> String? {
        switch (function, parameter) {
        case ("step", "gradients") where hasNoArguments:
            "the gradients are its argument: `let g = gradients(of: loss, for: G)`, then `opt.step(g)`"
        case ("relu", "x"), ("sigmoid", "x"), ("tanh", "x"), ("softplus", "x"), ("gelu", "x"):
            "in `Sequential` it stands by its name alone: `\(function)`"
        case ("train", "on"): "say what it learns from: `train(gan, on: ring(modes: 8))`"
        case ("GAN", "noise"): "say how many random numbers a sample is made of: `GAN(G, D, noise: 16)`"
        case ("noise", "size"): "it makes a batch: `noise(64, 16)` is 64 rows of 16 numbers"
        case ("sample", "count"): "say how many: `.sample(64)`"
        default: nil
        }
    }

    /// A table in which words that mean the same stand together; `{}` in the advice is the word itself.
    private static func table(_ rows: [(words: String, advice: String)]) -> [String: String] {
        var table: [String: String] = [:]
        for row in rows {
            for word in row.words.split(separator: " ") {
                table[String(word)] = row.advice.replacing("{}", with: word)
            }
        }
        return table
    }
}
