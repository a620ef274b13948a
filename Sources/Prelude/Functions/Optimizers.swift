import Networks
import Script
import Text

extension Entry {
    static let optimizers: [Entry] = [
        Entry(
            "SGD", .optimizers, "Gradient descent: each parameter minus lr times its gradient.",
            .object(.network, "network", "what it changes"),
            .labeled(.float("lr", "the learning rate", default: 0.01)),
            .labeled(.float("momentum", "how much of the last step stays", default: 0)),
            .labeled(.flag("nesterov", "look ahead along the momentum")), returns: .optimizer,
            example: "let G = Sequential(Dense(2, 1))\nprint(SGD(G, lr: 0.1))", prints: "SGD(lr: 0.1)",
            raises: ["A frozen network.", "A negative learning rate."], seeAlso: ["Adam", "step"]
        ) { call, network, lr, momentum, nesterov in
            try optimizer(call, SGD(momentum: momentum, nesterov: nesterov), network, lr)
        },
        Entry(
            "RMSprop", .optimizers, "The gradient over the root of its running square.",
            .object(.network, "network", "what it changes"),
            .labeled(.float("lr", "the learning rate", default: 0.01)),
            .labeled(.float("alpha", "how much of the running square stays", default: 0.99)),
            .labeled(.float("epsilon", "added to the root", default: 1e-8)), returns: .optimizer,
            text: "Tieleman and Hinton (2012).",
            example: "let G = Sequential(Dense(2, 1))\nprint(RMSprop(G, lr: 0.001))",
            prints: "RMSprop(lr: 0.001, alpha: 0.99)", seeAlso: ["Adam"]
        ) { call, network, lr, alpha, epsilon in
            try optimizer(call, RMSprop(alpha: alpha, epsilon: epsilon), network, lr)
        },
        Entry(
            "Adam", .optimizers, "The gradient's running mean over the root of its running square.",
            .object(.network, "network", "what it changes"),
            .labeled(.float("lr", "the learning rate", default: 0.001)),
            .labeled(.float("beta1", "how much of the mean stays; GANs use 0.5 or 0", default: 0.9)),
            .labeled(.float("beta2", "how much of the square stays", default: 0.999)),
            .labeled(.float("epsilon", "added to the root", default: 1e-8)), returns: .optimizer,
            text: "Kingma and Ba (2015), with both running values corrected for their beginning at 0.",
            example: """
                let G = Sequential(Dense(2, 1))
                let optG = Adam(G, lr: 0.0002, beta1: 0.5)
                let loss = mean(square(G(ones(8, 2)) - 3))
                optG.step(gradients(of: loss, for: G))
                print(optG.steps)
                """,
            prints: "1", raises: ["A frozen network.", "beta1 or beta2 outside 0 to 1."],
            seeAlso: ["gradients", "SGD", "AdamW"]
        ) { call, network, lr, beta1, beta2, epsilon in
            try optimizer(call, Adam(beta1: beta1, beta2: beta2, epsilon: epsilon), network, lr)
        },
        Entry(
            "AdamW", .optimizers, "Adam, which also shrinks the weights a little at each step.",
            .object(.network, "network", "what it changes"),
            .labeled(.float("lr", "the learning rate", default: 0.001)),
            .labeled(.float("beta1", "how much of the mean stays", default: 0.9)),
            .labeled(.float("beta2", "how much of the square stays", default: 0.999)),
            .labeled(.float("epsilon", "added to the root", default: 1e-8)),
            .labeled(.float("weightDecay", "the share of lr by which weights shrink", default: 0.01)),
            returns: .optimizer, text: "Loshchilov and Hutter (2019).",
            example: "let G = Sequential(Dense(2, 1))\nprint(AdamW(G))",
            prints: "AdamW(lr: 0.001, beta1: 0.9, beta2: 0.999, weightDecay: 0.01)", seeAlso: ["Adam"]
        ) { call, network, lr, beta1, beta2, epsilon, decay in
            try optimizer(
                call, Adam(beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: decay), network, lr)
        },
        Entry(
            "Adagrad", .optimizers, "The gradient over the root of the sum of all its squares so far.",
            .object(.network, "network", "what it changes"),
            .labeled(.float("lr", "the learning rate", default: 0.01)),
            .labeled(.float("epsilon", "added to the root", default: 1e-10)), returns: .optimizer,
            text: "Duchi et al. (2011).", example: "let G = Sequential(Dense(2, 1))\nprint(Adagrad(G))",
            prints: "Adagrad(lr: 0.01)", seeAlso: ["RMSprop"]
        ) { call, network, lr, epsilon in
            try optimizer(call, Adagrad(epsilon: epsilon), network, lr)
        },
    ]
}

private func optimizer(
    _ call: Call, _ rule: any UpdateRule, _ network: NetworkObject, _ rate: Float
) throws -> Value {
    network.takeName(from: call.interpreter)
    return .object(OptimizerObject(try Optimizer(rule, of: network.network, learningRate: rate)))
}
