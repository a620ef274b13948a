import Tensors
import Text

/// Two networks that duel, the loss they duel over, and an optimizer for each. Shared, not copied.
public final class GAN {
    /// From noise [n, noise] to samples.
    public let generator: Network
    /// From samples to one number each.
    public let discriminator: Network
    /// How many random numbers the generator makes a sample of.
    public let noise: Int
    /// How many classes it tells apart; nil if it makes samples of one kind.
    public let classes: Int?
    /// How much naming the right class counts beside the verdict, where the discriminator names classes.
    public let classWeight: Float
    /// What both minimize.
    public let loss: GANLoss
    /// What changes the generator.
    public let generatorOptimizer: Optimizer
    /// What changes the discriminator.
    public let discriminatorOptimizer: Optimizer
    /// The running average of the generator's weights, once a training asked for one.
    public internal(set) var average: WeightAverage?
    /// The history of the latest training, as far as it came, even if it was interrupted or went wrong.
    public internal(set) var history: History?

    /// Brings two networks together.
    ///
    /// - Parameters:
    ///   - noise: How many random numbers the generator takes.
    ///   - classes: How many classes the generator can be asked for.
    ///   - classWeight: How much naming the right class counts beside the verdict.
    ///   - loss: Non-saturating unless given; it brings its usual optimizers along.
    public init(
        generator: Network, discriminator: Network, noise: Int, classes: Int? = nil, classWeight: Float = 1,
        loss: GANLoss? = nil, generatorOptimizer: Optimizer? = nil,
        discriminatorOptimizer: Optimizer? = nil
    ) throws {
        func mistake(_ problem: String, _ note: String) -> Mistake {
            Mistake(construct: "GAN", problem: problem, note: note)
        }
        guard noise >= 1 else { throw mistake("noise must be at least 1", "got \(noise)") }
        if let classes, classes < 2 { throw mistake("classes must be at least 2", "got \(classes)") }
        // Beyond that no batch would fit into memory, and sums of them no Int.
        for (name, count) in [("noise", noise), ("classes", classes ?? 0)] where count > 1 << 30 {
            throw mistake("\(name) must be at most \(1 << 30)", "got \(count)")
        }
        guard classWeight >= 0 else {
            throw mistake("classWeight must be at least 0", "got \(classWeight)")
        }
        let generatorParameters = Set(generator.parameters.map(ObjectIdentifier.init))
        if discriminator.parameters.contains(where: { generatorParameters.contains(ObjectIdentifier($0)) }) {
            throw mistake(
                "the two networks share parameters",
                "each needs its own; copy(…) makes an independent network")
        }
        if case .some(let size)? = generator.root.inputShape?.first, generator.root.inputShape?.count == 1,
            size != noise + (classes ?? 0)
        {
            let taken = "\(generator.name.isEmpty ? "the generator" : generator.name) takes [n, \(size)]"
            throw mistake(
                "the generator takes another number of random numbers",
                classes.map { "noise and classes are \(noise) + \($0) numbers and \(taken)" }
                    ?? "noise is \(noise) and \(taken)")
        }
        if let wrong = generatorOptimizer, wrong.network.root !== generator.root {
            throw mistake(
                "generatorOptimizer changes another network", "it was made for \(nameOf(wrong.network))")
        }
        if let wrong = discriminatorOptimizer, wrong.network.root !== discriminator.root {
            throw mistake(
                "discriminatorOptimizer changes another network", "it was made for \(nameOf(wrong.network))")
        }
        if generator.name.isEmpty { generator.name = "G" }
        if discriminator.name.isEmpty { discriminator.name = "D" }
        let loss = try loss ?? .nonSaturating()
        if loss.classifies, let last = (discriminator.root as? Sequential)?.children.last as? ActivationLayer,
            last.activation == .sigmoid
        {
            throw mistake(
                "the discriminator ends in sigmoid",
                "\(loss.signature) takes logits and has the sigmoid in it: leave the last layer of "
                    + "\(discriminator.name) out")
        }
        self.generator = generator
        self.discriminator = discriminator
        self.noise = noise
        self.classes = classes
        self.classWeight = classWeight
        self.loss = loss
        self.generatorOptimizer =
            try generatorOptimizer
            ?? Optimizer(loss.usualRule, of: generator, learningRate: loss.usualRate)
        self.discriminatorOptimizer =
            try discriminatorOptimizer
            ?? Optimizer(loss.usualRule, of: discriminator, learningRate: loss.usualRate)
    }
}

private func nameOf(_ network: Network) -> String { network.name.isEmpty ? "another one" : network.name }

extension Pass {
    /// The network whose turn it is: its parameters are variables and its statistics are written.
    static func ownTurn(_ random: RandomStream) -> Pass {
        Pass(mode: .training, learns: true, writesStatistics: true, random: random)
    }

    /// The network whose turn it is not: it trains along, and nothing of it changes.
    static func otherTurn(_ random: RandomStream) -> Pass {
        Pass(mode: .training, learns: false, writesStatistics: false, random: random)
    }

    /// A look at a network from outside.
    static func watching(_ random: RandomStream) -> Pass {
        Pass(mode: .evaluating, learns: false, writesStatistics: false, random: random)
    }
}
