import Networks
import Tensors
import Testing

@Suite("GAN losses")
struct LossTests {
    private static let faces: [String: @Sendable (Tensor?, Tensor) throws -> Tensor] = [
        "minimaxDiscriminatorLoss": { try GANLoss.minimax().discriminator($0!, $1) },
        "minimaxGeneratorLoss": { try GANLoss.minimax().generator($1) },
        "nonSaturatingGeneratorLoss": { try GANLoss.nonSaturating().generator($1) },
        "wassersteinCriticLoss": { try GANLoss.wasserstein(clip: 0.01).discriminator($0!, $1) },
        "wassersteinGeneratorLoss": { try GANLoss.wasserstein(penalty: 10).generator($1) },
        "leastSquaresDiscriminatorLoss": { try GANLoss.leastSquares().discriminator($0!, $1) },
        "leastSquaresGeneratorLoss": { try GANLoss.leastSquares().generator($1) },
        "hingeDiscriminatorLoss": { try GANLoss.hinge().discriminator($0!, $1) },
    ]

    @Test("each face has PyTorch's value and gradients", arguments: faces.keys.sorted())
    func agreesWithReference(name: String) throws {
        let cases = try Reference.load().cases.filter { $0.op == name }
        #expect(!cases.isEmpty)
        let face = try #require(Self.faces[name])
        for reference in cases {
            let real = try reference.inputs["real"].map { variable(try $0.tensor()) }
            let fake = variable(try #require(reference.inputs["fake"]).tensor())
            let loss = try face(real, fake)
            #expect(isNear(loss.item, reference.output.values[0]))
            let cotangent = reference.cotangent.values[0]
            for (input, tensor) in [("real", real), ("fake", fake)] {
                guard let tensor, case .some(.some(let expected)) = reference.gradients[input] else {
                    continue
                }
                let gradient = try gradients(of: loss * cotangent, for: [tensor])[0]
                for (got, want) in zip(gradient.floats, expected.values) { #expect(isNear(got, want)) }
            }
        }
    }

    @Test("the gradient penalty has PyTorch's value and second derivatives")
    func gradientPenaltyAgreesWithReference() throws {
        let reference = try #require(try Reference.load().cases.first { $0.op == "gradientPenalty" })
        let names = ["w1", "b1", "w2", "b2"]
        let weights = try names.map { variable(try #require(reference.inputs[$0]).tensor()) }
        let points = try #require(reference.attributes.points).tensor()
        let penalty = try gradientPenalty(at: points) { x in
            try matmul(tanh(matmul(x, weights[0]) + weights[1]), weights[2]) + weights[3]
        }
        #expect(isNear(penalty.item, reference.output.values[0], 1e-4))
        let found = try gradients(of: penalty * reference.cotangent.values[0], for: weights)
        for (name, gradient) in zip(names, found) {
            // The last bias moves no slope, so PyTorch has no gradient for it.
            let expected = (reference.gradients[name] ?? nil)?.values ?? [0]
            for (got, want) in zip(gradient.floats, expected) { #expect(isNear(got, want, 1e-4)) }
        }
    }

    @Test("a penalty at no points says so")
    func noPoints() throws {
        let found = mistake { _ = try gradientPenalty(at: zeros([0, 1])) { $0 } }
        #expect(found?.problem == "there are no points to take the slope at")
    }

    @Test("smoothed targets cost what the formula says, at infinite logits too")
    func smoothingAtInfiniteLogits() throws {
        let loss = try GANLoss.minimax(smoothing: 0.1)
        let fake = try full([2, 1], -.infinity)
        // -0.9 log σ(2) - 0.1 log(1 - σ(2)), numpy in float64.
        #expect(isNear(try loss.discriminator(full([2, 1], 2), fake).item, 0.326_928))
        for logit in [Float.infinity, -.infinity] {
            #expect(try loss.discriminator(full([2, 1], logit), fake).item == .infinity)
        }
        #expect(try GANLoss.minimax().discriminator(full([2, 1], .infinity), fake).item == 0)
    }

    @Test("a one-sided penalty forgives slopes below 1, a two-sided one does not")
    func oneSidedPenalty() throws {
        let points = try Tensor([0, 1, 2, 3], [4, 1])
        func penalty(slope: Float, oneSided: Bool) throws -> Float {
            try gradientPenalty(at: points, oneSided: oneSided) { x in try x * slope }.item
        }
        #expect(try isNear(penalty(slope: 3, oneSided: true), 4))
        #expect(try penalty(slope: 0.5, oneSided: true) == 0)
        #expect(try isNear(penalty(slope: 0.5, oneSided: false), 0.25))
    }

    @Test("R1 is half its weight times the squared slope at real points")
    func r1Penalty() throws {
        let penalty = SlopePenalty.r1(weight: 0.5)
        let real = try Tensor([1, 2, 3, 4], [2, 2])
        let value = try penalty.value(real: real, fake: real, random: RandomStream(seed: 1)) { x in
            try sum(x * 3, axis: 1)
        }
        #expect(isNear(value.item, 0.5 / 2 * 18))
    }

    @Test("logits of a thousand keep the losses finite and the non-saturating gradient alive")
    func extremeLogits() throws {
        let sure = try Tensor([-1000, 1000], [2, 1])
        for loss in [try GANLoss.minimax(), try .nonSaturating(), .relativistic()] {
            #expect(try loss.discriminator(sure, sure).item.isFinite)
            #expect(try loss.generator(sure, real: sure).item.isFinite)
        }
        let losing = variable(try Tensor([-20], [1, 1]))
        let alive = try gradients(of: GANLoss.nonSaturating().generator(losing), for: [losing])[0].item
        let faded = try gradients(of: GANLoss.minimax().generator(losing), for: [losing])[0].item
        #expect(isNear(alive, -1))
        #expect(abs(faded) < 1e-8)
    }

    @Test("the Kullback-Leibler loss has PyTorch's values and gradients, and a target of 0 adds nothing")
    func klDivergenceAgreesWithPyTorch() throws {
        let logits = variable(try Tensor([0.5, -1, 2, 0, 0.3, -0.2], [2, 3]))
        let targets = try Tensor([0.2, 0.3, 0.5, 1, 0, 0], [2, 3])
        let rows = try klDivergences(logSoftmax(logits), targets: targets)
        #expect(isNear(rows.floats[0], 0.4117, 1e-4) && isNear(rows.floats[1], 1.1533, 1e-4))
        let loss = try mean(rows)
        #expect(isNear(loss.item, 0.78247249))
        let slope = try gradients(of: loss, for: [logits])[0].floats
        for (got, want) in zip(slope, [-0.0124, -0.1304, 0.1428, -0.3422, 0.2130, 0.1292] as [Float]) {
            #expect(isNear(got, want, 1e-4))
        }
        #expect(
            mistake { _ = try klDivergences(logits, targets: zeros([2, 2])) }?.note
                == "{0} is [2, 3] and {1} is [2, 2]; both must be [n, classes]")
    }

    @Test("label smoothing is the cross entropy with that target")
    func smoothing() throws {
        let (real, fake) = (try Tensor([0.5, -1], [2, 1]), try Tensor([-0.3, 0.8], [2, 1]))
        let smoothed = try GANLoss.nonSaturating(smoothing: 0.1).discriminator(real, fake).item
        let target = try Tensor([0.9, 0.9], [2, 1])
        let onReal = try binaryCrossEntropyWithLogits(real, targets: target).item
        let onFake = try mean(softplus(fake)).item
        #expect(isNear(smoothed, onReal + onFake))
    }

    @Test("the relativistic generator says that it needs real outputs")
    func relativisticNeedsReal() throws {
        let fake = try Tensor([1], [1, 1])
        #expect(
            mistake { _ = try GANLoss.relativistic().generator(fake) }?.problem
                == "this loss compares fake with real")
    }

    @Test("losses show the call that makes them")
    func signatures() throws {
        #expect(try GANLoss.nonSaturating().adding(.r1(weight: 0.02)).signature == "nonSaturating(r1: 0.02)")
        #expect(
            try GANLoss.wasserstein(penalty: 10, oneSided: true).adding(.r1(weight: 1)).signature
                == "wasserstein(penalty: 10.0, oneSided: true, r1: 1.0)")
    }
}
