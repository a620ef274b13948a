import Prelude
import Testing

@Suite struct NetworkObjectTests {
    private func output(_ script: String) throws -> String {
        let run = try run(script)
        #expect(run.error == "")
        return run.output
    }

    @Test("A network goes by the name of its variable in messages")
    func names() throws {
        let run = try run(
            """
            let critic = Sequential(Dense(2, 4), relu, Dense(4, 1)); let forger = Sequential(Dense(3, 2))
            let opt = Adam(critic)
            opt.step(gradients(of: mean(critic(forger(ones(2, 3)))), for: forger))
            """)
        #expect(run.error.contains("critic") && run.error.contains("forger"))
    }

    @Test("Activations stand in Sequential by name, with settings, or as any function")
    func activations() throws {
        #expect(
            try output(
                """
                let N = Sequential(Dense(2, 3), relu, leakyRelu(slope: 0.2), softmax(axis: 1), { x in x * 2 }, tanh)
                print(N, N(zeros(4, 2)).shape)
                """)
                == "Sequential(Dense(2, 3), relu, leakyRelu(slope: 0.2), softmax(axis: 1), { … }, tanh) [4, 3]\n"
        )
    }

    @Test("A part of a network shares its parameters and its mode, and learns by itself")
    func parts() throws {
        #expect(
            try output(
                """
                let C = Sequential(Dense(2, 8), relu, Dense(8, 4), relu, Dense(4, 1)); let x = ones(3, 2)
                let features = C[..<4]
                print(features, C[-1], C[2...])
                print(allClose(C[4...](features(x)), C(x)), C[0].parameterCount, C.layers[2].parameterCount)
                let before = copy(C)
                SGD(C[-1], lr: 1).step(gradients(of: mean(C(x)), for: C[-1]))
                print(same(features, before[0..<4]), same(C[4], before[4]))
                evaluating(C)
                print(features.isTraining, frozen(C)[0].isFrozen)
                """)
                    == """
                    Sequential(Dense(2, 8), relu, Dense(8, 4), relu) Dense(4, 1) Sequential(Dense(8, 4), relu, Dense(4, 1))
                    true 24 36
                    true false
                    false true

                    """)
    }

    @Test("A network takes its own name, not that of a part that was called before it")
    func partsKeepNames() throws {
        let run = try run(
            """
            let critic = Sequential(Dense(2, 4), relu, Dense(4, 1)); let body = critic[..<2]
            body(ones(1, 2)); critic(ones(1, 3))
            """)
        #expect(run.error.contains("in critic"))
    }

    @Test("A model's copy has layers of its own, which its function then uses")
    func modelCopies() throws {
        #expect(
            try output(
                """
                let a = Dense(2, 4); let b = Dense(4, 1)
                let M = Model([a, b]) { x in b(relu(a(x))) }
                let C = copy(M); let x = ones(3, 2)
                print(allClose(M(x), C(x)), same(M, C), M.parameterCount)
                SGD(C, lr: 1).step(gradients(of: mean(C(x)), for: C))
                print(allClose(M(x), C(x)), same(M, C))
                """) == "true true 17\nfalse false\n")
    }

    @Test("A model takes part in training, and its layers in the turn of its network")
    func modelsTrain() throws {
        #expect(
            try output(
                """
                let a = Dense(2, 8); let b = Dense(8, 1)
                let D = Model([a, b]) { x in b(tanh(a(x))) }; let G = Sequential(Dense(4, 2))
                let d0 = copy(D)
                print(train(GAN(G, D, noise: 4), on: ring(), steps: 5, batch: 8).count, differs(D, d0))
                """) == "5 true\n")
    }

    @Test("A frozen view follows its network and keeps the generator learning through it")
    func frozenViews() throws {
        #expect(
            try output(
                """
                let D = Sequential(Dense(2, 1)); let G = Sequential(Dense(3, 2)); let judge = frozen(D)
                let g = gradients(of: mean(judge(G(ones(4, 3)))), for: G)
                print(norm(g) > 0, allClose(judge(ones(1, 2)), D(ones(1, 2))))
                SGD(D, lr: 1).step(gradients(of: mean(D(ones(1, 2))), for: D))
                print(allClose(judge(ones(1, 2)), D(ones(1, 2))))
                """) == "true true\ntrue\n")
    }

    @Test("G.inputs says how much noise a generator takes")
    func inputs() throws {
        #expect(
            try output("let G = Sequential(Dense(4, 8), relu, Dense(8, 2))\nprint(G.inputs, G.outputs)")
                == "4 2\n")
    }

    @Test("Parameters are copies: what happens to the network later does not change them")
    func parametersAreCopies() throws {
        #expect(
            try output(
                """
                let G = Sequential(Dense(2, 2)); let before = G.parameters
                SGD(G, lr: 1).step(gradients(of: sum(G(ones(1, 2))), for: G))
                print(allClose(before[0], G.parameters[0]), before[0].isRecorded)
                """) == "false false\n")
    }

    @Test("The six steps of an iteration move the generator and not the discriminator")
    func sixSteps() throws {
        #expect(
            try output(
                """
                let G = Sequential(Dense(16, 32), relu, Dense(32, 2)); let D = Sequential(Dense(2, 32), relu, Dense(32, 1))
                let optG = Adam(G, lr: 0.01, beta1: 0.5); let g0 = copy(G); let d0 = copy(D)
                let z = noise(256, 16)
                let fake = G(z)
                let score = D(fake)
                let loss = mean(softplus(-score))
                let grads = gradients(of: loss, for: G)
                optG.step(grads)
                print(same(D, d0), same(G, g0), mean(softplus(-D(G(z)))) < loss)
                """) == "true false true\n")
    }
}
