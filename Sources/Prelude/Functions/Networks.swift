import Networks
import Script
import Tensors
import Text

extension Entry {
    static let networks: [Entry] = [
        Entry(
            "Sequential", .networks, "A network of layers one after the other.",
            .layers("layers", "layers and activations, in order"), returns: .network,
            text:
                "An activation stands in it by its name, `relu`, or with its settings, `leakyRelu(slope: 0.2)`. "
                + "Any function of one tensor may stand in it too. `G[0]` is its first layer and `G[..<4]` its first four, "
                + "with the same parameters: a classifier without its last layer gives features.",
            example: "let G = Sequential(Dense(16, 128), relu, Dense(128, 2))\nprint(G(noise(5, 16)).shape)",
            prints: "[5, 2]",
            raises: [
                "No layer at all.", "A layer whose input is not what the one before it gives, when it runs.",
            ],
            seeAlso: ["Dense", "Model", "summary"]
        ) { _, layers in Network(try Sequential(layers)) },
        Entry(
            "Model", .networks, "A network of any function over the layers it names.",
            .list("layers", "the layers that the function uses"),
            .function("body", "a function of one or several batches"), returns: .network,
            text:
                "Its parameters are those of the layers. Call the layers inside the function by the names they have.",
            example: """
                let a = Dense(2, 8)
                let b = Dense(8, 1)
                let D = Model([a, b]) { x, y in b(tanh(a(x) + y)) }
                print(D(zeros(5, 2), ones(5, 8)).shape)
                """,
            prints: "[5, 1]", raises: ["A layer in the list that is none."], seeAlso: ["Sequential", "Skip"]
        ) { call, layers, body in try model(call, layers, body) },
        Entry.action(
            "summary", .networks,
            "Prints a network's layers, the shapes they give, and how many numbers they learn.",
            .object(.network, "network"),
            example: "let D = Sequential(Dense(2, 8), relu, Dense(8, 1))\nsummary(D)",
            prints: """
                D for an input of [n, 2]
                   layer        output  parameters
                0  Dense(2, 8)  [n, 8]          24
                1  relu         [n, 8]           0
                2  Dense(8, 1)  [n, 1]           9
                33 parameters
                """,
            seeAlso: ["Sequential"]
        ) { call, network in
            network.takeName(from: call.interpreter)
            call.interpreter.output(network.network.summaryText() + "\n")
            return
        },
        Entry(
            "copy", .networks, "An independent network with the same values.", .object(.network, "network"),
            returns: .network,
            example: "let G = Sequential(Dense(2, 2))\nlet before = copy(G)\nprint(same(G, before))",
            prints: "true",
            seeAlso: ["same", "frozen"]
        ) { _, network in
            let copy = try network.network.copy()
            copy.name = ""
            return copy
        },
        Entry(
            "frozen", .networks, "A live view of a network whose parameters are constants.",
            .object(.network, "network"),
            returns: .network,
            text:
                "Gradients flow through it to its input and stop at its parameters. When the network learns, the view "
                + "sees it. An optimizer of a frozen network is an error.",
            example:
                "let D = Sequential(Dense(2, 1))\nlet judge = frozen(D)\nprint(judge.isFrozen, D.isFrozen)",
            prints: "true false", seeAlso: ["copy", "detach"]
        ) { call, network in
            network.takeName(from: call.interpreter)
            return network.network.frozen()
        },
        Entry(
            "evaluating", .networks, "Switches a network to evaluation and gives it back.",
            .object(.network, "network"),
            returns: .network,
            text: "BatchNorm then uses its running statistics, and Dropout drops nothing.",
            example: "let G = Sequential(Dense(2, 2), BatchNorm(2))\nprint(evaluating(G)(zeros(1, 2)).shape)",
            prints: "[1, 2]", seeAlso: ["training", "BatchNorm", "Dropout"]
        ) { _, network in
            network.network.mode = .evaluating
            return network
        },
        Entry(
            "training", .networks, "Switches a network to training mode and gives it back.",
            .object(.network, "network"),
            returns: .network,
            text: "Networks are in training mode when they are made; `train` leaves them in evaluation.",
            example: "let G = Sequential(Dense(2, 2))\nprint(training(G).isTraining)", prints: "true",
            seeAlso: ["evaluating"]
        ) { _, network in
            network.network.mode = .training
            return network
        },
        Entry(
            "same", .networks, "Whether two networks agree bit for bit in parameters and running statistics.",
            .object(.network, "a"), .object(.network, "b"),
            example:
                "let G = Sequential(Dense(2, 2))\nprint(same(G, copy(G)), same(G, Sequential(Dense(2, 2))))",
            prints: "true false", seeAlso: ["differs", "copy"]
        ) { _, a, b in a.network.isSame(as: b.network) },
        Entry(
            "differs", .networks, "Whether two networks differ anywhere in parameters or running statistics.",
            .object(.network, "a"), .object(.network, "b"),
            example: "let G = Sequential(Dense(2, 2))\nprint(differs(G, copy(G)))", prints: "false",
            seeAlso: ["same"]
        ) { _, a, b in !a.network.isSame(as: b.network) },
        Entry.action(
            "assign", .networks, "Gives a network the values of another one built alike.",
            .object(.network, "to", "the network that changes"),
            .object(.network, "from", "the network whose values it takes"),
            example: """
                let a = Sequential(Dense(2, 2))
                let b = Sequential(Dense(2, 2))
                assign(a, from: b)
                print(same(a, b))
                """,
            prints: "true", raises: ["Networks that are built differently, and frozen ones."],
            seeAlso: ["copy", "load"]
        ) { _, target, source in
            if target.network.isFrozen {
                throw Mistake(
                    problem: "a frozen network cannot be changed",
                    note: "{0} is a view whose parameters are constants",
                    place: .argument(0))
            }
            try target.network.assign(from: source.network)
            return
        },
    ]
}

/// The network of a script's function. When it runs, the layers that the function names stand for those of the
/// network that runs, which may be a copy, and run in its pass.
private func model(_ call: Call, _ values: ListValue, _ body: Value) throws -> Network {
    let originals = try values.map { value in
        guard case .object(let object) = value, let network = (object as? NetworkObject)?.network else {
            throw Mistake(
                problem: "`layers` must be a list of layers", note: "{0} holds \(value.phrase)",
                place: .argument(0))
        }
        return network.root
    }
    var inputCount: Int?
    if case .function(let function) = body, !function.parameterNames.isEmpty {
        inputCount = function.parameterNames.count
    }
    let keys = originals.map { ObjectIdentifier($0) }
    let context = call.context
    // The network may outlive the session that made it, and must not keep it alive.
    let layer = FunctionLayer(originals, inputCount: inputCount) { [weak interpreter = call.interpreter] in
        let (inputs, layers, pass) = ($0, $1, $2)
        guard let interpreter else {
            throw Mistake(construct: "Model", problem: "the session that made this network is gone")
        }
        let pairs = zip(keys, layers).map { ($0, $1) }
        context.modelRuns.append(
            ModelRun(layers: Dictionary(pairs, uniquingKeysWith: { first, _ in first }), pass: pass))
        defer { context.modelRuns.removeLast() }
        let result = try interpreter.call(body, inputs.map { Value($0) })
        guard let tensor = try tensorLike(result) else {
            throw Mistake(
                construct: "Model", problem: "its function must give a tensor",
                note: "it gave \(result.phrase)")
        }
        return tensor
    }
    return Network(layer)
}
