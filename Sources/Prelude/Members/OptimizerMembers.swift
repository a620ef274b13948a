import Networks
import Script
import Text

extension ObjectKind where Object == OptimizerObject {
    static var optimizer: Self { Self(kind: .optimizer) }
}

extension Entry {
    static let optimizerMembers: [Entry] = [
        property(
            .optimizer, "lr", "The learning rate, as a schedule has it now.",
            example: "print(Adam(Dense(2, 1), lr: 0.0002).lr)",
            prints: "0.0002"
        ) { $0.optimizer.rate },
        property(
            .optimizer, "steps", "How many steps it has made.", example: "print(SGD(Dense(2, 1)).steps)",
            prints: "0", seeAlso: ["step"]
        ) { $0.optimizer.stepCount },
        property(
            .optimizer, "network", "The network it changes.",
            example: "print(Adam(Dense(2, 1)).network)", prints: "Dense(2, 1)"
        ) { $0.optimizer.network },
        action(
            .optimizer, "step", "Changes the optimizer's network along gradients, and no other network.",
            .any("gradients", "gradients(of:for:), or a list of one tensor for each parameter"),
            example: """
                let G = Sequential(Dense(2, 1))
                let optG = SGD(G, lr: 0.1)
                optG.step(gradients(of: mean(G(ones(4, 2))), for: G))
                print(optG.steps)
                """,
            prints: "1", raises: ["Gradients of another network."], seeAlso: ["gradients", "Adam", "clip"]
        ) { _, optimizer, gradients in
            if case .object(let object) = gradients, let found = (object as? GradientsObject)?.gradients {
                return try optimizer.optimizer.step(found)
            }
            guard case .list(let list) = gradients, let tensors = try listedTensors(list) else {
                throw Mistake(
                    problem: "`gradients` must be gradients of the network",
                    note: "{1} is \(gradients.phrase); gradients(of: loss, for: G) makes them",
                    place: .argument(1))
            }
            try optimizer.optimizer.step(tensors: tensors)
        },
    ]
}

extension Optimizer {
    /// The rate as a script wrote it: the shortest Double that reads back to the same 32 bits.
    fileprivate var rate: Double { Double("\(currentRate)") ?? Double(currentRate) }
}
