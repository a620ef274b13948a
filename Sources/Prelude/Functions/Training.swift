import Budget
import Networks
import Script
import Tensors
import Text

extension Entry {
    static let training: [Entry] = [
        Entry(
            "GAN", .training,
            "Brings a generator and a discriminator together, with a loss and an optimizer for each.",
            .object(.network, "generator", "from noise to samples"),
            .object(.network, "discriminator", "from samples to one number each"),
            .labeled(.int("noise", "how many random numbers a sample is made of", atLeast: 1)),
            .labeled(
                .optional(.int("classes", "how many classes the generator can be asked for", atLeast: 2))),
            .labeled(
                .float("classWeight", "how much naming the right class counts beside the verdict", default: 1)
            ),
            .labeled(.optional(.object(.loss, "loss", "what both minimize"), meaning: "nonSaturating()")),
            .labeled(
                .optional(
                    .object(.optimizer, "discriminatorOptimizer", "what moves D"),
                    meaning: "the loss's usual one")),
            .labeled(
                .optional(
                    .object(.optimizer, "generatorOptimizer", "what moves G"), meaning: "the loss's usual one"
                )),
            returns: .gan,
            text:
                "Unless given, the optimizers are Adam with lr 0.0002 and beta1 0.5; the Wasserstein losses bring "
                + "their own. With `classes:` the generator gets the class one-hot beside the noise, "
                + "[n, noise + classes]. The discriminator then gives 1 + classes numbers, its verdict and a logit for "
                + "each class (an auxiliary classifier), or is a Model of two inputs, the sample and its class.",
            example: """
                let G = Sequential(Dense(16, 32), relu, Dense(32, 2))
                let D = Sequential(Dense(2, 32), relu, Dense(32, 1))
                print(GAN(G, D, noise: 16))
                """,
            prints: "GAN(G, D, noise: 16, loss: nonSaturating())",
            raises: [
                "Networks that share parameters.", "An optimizer of another network.",
                "A generator that takes other noise.",
                "A discriminator that ends in sigmoid, where the loss takes logits.",
            ],
            seeAlso: ["train", "step", "explain", "nonSaturating"]
        ) { call, generator, discriminator, noise, classes, classWeight, loss, optD, optG in
            generator.takeName(from: call.interpreter)
            discriminator.takeName(from: call.interpreter)
            let gan = try GAN(
                generator: generator.network, discriminator: discriminator.network, noise: noise,
                classes: classes, classWeight: classWeight, loss: loss?.loss,
                generatorOptimizer: optG?.optimizer, discriminatorOptimizer: optD?.optimizer)
            return Value.object(GANObject(gan, generator, discriminator))
        },
        Entry(
            "train", .training, "Trains a GAN on data and gives the history.",
            .object(.gan, "gan"), .labeled(.data("on", "where real samples come from")),
            .labeled(
                .optional(
                    .int(
                        "steps", "how many steps; in each the discriminator has its turn, then the generator")
                )),
            .labeled(.int("batch", "samples in a batch", default: 64)),
            .labeled(
                .optional(
                    .int("discriminatorSteps", "its updates in each step"), meaning: "the loss's usual number"
                )),
            .labeled(.int("generatorSteps", "the generator's updates in each step", default: 1)),
            .labeled(.optional(.int("rounds", "train by epochs of a finite set instead of by steps"))),
            .labeled(.int("discriminatorEpochs", "its epochs in each round", default: 1)),
            .labeled(.int("generatorEpochs", "the generator's epochs in each round", default: 1)),
            .labeled(
                .optional(
                    .object(.schedule, "schedule", "how both learning rates change"), meaning: "constant")),
            .labeled(
                .optional(
                    .float(
                        "averaging",
                        "keep a running average of the generator's weights, in which those of a step count this decay times "
                            + "as much as those of the next, such as 0.999"))),
            .labeled(
                .flag("arrows", "whether the live view shows where D would move points", default: false)),
            .labeled(
                .int("every", "how many steps lie between two calls of the block", atLeast: 1, default: 1)),
            .optional(
                .function(
                    "block",
                    "called with the step; a dictionary it gives is noted in the history, `false` stops")),
            returns: .history,
            text:
                "While one network has its turn nothing of the other changes; in rounds only one has a turn in each step, "
                + "and the history holds nan for the other. A terminal shows it live; Ctrl-C stops "
                + "after the step and keeps everything. Afterwards both networks are in evaluation. What the block "
                + "draws at random does not change the training.",
            example: """
                let G = Sequential(Dense(4, 16), relu, Dense(16, 2))
                let D = Sequential(Dense(2, 16), relu, Dense(16, 1))
                let history = train(GAN(G, D, noise: 4), on: ring(), steps: 20, batch: 32, every: 10) { step in
                    print("step \\(step)")
                }
                print(history.count)
                """,
            prints: "step 10\nstep 20\n20",
            raises: [
                "Neither `steps:` nor `rounds:`.",
                "Data whose samples have another shape than the generator's.",
                "Numbers that run away: the step and the parameter are named.",
            ], seeAlso: ["GAN", "step", "explain", "line"]
        ) {
            call, gan, data, steps, batch, stepsOfD, stepsOfG, rounds, epochsOfD, epochsOfG, schedule,
            averaging, arrows, every, block in
            let options = TrainingOptions(
                length: try length(steps, rounds, epochsOfD, epochsOfG), batch: batch,
                discriminatorSteps: stepsOfD,
                generatorSteps: stepsOfG, schedule: schedule?.schedule ?? .constant, averaging: averaging)
            return try train(call, gan.gan, data, options, every: every, arrows: arrows, block)
        },
        Entry(
            "step", .training, "One iteration: the discriminator's turn, then the generator's.",
            .object(.gan, "gan"), .labeled(.data("on", "where real samples come from")),
            .labeled(.int("batch", "samples in a batch", default: 64)), returns: .history,
            example: """
                let G = Sequential(Dense(4, 16), relu, Dense(16, 2))
                let D = Sequential(Dense(2, 16), relu, Dense(16, 1))
                print(step(GAN(G, D, noise: 4), on: ring()).count)
                """,
            prints: "1", seeAlso: ["train", "explain"]
        ) { call, gan, data, batch in
            Value.object(
                HistoryObject(
                    try train(
                        gan.gan, on: data, options: TrainingOptions(length: .steps(1), batch: batch),
                        random: call.random)))
        },
        Entry.action(
            "explain", .training,
            "One iteration in slow motion, printed: the six steps with shapes, values and gradients.",
            .object(.gan, "gan"), .labeled(.data("on", "where real samples come from")),
            .labeled(.int("batch", "samples in a batch", default: 64)),
            text: "The networks are trained by it as by `step`.",
            example: """
                let G = Sequential(Dense(4, 16), relu, Dense(16, 2))
                let D = Sequential(Dense(2, 16), relu, Dense(16, 1))
                explain(GAN(G, D, noise: 4), on: ring())
                """,
            prints: .described("the iteration, told in six steps"), seeAlso: ["step", "train"]
        ) { call, gan, data, batch in
            let explanation = try explain(gan.gan, on: data, batch: batch, random: call.random)
            call.interpreter.output(explanation.text + "\n")
            return
        },
    ]
}

private func length(
    _ steps: Int?, _ rounds: Int?, _ discriminatorEpochs: Int, _ generatorEpochs: Int
) throws -> TrainingOptions.Length {
    switch (steps, rounds) {
    case (let steps?, nil): return .steps(steps)
    case (nil, let rounds?):
        return .rounds(rounds, discriminatorEpochs: discriminatorEpochs, generatorEpochs: generatorEpochs)
    case (nil, nil):
        throw Mistake(
            problem: "`train` needs to know how long",
            note: "give `steps:`, or `rounds:` to go by epochs of a finite set")
    case (_?, _?):
        throw Mistake(problem: "a training goes by steps or by rounds", note: "both are given")
    }
}

private func train(
    _ call: Call, _ gan: GAN, _ data: any DataSource, _ options: TrainingOptions, every: Int,
    arrows: Bool, _ block: Value?
) throws -> Value {
    let observer = TrainingObserver(call, gan, on: data, closure: block, every: every, arrows: arrows)
    defer { observer.finish() }
    let history = try train(gan, on: data, options: options, random: call.random) { state in
        try observer.observe(state)
    }
    // The history is bound; the flag, raised again, stops what comes after this statement.
    if history.ending == .interrupted {
        Interruption.requested.store(true, ordering: .relaxed)
        call.interpreter.pollAtNextStep()
    }
    return .object(HistoryObject(history, notes: observer.notes))
}
