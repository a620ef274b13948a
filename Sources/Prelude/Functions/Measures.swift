import Networks
import Script
import Tensors
import Text

extension Entry {
    static let measures: [Entry] = [
        Entry(
            "accuracy", .measures,
            "The discriminator's accuracy: the mean of its shares of right verdicts on real and on fake.",
            .object(.network, "D", "gives logits"), .tensor("real"), .tensor("fake"),
            text: "Batches of different sizes weigh the same; a constant D has one half.",
            example:
                "let D = Sequential(Dense(1, 1, initializer: \"zeros\"))\nprint(accuracy(D, ones(9, 1), zeros(3, 1)))",
            prints: "0.5", seeAlso: ["freshAccuracy"]
        ) { call, judge, real, fake in
            try withoutGradients {
                let pass = Pass(
                    mode: .evaluating, learns: false, writesStatistics: false, random: call.random)
                return try balancedAccuracy(
                    realLogits: judge.network.run([real], pass),
                    fakeLogits: judge.network.run([fake], pass))
            }
        },
        Entry(
            "freshAccuracy", .measures,
            "The held-out accuracy of a new discriminator against a generator that stays as it is.",
            .function("G", "a generator, or a function from noise to samples"),
            .data("real", "where real samples come from"),
            .labeled(
                .optional(
                    .int("noise", "how many random numbers a sample is made of", atLeast: 1),
                    meaning: "G.inputs")),
            .labeled(.int("steps", "Adam steps that the new one gets", atLeast: 1, default: 500)),
            text:
                "One half if even a discriminator that saw nothing else cannot tell its samples from real ones; it "
                + "draws from a stream of its own, and G stays as it is.",
            example: "print(freshAccuracy({ z in z + 5 }, gaussian(), noise: 1, steps: 50) > 0.9)",
            prints: "true",
            seeAlso: ["accuracy"]
        ) { call, generator, data, noise, steps in try freshAccuracyOf(call, generator, data, noise, steps) },
        Entry(
            "modesCovered", .measures,
            "How many modes have at least one sample within three standard deviations.",
            .tensor("samples"), .labeled(.data("of", "data with known modes, such as ring()")),
            text: "By the definitions of PacGAN (Lin et al., 2018).",
            example: "print(modesCovered(ring().sample(500), of: ring()))", prints: "8",
            raises: ["Data without known modes."], seeAlso: ["quality", "modeCounts"]
        ) { _, samples, data in try coverage(samples, data).covered },
        Entry(
            "quality", .measures,
            "The share of samples within three standard deviations of their nearest mode.",
            .tensor("samples"), .labeled(.data("of", "data with known modes, such as ring()")),
            example: "print(quality(zeros(10, 2), of: ring()))", prints: "0.0", seeAlso: ["modesCovered"]
        ) { _, samples, data in try coverage(samples, data).quality },
        Entry(
            "modeCounts", .measures, "How many samples of quality each mode has.", .tensor("samples"),
            .labeled(.data("of", "data with known modes, such as ring()")),
            example: "print(modeCounts(tensor([[2, 0], [2, 0]]), of: ring(modes: 4)))",
            prints: "[2, 0, 0, 0]",
            seeAlso: ["modesCovered"]
        ) { _, samples, data in try coverage(samples, data).counts },
        Entry(
            "earthMover", .measures, "The earth mover's distance of two sets of samples, exactly.",
            .tensor("a"), .tensor("b"),
            text:
                "In one dimension for sets of any two sizes; in more for two sets of one size, at most 2,000.",
            example: "print(earthMover([0, 1], [2, 3]))", prints: "2.0",
            raises: ["In more dimensions, sets of different sizes."],
            seeAlso: ["slicedWasserstein", "wasserstein"]
        ) { call, a, b in
            if let a = plainNumbers(call, 0), let b = plainNumbers(call, 1) { return try earthMover(a, b) }
            return try earthMover(a, b)
        },
        Entry(
            "slicedWasserstein", .measures, "The mean earth mover's distance of the shadows on random lines.",
            .tensor("a"),
            .tensor("b"), .labeled(.int("directions", "how many lines", atLeast: 1, default: 100)),
            text: "Rabin et al. (2011); the lines come from the stream for observation.",
            example: "print(slicedWasserstein(zeros(10, 2), zeros(10, 2)))", prints: "0.0",
            seeAlso: ["earthMover"]
        ) { call, a, b, directions in
            try slicedWasserstein(a, b, directions: directions, random: call.context.random.observation)
        },
        Entry(
            "frechetDistance", .measures, "The Fréchet distance of two sets of samples taken as Gaussians.",
            .tensor("a"),
            .tensor("b"),
            text:
                "Heusel et al. (2017). On images, take it of a classifier's features: C[..<12](x) is what the thirteenth layer of C sees.",
            example: "print(frechetDistance(tensor([[0], [2]]), tensor([[3], [5]])))", prints: "9.0",
            seeAlso: ["precisionRecall"]
        ) { _, a, b in try frechetDistance(a, b) },
        Entry(
            "precisionRecall", .measures,
            "How much of what is generated looks real, and how much of what is real can be generated.",
            .tensor("real"), .tensor("fake"), .labeled(.int("neighbors", atLeast: 1, default: 3)),
            returns: .described("(precision, recall)", .tuple([.double, .double])),
            text: "Kynkäänniemi et al. (2019).",
            example: "let x = randn(50, 2)\nprint(precisionRecall(x, x))", prints: "(1.0, 1.0)",
            seeAlso: ["modesCovered"]
        ) { _, real, fake, neighbors in
            let both = try PrecisionRecall(real: real, fake: fake, neighbors: neighbors)
            return Value.tuple([.double(both.precision), .double(both.recall)])
        },
        Entry(
            "kullbackLeibler", .measures, "The Kullback-Leibler divergence of p from q, in nats.",
            .tensor("p", "probabilities, counts, or samples where `bins:` is given"), .tensor("q"),
            .labeled(.optional(.int("bins", "count samples in so many cells along each axis", atLeast: 1))),
            text:
                "Σ p·log(p / q), each scaled to sum to 1; infinite where q is 0 and p is not. Tensors of several axes "
                + "are taken element by element.",
            example: "print(kullbackLeibler([1, 1], [1, 1]))", prints: "0.0",
            raises: ["Without `bins:`, numbers that neither sum to 1 nor are counts, such as samples."],
            seeAlso: ["jensenShannon"]
        ) { call, p, q, bins in
            if let bins { return try GridDivergences(p, q, bins: bins).kullbackLeibler }
            return try kullbackLeibler(weights(call, 0, p), weights(call, 1, q))
        },
        Entry(
            "jensenShannon", .measures,
            "The Jensen-Shannon divergence of two distributions, in nats: at most log 2.",
            .tensor("p", "probabilities, counts, or samples where `bins:` is given"), .tensor("q"),
            .labeled(.optional(.int("bins", "count samples in so many cells along each axis", atLeast: 1))),
            text:
                "The mean divergence of both from their middle. Tensors of several axes are taken element by element.",
            example: "print(jensenShannon([1, 0], [0, 1]) == log(2))", prints: "true",
            raises: ["Without `bins:`, numbers that neither sum to 1 nor are counts, such as samples."],
            seeAlso: ["kullbackLeibler", "minimax"]
        ) { call, p, q, bins in
            if let bins { return try GridDivergences(p, q, bins: bins).jensenShannon }
            return try jensenShannon(weights(call, 0, p), weights(call, 1, q))
        },
    ]
}

/// The numbers of a plain list in their 64 bits, which a tensor has not.
private func plainNumbers(_ call: Call, _ place: Int) -> [Double]? {
    guard case .list(let list)? = call.arguments[place] else { return nil }
    return all(list.map(\.plainNumber))
}

private func weights(_ call: Call, _ place: Int, _ tensor: Tensor) -> [Double] {
    plainNumbers(call, place) ?? tensor.floats.map(Double.init)
}

private func coverage(_ samples: Tensor, _ data: any DataSource) throws -> ModeCoverage {
    guard let modes = data.modes else {
        throw Mistake(
            problem: "these data have no modes that are known",
            note: "{1} is \(data.name); ring, grid, blobs and mixture have", place: .argument(1))
    }
    return try ModeCoverage(samples, modes: modes)
}

private func freshAccuracyOf(
    _ call: Call, _ generator: Value, _ data: any DataSource, _ noise: Int?, _ steps: Int
) throws -> Double {
    let random = call.context.random.observation
    var size = noise
    var network: Network?
    if case .object(let object) = generator, let found = (object as? NetworkObject)?.network {
        network = found
        if size == nil, case .some(let first?)? = found.root.inputShape?.first { size = first }
    }
    guard let size else {
        throw Mistake(
            problem: "how much noise does it take?", note: "{0} does not say it: give `noise:`",
            place: .argument(0))
    }
    return try freshAccuracy(on: data, steps: steps, random: random) { count in
        let z = try random.normal([count, size])
        if let network {
            let pass = Pass(mode: .evaluating, learns: false, writesStatistics: false, random: random)
            return try network.run([z], pass)
        }
        let result = try call.interpreter.call(generator, [Value(z)])
        guard let tensor = try tensorLike(result) else {
            throw Mistake(
                problem: "`G` must give a tensor", note: "it gave \(result.phrase)", place: .argument(0))
        }
        return tensor
    }
}
