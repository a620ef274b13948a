import Networks

extension Entry {
    static let schedules: [Entry] = [
        Entry(
            "constantRate", .optimizers, "The learning rate stays.",
            example: "print(constantRate())", prints: "constantRate()", seeAlso: ["train"]
        ) { _ in Schedule.constant },
        Entry(
            "fallingRate", .optimizers,
            "The learning rate stays for a share of the steps, then falls evenly to nothing.",
            .labeled(.number("after", "the share of the steps before it falls", default: 0.5)),
            text: "What the recipes of this course use: it lets a GAN come to rest.",
            example: "print(fallingRate())", prints: "fallingRate(after: 0.5)",
            seeAlso: ["train", "cosineRate"]
        ) { _, after in Schedule.linear(after: after) },
        Entry(
            "cosineRate", .optimizers, "The learning rate falls to nothing along half a cosine.",
            example: "print(cosineRate())", prints: "cosineRate()", seeAlso: ["fallingRate"]
        ) { _ in Schedule.cosine },
        Entry(
            "stepRate", .optimizers, "The learning rate is multiplied by a factor after each so many steps.",
            .labeled(.int("every", "how many steps", atLeast: 1)),
            .labeled(.number("factor", default: 0.5)), example: "print(stepRate(every: 1000))",
            prints: "stepRate(every: 1000, factor: 0.5)",
            seeAlso: ["exponentialRate"]
        ) { _, every, factor in Schedule.steps(every: every, factor: factor) },
        Entry(
            "exponentialRate", .optimizers, "The learning rate is multiplied by a factor after each step.",
            .labeled(.number("factor", default: 0.999)),
            example: "print(exponentialRate())",
            prints: "exponentialRate(factor: 0.999)", seeAlso: ["stepRate"]
        ) { _, factor in Schedule.exponential(factor: factor) },
        Entry(
            "warmupRate", .optimizers, "The learning rate rises evenly over the first steps, then stays.",
            .labeled(.int("steps", "how many steps", atLeast: 1)),
            example: "print(warmupRate(steps: 100))", prints: "warmupRate(steps: 100)",
            seeAlso: ["fallingRate"]
        ) { _, steps in Schedule.warmup(steps: steps) },
    ]
}
