import Networks
import Tensors
import Testing
import Text

@Suite("Optimizers")
struct OptimizerTests {
    @Test(
        "ten steps go PyTorch's way",
        arguments: ["SGD", "Momentum", "RMSprop", "Adam", "AdamW", "Adagrad"])
    func followsReference(name: String) throws {
        let reference = try #require(try Reference.load().optimizers.first { $0.optimizer == name })
        func setting(_ key: String, _ index: Int = 0) throws -> Float {
            try #require(reference.settings[key]).values[index]
        }
        let rule: any UpdateRule
        switch name {
        case "SGD": rule = SGD()
        case "Momentum": rule = SGD(momentum: try setting("momentum"))
        case "RMSprop": rule = RMSprop(alpha: try setting("alpha"), epsilon: try setting("eps"))
        case "Adam":
            rule = Adam(
                beta1: try setting("betas", 0), beta2: try setting("betas", 1), epsilon: try setting("eps"))
        case "AdamW":
            rule = Adam(
                beta1: try setting("betas", 0), beta2: try setting("betas", 1), epsilon: try setting("eps"),
                weightDecay: try setting("weight_decay"))
        default: rule = Adagrad(epsilon: try setting("eps"))
        }
        let network = Network(try Dense(1, 6, bias: false, random: RandomStream(seed: 0)), name: "p")
        let parameter = network.parameters[0]
        try parameter.assign(Tensor(reference.start.values, [1, 6]))
        let (target, weight) = (try reference.target.tensor(), try reference.weight.tensor())
        let optimizer = try Optimizer(rule, of: network, learningRate: try setting("lr"))
        for expected in reference.path {
            let loss = try sum(square(parameter.value - target) * weight)
            try optimizer.step(Gradients(of: loss, for: network))
            for (got, want) in zip(parameter.value.floats, expected) { #expect(isNear(got, want, 2e-5)) }
        }
    }

    @Test("gradients of another network are refused by name")
    func foreignGradients() throws {
        let random = RandomStream(seed: 1)
        let (G, D) = (
            try Network(Dense(2, 2, random: random), name: "G"),
            try Network(Dense(2, 2, random: random), name: "D")
        )
        let loss = try mean(D(random.normal([3, 2]), random: random))
        let gradients = try Gradients(of: loss, for: D)
        let optimizer = try Optimizer(Adam(), of: G)
        #expect(
            mistake { try optimizer.step(gradients) }
                == Mistake(
                    construct: "Adam step", problem: "these gradients belong to another network",
                    note: "the optimizer changes G, and {1} are the gradients for D", argument: 1))
    }

    @Test("a frozen network has neither an optimizer nor gradients")
    func frozenNetwork() throws {
        let random = RandomStream(seed: 1)
        let network = try Network(Dense(2, 1, random: random), name: "D")
        #expect(
            mistake { _ = try Optimizer(Adam(), of: network.frozen()) }?.problem
                == "a frozen network cannot be changed")
        let loss = try mean(network(random.normal([3, 2]), random: random))
        #expect(
            mistake { _ = try Gradients(of: loss, for: network.frozen()) }?.problem
                == "a frozen network has no gradients")
    }

    @Test("clipping by norm keeps the direction and never enlarges")
    func clipping() throws {
        let random = RandomStream(seed: 1)
        let network = try Network(Dense(3, 2, random: random), name: "D")
        let loss = try sum(network(random.normal([5, 3]), random: random)) * 10
        let gradients = try Gradients(of: loss, for: network)
        let clipped = try gradients.clipped(norm: 1)
        #expect(abs(clipped.norm - 1) < 1e-5)
        #expect(try gradients.clipped(norm: 1e6).norm == gradients.norm)
        let ratio = gradients.tensors[0].floats[0] / clipped.tensors[0].floats[0]
        #expect(isNear(ratio, Float(gradients.norm), 1e-4))
        #expect(
            try gradients.clipped(value: 0.5).tensors.allSatisfy { $0.floats.allSatisfy { abs($0) <= 0.5 } })
    }

    @Test("clipping by norm is one function of tensors, which neither overflows nor hides infinities")
    func clippingOfTensors() throws {
        let half = Float(0.5).squareRoot()
        for (values, limit) in [([1e30, 1e30], 1), ([3e38, 3e38], 1), ([3, 3], 2)] as [([Float], Float)] {
            let x = try Tensor(values, [2])
            let plain = try clipped([x], norm: limit)[0]
            #expect(plain.floats.allSatisfy { isNear($0, limit * half, 1e-6) }, "\(values)")
            #expect(try clipped([variable(x)], norm: limit)[0].floats == plain.floats)
            let parts = try clipped([Tensor([values[0]], [1]), Tensor([values[1]], [1, 1])], norm: limit)
            #expect(parts.flatMap(\.floats) == plain.floats)
        }
        #expect(try clipped([Tensor([.infinity, 1], [2])], norm: 1)[0].floats[0].isNaN)
        // The direction's slope, (1 - x̂²) / ‖x‖ on the diagonal.
        let x = variable(try Tensor([3, 4], [2]))
        let slope = try gradients(of: sum(clipped([x], norm: 1)[0] * Tensor([1, 0], [2])), for: [x])[0].floats
        #expect(isNear(slope[0], 0.128, 1e-6) && isNear(slope[1], -0.096, 1e-6))
    }

    @Test("the usual schedule is full for half the way and then falls to nothing")
    func schedule() {
        let schedule = Schedule.linear(after: 0.5)
        #expect(schedule.factor(step: 0, of: 100) == 1)
        #expect(schedule.factor(step: 50, of: 100) == 1)
        #expect(abs(schedule.factor(step: 75, of: 100) - 0.5) < 1e-12)
        #expect(abs(schedule.factor(step: 99, of: 100) - 0.02) < 1e-12)
        #expect(Schedule.cosine.factor(step: 50, of: 100).rounded(.toNearestOrEven) == 0)
        #expect(Schedule.warmup(steps: 10).factor(step: 4, of: 100) == 0.5)
        #expect(Schedule.steps(every: 10, factor: 0.5).factor(step: 25, of: 100) == 0.25)
    }

    @Test("settings that make no sense are refused")
    func badSettings() throws {
        let network = try Network(Dense(2, 1, random: RandomStream(seed: 1)), name: "D")
        #expect(
            mistake { _ = try Optimizer(Adam(beta1: 1), of: network) }?.problem
                == "beta1 must be at least 0 and below 1")
        #expect(mistake { _ = try Optimizer(Adam(), of: network, learningRate: -1) }?.note == "lr is -1.0")
        #expect(
            mistake { _ = try Optimizer(SGD(nesterov: true), of: network) }?.problem
                == "Nesterov's look ahead needs a momentum")
    }
}
