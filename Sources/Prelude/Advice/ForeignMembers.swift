import Script

extension ForeignWord {
    /// Members that a value does not have, whatever it is.
    static let membersOfAnything = [
        ForeignWord("push add push_back", as: .member(of: nil), "write `xs.append(x)`"),
        ForeignWord("pop", as: .member(of: nil), "write `xs.removeLast()`"),
        ForeignWord("extend", as: .member(of: nil), "write `xs += ys`"),
        ForeignWord("items entries", as: .member(of: nil), "write `for (key, value) in d { … }`"),
        ForeignWord("get", as: .member(of: nil), "write `d[key] ?? 0`"),
        ForeignWord("length size len", as: .member(of: nil), "write `.count`"),
        ForeignWord("upper toUpperCase", as: .member(of: nil), "write `.uppercased()`"),
        ForeignWord("lower toLowerCase", as: .member(of: nil), "write `.lowercased()`"),
        ForeignWord("strip trim", as: .member(of: nil), "write `.trimmed()`"),
        ForeignWord("startswith startsWith", as: .member(of: nil), "write `.hasPrefix(text)`"),
        ForeignWord("endswith endsWith", as: .member(of: nil), "write `.hasSuffix(text)`"),
        ForeignWord("includes has indexOf index", as: .member(of: nil), "write `xs.contains(x)`"),
        ForeignWord("sort sort_by", as: .member(of: nil), "write `xs = xs.sorted()`"),
        ForeignWord("reverse", as: .member(of: nil), "write `xs = xs.reversed()`"),
        ForeignWord("format", as: .member(of: nil), "put the value into the string: `\"loss \\(x)\"`"),
        ForeignWord(
            "cuda cpu to device", as: .member(of: nil),
            "everything runs on this machine's processor: leave it out"),
    ]

    /// Members that the counterpart of a kind has in PyTorch or Keras.
    static let membersOfKinds =
        table(
            of: "Tensor",
            [
                (
                    "backward grad",
                    "ask for gradients: `let g = gradients(of: loss, for: G)`, then `opt.step(g)`"
                ),
                ("item", "write `number({0})`"), ("numpy tolist", "write `List({0})`"),
                ("size", "write `.shape`"), ("dim ndim", "write `.rank`"),
                ("numel len length", "write `.count`"), ("view", "write `.reshape(2, -1)`"),
                ("unsqueeze", "write `.expandDims(axis: 0)`"),
                ("permute", "write `.transpose(axes: [1, 0])`"), ("t", "write `.T`"),
                ("clone", "a tensor never changes: it needs no copy"), ("data", "write `detach({0})`"),
                (
                    "requires_grad requires_grad_",
                    "`variable({0})` is a tensor that gradients can be asked for"
                ),
                ("dtype float double astype", "every tensor holds 32-bit floats: leave it out"),
                ("pow", "write `{0} ** 2`"), ("mm bmm dot", "write `{0} @ y`"),
                ("append", "write `concatenate([{0}, y], axis: 0)`"),
            ])
        + table(
            of: "network",
            [
                (
                    "step",
                    "an optimizer changes it: `let opt = Adam({0})`, then `opt.step(g)` with its gradients"
                ),
                ("zero_grad zeroGrad", "gradients are made anew each time: leave it out"),
                ("backward", "ask for gradients: `gradients(of: loss, for: {0})`"),
                ("forward predict call", "call it: `{0}(x)`"), ("eval", "write `evaluating({0})`"),
                (
                    "train",
                    "`training({0})` switches back from `evaluating`; `train(gan, on: data)` trains a GAN"
                ),
                ("compile fit", "make a GAN of two networks and train it: `train(gan, on: data)`"),
                ("state_dict save_weights", "write `save({0}, \"net.safetensors\")`"),
                ("load_state_dict load_weights", "write `load({0}, \"net.safetensors\")`"),
                ("weights", "write `.parameters`"), ("requires_grad_", "write `frozen({0})`"),
            ])
        + table(
            of: "optimizer",
            [
                ("zero_grad zeroGrad", "gradients are made anew each time: leave it out"),
                (
                    "minimize apply_gradients update",
                    "write `.step(gradients(of: loss, for: G))`"
                ),
            ])
        + table(
            of: "data",
            [("next batch", "`.sample(256)` draws samples, `.batches(256)` goes through all")])

    private static func table(of kind: String, _ rows: [(words: String, advice: String)]) -> [ForeignWord] {
        rows.map { ForeignWord($0.words, as: .member(of: kind), $0.advice) }
    }
}
