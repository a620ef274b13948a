import Networks
import Tensors
import Testing
import Text

@Suite("Layers")
struct LayerTests {
    private let random = RandomStream(seed: 7)

    @Test("Sequential fuses an activation into Dense without changing a value")
    func fusion() throws {
        for function in [Activation.relu, .leakyRelu(slope: 0.2), .tanh, .sigmoid, .softplus, .silu] {
            let dense = try Dense(3, 4, random: random)
            let fused = try Network(dense, ActivationLayer(function))
            let apart = try Network(dense, Flatten(), ActivationLayer(function))
            let x = try random.normal([5, 3])
            let (a, b) = (try fused(x, random: random).floats, try apart(x, random: random).floats)
            for (a, b) in zip(a, b) { #expect(isNear(a, b, 1e-6)) }
        }
    }

    @Test("a wrong input names the layer, both shapes and the axis")
    func wrongInput() throws {
        let network = try Network(
            Dense(16, 8, random: random), ActivationLayer(.relu), Dense(9, 2, random: random), name: "G")
        #expect(
            mistake { _ = try network(random.normal([4, 15]), random: random) }
                == Mistake(
                    construct: "Dense(16, 8)", problem: "the input has the wrong number of features",
                    note:
                        "in G, layer 0: {0} is [4, 15] and Dense(16, 8) takes [n, 16]: axis 1 (15) must be 16",
                    argument: 0))
        #expect(
            mistake { _ = try network(random.normal([4, 16]), random: random) }
                == Mistake(
                    construct: "Dense(9, 2)", problem: "the input has the wrong number of features",
                    note:
                        "in G, layer 2: its input is [4, 8] and Dense(9, 2) takes [n, 9]: axis 1 (8) must be 9"
                ))
    }

    @Test("BatchNorm normalizes the batch, and its running statistics follow as in PyTorch")
    func batchNormTrains() throws {
        let layer = try BatchNorm(1)
        let network = Network(layer, name: "G")
        let y = try network(Tensor([1, 2, 3, 4], [4, 1]), random: random)
        #expect(abs(y.floats.reduce(0, +)) < 1e-5)
        // The running mean moves a tenth of the way to 2.5, the variance to the unbiased 5/3.
        #expect(isNear(layer.runningMean.value.item, 0.25))
        #expect(isNear(layer.runningVariance.value.item, 0.9 + 0.1 * 5 / 3))
        network.mode = .evaluating
        let evaluated = try network(Tensor([0.25], [1, 1]), random: random)
        #expect(abs(evaluated.item) < 1e-6)
    }

    @Test("BatchNorm on images takes each channel over batch and pixels")
    func batchNormOnImages() throws {
        let layer = try BatchNorm(2)
        let network = Network(layer)
        let x = try random.normal([3, 2, 4, 4], mean: 5, deviation: 2)
        let y = try network(x, random: random).floats
        for channel in 0..<2 {
            let values = (0..<3).flatMap { n in (0..<16).map { y[(n * 2 + channel) * 16 + $0] } }
            #expect(abs(values.reduce(0, +) / 48) < 1e-4)
            #expect(abs(values.reduce(0) { $0 + $1 * $1 } / 48 - 1) < 1e-3)
        }
        let mean = layer.runningMean.value.floats
        network.mode = .evaluating
        _ = try network(x, random: random)
        #expect(layer.runningMean.value.floats == mean)
    }

    @Test("one sample in training mode is an error that names evaluating")
    func batchNormOfOneSample() throws {
        let network = Network(try BatchNorm(3), name: "G")
        let error = try #require(mistake { _ = try network(random.normal([1, 3]), random: random) })
        #expect(error.problem == "one sample has no variance to normalize by")
        #expect(error.note.contains("evaluating(…)"))
        network.mode = .evaluating
        #expect(throws: Never.self) { try network(random.normal([1, 3]), random: random) }
    }

    @Test("a frozen view is live, keeps its statistics and has constants")
    func frozenView() throws {
        let network = try Network(Dense(2, 3, random: random), BatchNorm(3), name: "G")
        let view = network.frozen()
        let before = network.snapshot()
        let x = try random.normal([8, 2])
        #expect(try !view(x, random: random).isRecorded)
        #expect(network.snapshot() == before)
        try network.parameters[0].assign(random.normal([2, 3]))
        #expect(view.isSame(as: network))
        network.mode = .evaluating
        #expect(view.mode == .evaluating)
    }

    @Test("a copy is independent, bit for bit the same at first")
    func copies() throws {
        let network = try Network(
            Dense(2, 3, random: random), BatchNorm(3), ActivationLayer(.relu),
            Skip(Dense(3, 3, random: random)), name: "G")
        let copy = try network.copy()
        #expect(copy.isSame(as: network))
        try copy.parameters[0].update { $0[0] += 1 }
        #expect(!copy.isSame(as: network))
        try network.assign(from: copy)
        #expect(copy.isSame(as: network))
        try network.parameters[0].update { $0[0] += 1 }
        #expect(!copy.isSame(as: network))
    }

    @Test("GaussianNoise adds noise of its width from the pass's stream, and nothing while evaluating")
    func gaussianNoise() throws {
        let network = Network(try GaussianNoise(0.5))
        let x = try random.uniform([4, 1000], low: -3, high: 3)
        let y = try network(x, random: RandomStream(seed: 11))
        let added = zip(y.floats, x.floats).map { Double($0 - $1) }
        let mean = added.reduce(0, +) / 4000
        let square = added.reduce(0) { $0 + $1 * $1 } / 4000
        #expect(abs(mean) < 0.03 && abs(square.squareRoot() - 0.5) < 0.03)
        #expect(try network(x, random: RandomStream(seed: 11)).floats == y.floats)
        #expect(try network(x, random: RandomStream(seed: 12)).floats != y.floats)
        network.mode = .evaluating
        #expect(try network(x, random: RandomStream(seed: 11)).floats == x.floats)
        #expect(try Network(GaussianNoise(), Dense(3, 1, random: random)).root.inputShape == [3])
        #expect(mistake { _ = try GaussianNoise(-1) }?.problem == "sigma must be a number of at least 0")
    }

    @Test("Dropout drops a share, keeps the mean, and does nothing while evaluating")
    func dropout() throws {
        let network = Network(try Dropout(0.25))
        let ones = try Tensor.building([100, 100]) { $0.update(repeating: 1) }
        let y = try network(ones, random: random).floats
        let dropped = Double(y.count { $0 == 0 }) / 10000
        #expect(abs(dropped - 0.25) < 0.02)
        #expect(Set(y) == [0, 1 / 0.75])
        network.mode = .evaluating
        #expect(try network(ones, random: random).floats == ones.floats)
    }

    @Test("convolutions halve and double images, and the summary knows it")
    func convolutions() throws {
        let network = try Network(
            Convolution2D(.plain, 1, 4, size: 4, stride: 2, padding: 1, random: random),
            ActivationLayer(.relu),
            Convolution2D(.transposed, 4, 2, size: 4, stride: 2, padding: 1, random: random), MaxPool2D(2),
            UpSample2D(2),
            AveragePool2D(2), name: "C")
        let y = try network(random.normal([3, 1, 8, 8]), random: random)
        #expect(y.shape == [3, 2, 4, 4])
        #expect(network.root.outputShape([1, 8, 8]) == [2, 4, 4])
        #expect(
            mistake { _ = try network(random.normal([3, 8, 8]), random: random) }?.problem
                == "the input is no batch of images")
    }

    @Test("SpectralNorm leaves a weight of zeros as it is, and follows it when it is one no more")
    func spectralNormOfZeros() throws {
        let dense = try Dense(2, 1, bias: false, initializer: .zeros, random: random)
        let network = Network(try SpectralNorm(dense, random: random), name: "D")
        let x = try ones([1, 2])
        let output = try network(x, random: random)
        #expect(output.floats == [0])
        #expect(try Gradients(of: sum(output), for: network).tensors[0].floats.allSatisfy(\.isFinite))
        try dense.weight.assign(full(dense.weight.shape, 3))
        for _ in 0..<3 { _ = try network(x, random: random) }
        // W / σ is [1, 1] / √2.
        #expect(isNear(try network(x, random: random).floats[0], Float(2).squareRoot()))
    }

    @Test("SpectralNorm stretches nothing by more than 1")
    func spectralNorm() throws {
        let dense = try Dense(6, 4, bias: false, initializer: .normal(3), random: random)
        let network = Network(try SpectralNorm(dense, random: random), name: "D")
        for _ in 0..<30 { _ = try network(random.normal([2, 6]), random: random) }
        let x = try random.normal([200, 6])
        let y = try network.frozen()(x, random: random)
        var largest: Float = 0
        for row in 0..<200 {
            let (a, b) = (x.floats[(row * 6)..<(row * 6 + 6)], y.floats[(row * 4)..<(row * 4 + 4)])
            largest = max(largest, (b.reduce(0) { $0 + $1 * $1 } / a.reduce(0) { $0 + $1 * $1 }).squareRoot())
        }
        #expect(largest <= 1.001)
        #expect(largest > 0.5)
        let loss = try mean(network(x, random: random))
        #expect(try Gradients(of: loss, for: network).norm > 0)
    }

    @Test("Embedding looks rows up and learns them; a number without a row is an error")
    func embedding() throws {
        let network = Network(try Embedding(5, 3, random: random), name: "E")
        let rows = try network(Tensor([4, 0, 4], [3]), random: random)
        #expect(rows.shape == [3, 3])
        #expect(Array(rows.floats[0..<3]) == Array(rows.floats[6..<9]))
        let gradient = try Gradients(of: sum(rows), for: network).tensors[0].floats
        #expect(gradient == [1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 2])
        #expect(
            mistake { _ = try network(Tensor([5], [1]), random: random) }?.problem == "there is no row 5.0")
    }

    @Test("a model of any function has the parameters of the layers it names")
    func model() throws {
        let (a, b) = (try Dense(2, 3, random: random), try Dense(4, 3, random: random))
        let model = Network(
            FunctionLayer([a, b], inputCount: 2) { inputs, layers, pass in
                try add(layers[0](inputs[0], pass), layers[1](inputs[1], pass))
            }, name: "M")
        let (x, y) = (try random.normal([5, 2]), try random.normal([5, 4]))
        let output = try model(x, y, random: random)
        #expect(output.shape == [5, 3])
        #expect(model.parameterCount == 9 + 15)
        #expect(try Gradients(of: sum(output), for: model).tensors.count == 4)
        let copy = try model.copy()
        try copy.parameters[0].update { $0[0] += 1 }
        #expect(try model(x, y, random: random).floats == output.floats)
    }

    @Test("initializers have the spread they promise")
    func initializers() throws {
        func deviation(_ initializer: Initializer) throws -> Float {
            let weights = try Dense(400, 200, initializer: initializer, random: random).weight.value.floats
            return (weights.reduce(0) { $0 + $1 * $1 } / Float(weights.count)).squareRoot()
        }
        #expect(try isNear(deviation(.standard), 1 / (3 * 400 as Float).squareRoot(), 2e-3))
        #expect(try isNear(deviation(.heNormal), (2 / 400 as Float).squareRoot(), 2e-3))
        #expect(try isNear(deviation(.glorotUniform), (2 / 600 as Float).squareRoot(), 2e-3))
        #expect(try deviation(.zeros) == 0)
        let square = try Dense(8, 8, initializer: .orthogonal, random: random).weight.value
        let product = try matmul(square, transpose(square)).floats
        for row in 0..<8 {
            for column in 0..<8 { #expect(isNear(product[row * 8 + column], row == column ? 1 : 0, 1e-5)) }
        }
    }

    @Test("the summary names layers, shapes and counts")
    func summary() throws {
        let network = try Network(
            Dense(16, 128, random: random), ActivationLayer(.relu), Dense(128, 2, random: random), name: "G")
        #expect(
            network.summaryText() == """
                G for an input of [n, 16]
                   layer           output    parameters
                0  Dense(16, 128)  [n, 128]       2,176
                1  relu            [n, 128]           0
                2  Dense(128, 2)   [n, 2]           258
                2,434 parameters
                """)
    }

    @Test("parameters have the names that messages use")
    func names() throws {
        let network = try Network(Dense(2, 2, random: random), BatchNorm(2), name: "G")
        #expect(
            network.parameters.map(\.name) == [
                "layer 0 Dense weight", "layer 0 Dense bias", "layer 1 BatchNorm scale",
                "layer 1 BatchNorm shift",
            ])
        #expect(network.parameters.allSatisfy { $0.owner == "G" })
        network.name = "forger"
        #expect(network.parameters.allSatisfy { $0.owner == "forger" })
    }
}
