import Tensors
import Testing

@Suite struct ReferenceTests {
    @Test func everyCaseAgreesInValueAndGradients() throws {
        var agreed = 0
        var worst: [Double: (Double, String)] = [:]
        let cases = try ReferenceFile.load().cases
        for c in cases {
            let names = c.gradients.keys.sorted()
            let inputs = try c.inputs.mapValues { variable(try $0.tensor()) }
            let output = try call(c, inputs)
            #expect(output.shape.dimensions == c.output.shape, "\(c)")
            var error = relativeError(output, c.output.values)
            let loss = try sum(output * c.cotangent.tensor())
            let found = try gradients(of: loss, for: names.compactMap { inputs[$0] })
            for (name, gradient) in zip(names, found) {
                let expected = c.gradients[name].flatMap { $0?.values }
                let zeros = [Double](repeating: 0, count: gradient.count)
                error = max(error, relativeError(gradient, expected ?? zeros))
            }
            #expect(error <= c.tolerance, "\(c): relative error \(error)")
            if error <= c.tolerance { agreed += 1 }
            if error > worst[c.tolerance]?.0 ?? -1 { worst[c.tolerance] = (error, "\(c)") }
        }
        print("reference: \(agreed) of \(cases.count) cases agree")
        for (tolerance, (error, name)) in worst { print("  tolerance \(tolerance): worst \(error), \(name)") }
        #expect(agreed == cases.count)
    }

    @Test func everyOptimizerTakesTheReferencePath() throws {
        let cases = try ReferenceFile.load().optimizers
        #expect(cases.count == 6)
        for c in cases {
            let parameter = Parameter(try c.start.tensor(), name: "p")
            let first = try Buffer.zeros(count: parameter.count)
            let second = try Buffer.zeros(count: parameter.count)
            var worst = 0.0
            for (index, expected) in c.path.enumerated() {
                let p = parameter.value
                let loss = try sum(square(p - c.target.tensor()) * c.weight.tensor())
                let gradient = try gradients(of: loss, for: [p])[0]
                try step(c, parameter, gradient, first, second, index + 1)
                worst = max(worst, relativeError(parameter.value, expected))
            }
            print("optimizer \(c): worst \(worst)")
            #expect(worst <= 1e-5, "\(c)")
        }
    }

    private func step(
        _ c: OptimizerCase, _ parameter: Parameter, _ gradient: Tensor, _ first: Buffer, _ second: Buffer,
        _ step: Int
    ) throws {
        let rate = c.number("lr")
        switch c.optimizer {
        case "SGD": try sgdUpdate(parameter, gradient: gradient, learningRate: rate)
        case "Momentum":
            try sgdUpdate(
                parameter, gradient: gradient, velocity: first, learningRate: rate,
                momentum: c.number("momentum"))
        case "RMSprop":
            try rmspropUpdate(
                parameter, gradient: gradient, meanSquare: first, learningRate: rate,
                alpha: c.number("alpha"), epsilon: c.number("eps"))
        case "Adagrad":
            try adagradUpdate(
                parameter, gradient: gradient, total: first, learningRate: rate, epsilon: c.number("eps"))
        default:
            let betas = c.settings["betas"]?.numbers.map { Float($0) } ?? []
            try adamUpdate(
                parameter, gradient: gradient, firstMoment: first, secondMoment: second, step: step,
                learningRate: rate, beta1: betas[0], beta2: betas[1], epsilon: c.number("eps"),
                weightDecay: c.settings["weight_decay"]?.number.map { Float($0) } ?? 0)
        }
    }
}
