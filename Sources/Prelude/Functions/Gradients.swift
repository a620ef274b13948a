import Networks
import Script
import Tensors
import Text

extension Entry {
    static let gradients: [Entry] = [
        Entry(
            "variable", .gradients,
            "A tensor that remembers what is computed from it, so that a gradient can be asked for it.",
            .tensor("x"), returns: .tensor, text: "It starts anew and remembers nothing of x's own history.",
            example: "let w = variable(tensor([3]))\nprint(gradient(of: sum(w * w), for: w))", prints: "[6]",
            seeAlso: ["gradient", "detach"]
        ) { call, x in
            try Value(variable(x)).inRole(call.arguments[0]?.tensorRole ?? .numbers, call.interpreter)
        },
        Entry(
            "detach", .gradients, "The same values without their history.", .tensor("x"), returns: .tensor,
            text:
                "No gradient flows through it. Keep detached losses in a list, or numbers: a loss with its history "
                + "keeps every tensor it was made of in memory.",
            example: "let w = variable(tensor([3]))\nprint(detach(w * w).isRecorded)", prints: "false",
            seeAlso: ["variable", "withoutGradients", "frozen"]
        ) { call, x in
            try Value(detach(x)).inRole(call.arguments[0]?.tensorRole ?? .numbers, call.interpreter)
        },
        Entry(
            "withoutGradients", .gradients, "Runs a block of which nothing is recorded, and gives its value.",
            .function("body"), returns: .described("the block's value", .anything),
            example: "let w = variable(tensor([3]))\nprint(withoutGradients { w * w }.isRecorded)",
            prints: "false",
            seeAlso: ["detach"]
        ) { call, body in try withoutGradients { try call.interpreter.call(body, []) } },
        Entry(
            "gradient", .gradients,
            "The gradient of a number for one variable: how fast it grows with each element.",
            .labeled(.tensor("of", "one number: a loss")), .labeled(.tensor("for", "what to change")),
            .labeled(.flag("differentiable", "record the gradient, so that it can be differentiated again")),
            text: "It may be asked for twice. For all parameters of a network, use `gradients`.",
            example: """
                let p = variable(tensor([2]))
                let slope = gradient(of: sum(p ** 3), for: p, differentiable: true)
                print(slope, gradient(of: sum(slope), for: p))
                """,
            prints: "[12] [12]",
            raises: [
                "A loss that is not one number, or was not computed from the variable.",
                "A network's parameters that have changed since the loss was computed.",
            ], seeAlso: ["gradients", "variable"]
        ) { _, loss, x, differentiable in
            try Tensors.gradients(of: loss, for: [x], differentiable: differentiable)[0]
        },
        Entry(
            "gradients", .gradients,
            "The gradients of a number for a network, one for each of its parameters.",
            .labeled(.tensor("of", "one number: a loss")),
            .labeled(.any("for", "a network, or a list of variables")),
            .labeled(.flag("differentiable", "record them, so that they can be differentiated again")),
            returns: .either(.gradients, .list(of: .tensor)),
            text:
                "They belong to the network: an optimizer of another one refuses them. Backpropagation goes through "
                + "every network in between, and changes none.",
            example: """
                let G = Sequential(Dense(2, 3))
                let g = gradients(of: mean(G(ones(4, 2))), for: G)
                print(g[0].shape, g[1].shape)
                """,
            prints: "[2, 3] [3]",
            raises: ["A frozen network.", "A loss that does not depend on the network."],
            seeAlso: ["gradient", "Adam", "norm", "clip"]
        ) { call, loss, target, differentiable in
            try gradientsOf(call, loss, target, differentiable)
        },
        Entry(
            "clip", .gradients, "Gradients, or a tensor, held within bounds.",
            .any("gradients", "gradients(of:for:) or a tensor"),
            .labeled(
                .optional(.float("norm", "the most that all of them may be long, taken as one vector"))),
            .labeled(.optional(.float("value", "the most that each number may differ from 0"))),
            returns: .described("gradients, or a Tensor", .either(.gradients, .tensor)),
            example: "print(clip(tensor([3, 4]), norm: 1), clip(tensor([3, -4]), value: 1))",
            prints: "[0.6, 0.8] [ 1, -1]",
            raises: ["Neither `norm:` nor `value:`."], seeAlso: ["norm", "clamp", "gradients"]
        ) { call, value, norm, limit in try clipped(call, value, norm, limit) },
        Entry(
            "norm", .gradients, "The length: the root of the sum of squares.",
            .any("x", "a tensor, or gradients(of:for:) taken as one vector"), .axis(), .keepAxis,
            returns: .described("Tensor; a Double for gradients", .either(.tensor, .double)),
            example: "print(norm(tensor([3, 4])), norm(tensor([[3, 4], [0, 2]]), axis: 1))",
            prints: "5 [5, 2]",
            seeAlso: ["clip", "square"]
        ) { _, value, axis, keepAxis in
            if case .object(let object) = value, let gradients = (object as? GradientsObject)?.gradients {
                return Value.double(gradients.norm)
            }
            guard let x = try tensorLike(value) else {
                throw Mistake(
                    problem: "`x` must be a tensor or gradients", note: "{0} is \(value.phrase)",
                    place: .argument(0))
            }
            return Value(try norm(x, axis: axis, keepAxis: keepAxis))
        },
    ]
}

private func gradientsOf(
    _ call: Call, _ loss: Tensor, _ target: Value, _ differentiable: Bool
) throws -> Value {
    switch target {
    case .object(let object):
        if let network = object as? NetworkObject {
            return try Gradients(of: loss, for: network.network, differentiable: differentiable).scriptValue(
                call.interpreter)
        }
        if let tensor = (object as? TensorObject)?.tensor {
            return try Tensors.gradients(of: loss, for: [tensor], differentiable: differentiable).scriptValue(
                call.interpreter)
        }
    case .list(let list):
        if let tensors = try listedTensors(list) {
            return try Tensors.gradients(of: loss, for: tensors, differentiable: differentiable).scriptValue(
                call.interpreter)
        }
    default: break
    }
    throw Mistake(
        problem: "`for` must be a network or a list of variables", note: "{1} is \(target.phrase)",
        place: .argument(1))
}

private func clipped(_ call: Call, _ value: Value, _ norm: Float?, _ limit: Float?) throws -> Value {
    guard (norm == nil) != (limit == nil) else {
        throw Mistake(
            problem: "`clip` takes either `norm:` or `value:`",
            note: norm == nil ? "neither is given" : "both are given")
    }
    if case .object(let object) = value, let gradients = (object as? GradientsObject)?.gradients {
        if let norm { return try gradients.clipped(norm: norm).scriptValue(call.interpreter) }
        if let limit { return try gradients.clipped(value: limit).scriptValue(call.interpreter) }
    }
    guard let x = try tensorLike(value) else {
        throw Mistake(
            problem: "`gradients` must be gradients or a tensor", note: "{0} is \(value.phrase)",
            place: .argument(0))
    }
    if let limit { return Value(try clipped([x], value: limit)[0]) }
    return Value(try clipped([x], norm: norm ?? 1)[0])
}
