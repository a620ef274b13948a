import Networks
import Script
import Tensors

extension Entry {
    static let layers: [Entry] = [
        Entry(
            "Dense", .layers, "A fully connected layer: x @ weight + bias.",
            .int("inputs", "features that go in"), .int("outputs", "features that come out"),
            .labeled(.flag("bias", "whether a bias is added", default: true)), .initializer,
            returns: .layer,
            text: "Takes [n, inputs], a row for each sample, and gives [n, outputs].",
            example: "let layer = Dense(2, 3)\nprint(layer(zeros(4, 2)).shape)", prints: "[4, 3]",
            raises: ["A batch whose last axis is not `inputs`."], seeAlso: ["Sequential", "Conv2D"]
        ) { call, inputs, outputs, bias, initializer in
            NetworkObject(
                try Dense(inputs, outputs, bias: bias, initializer: initializer, random: call.random))
        },
        Entry(
            "Conv2D", .layers, "A convolution over images.",
            .int("inputs", "channels that go in"), .int("outputs", "channels that come out"),
            .int("size", "the window's side"), .labeled(.int("stride", "the window's step", default: 1)),
            .labeled(.int("padding", "the border of zeros", default: 0)),
            .labeled(.flag("bias", "whether a bias is added", default: true)), .initializer,
            returns: .layer,
            text: "Takes [n, inputs, h, w] and gives [n, outputs, h', w'] with "
                + "h' = (h + 2·padding − size) / stride + 1, rounded down.",
            example: "let layer = Conv2D(1, 16, size: 4, stride: 2, padding: 1)\n"
                + "print(layer(zeros(8, 1, 28, 28)).shape)",
            prints: "[8, 16, 14, 14]",
            raises: ["Images with another number of channels, or smaller than the window."],
            seeAlso: ["ConvTranspose2D", "conv2d", "MaxPool2D"]
        ) { call, inputs, outputs, size, stride, padding, bias, initializer in
            NetworkObject(
                try Convolution2D(
                    .plain, inputs, outputs, size: size, stride: stride, padding: padding, bias: bias,
                    initializer: initializer, random: call.random))
        },
        Entry(
            "ConvTranspose2D", .layers, "A transposed convolution, which enlarges images.",
            .int("inputs", "channels that go in"), .int("outputs", "channels that come out"),
            .int("size", "the window's side"), .labeled(.int("stride", "how much it enlarges", default: 1)),
            .labeled(.int("padding", "the border that is cut off", default: 0)),
            .labeled(.flag("bias", "whether a bias is added", default: true)), .initializer,
            returns: .layer,
            text:
                "Takes [n, inputs, h, w] and gives [n, outputs, h', w'] with h' = (h − 1)·stride − 2·padding + size.",
            example: "let layer = ConvTranspose2D(64, 1, size: 4, stride: 2, padding: 1)\n"
                + "print(layer(zeros(8, 64, 14, 14)).shape)",
            prints: "[8, 1, 28, 28]", raises: ["Images with another number of channels."],
            seeAlso: ["Conv2D", "convTranspose2d", "UpSample2D"]
        ) { call, inputs, outputs, size, stride, padding, bias, initializer in
            NetworkObject(
                try Convolution2D(
                    .transposed, inputs, outputs, size: size, stride: stride, padding: padding, bias: bias,
                    initializer: initializer, random: call.random))
        },
        Entry(
            "BatchNorm", .layers,
            "Brings each feature or channel to mean 0 and variance 1, then scales and shifts it.",
            .int("channels", "features of [n, channels], or channels of images"),
            .labeled(.float("momentum", "how fast the running statistics follow", default: 0.1)),
            .labeled(.float("epsilon", "added to the variance", default: 1e-5)),
            returns: .layer,
            text:
                "In training it uses the batch's own mean and variance and keeps running ones; in evaluation it "
                + "uses the running ones (Ioffe and Szegedy, 2015).",
            example: "let layer = BatchNorm(2)\nprint(layer(tensor([[1, 10], [3, 30]])))",
            prints: "[[-1, -1],\n [ 1,  1]]",
            raises: ["A batch of one sample in training mode: `evaluating(G)` switches."],
            seeAlso: ["evaluating", "LayerNorm", "InstanceNorm", "batchNorm"]
        ) { _, channels, momentum, epsilon in
            NetworkObject(try BatchNorm(channels, momentum: momentum, epsilon: epsilon))
        },
        Entry(
            "LayerNorm", .layers,
            "Brings each sample's features to mean 0 and variance 1, then scales and shifts them.",
            .int("features", "how many features a sample has"),
            .labeled(.float("epsilon", "added to the variance", default: 1e-5)),
            returns: .layer,
            text: "It treats every sample alike in training and evaluation (Ba et al., 2016).",
            example: "let layer = LayerNorm(2)\nprint(layer(tensor([[1, 3], [10, 30]])))",
            prints: "[[-1,  1],\n [-1,  1]]", seeAlso: ["BatchNorm", "InstanceNorm", "layerNorm"]
        ) { _, features, epsilon in NetworkObject(try LayerNorm(features, epsilon: epsilon)) },
        Entry(
            "InstanceNorm", .layers, "Brings each channel of each image to mean 0 and variance 1.",
            .labeled(.float("epsilon", "added to the variance", default: 1e-5)),
            returns: .layer, example: "print(InstanceNorm()(ones(1, 3, 4, 4)).shape)",
            prints: "[1, 3, 4, 4]",
            seeAlso: ["BatchNorm", "instanceNorm2d"]
        ) { _, epsilon in NetworkObject(InstanceNorm(epsilon: epsilon)) },
        Entry(
            "SpectralNorm", .layers, "Divides a layer's weight by its largest singular value.",
            .layer("layer", "a Dense or Conv2D layer"),
            returns: .layer,
            text:
                "The layer then stretches nothing by more than 1, which bounds a critic's slope (Miyato et al., 2018).",
            example: "let layer = SpectralNorm(Dense(2, 2))\nprint(layer)",
            prints: "SpectralNorm(Dense(2, 2))",
            seeAlso: ["hinge", "wasserstein"]
        ) { call, layer in NetworkObject(try SpectralNorm(layer, random: call.random)) },
        Entry(
            "Dropout", .layers, "Sets a share of the numbers to 0 in training and scales up the rest.",
            .float("rate", "the share that is dropped", default: 0.5),
            returns: .layer, text: "In evaluation it does nothing.",
            example: "let layer = evaluating(Dropout(0.5))\nprint(layer(tensor([[1, 2]])))",
            prints: "[[1, 2]]",
            seeAlso: ["training", "evaluating"]
        ) { _, rate in NetworkObject(try Dropout(rate)) },
        Entry(
            "GaussianNoise", .layers, "Adds normal random numbers in training.",
            .float("sigma", "their standard deviation", default: 0.1),
            returns: .layer,
            text: "In evaluation it does nothing. First in a discriminator it is instance noise: it blurs "
                + "real and generated samples alike, so that D cannot tell them apart too early and G keeps a "
                + "gradient (Arjovsky and Bottou, 2017; Sønderby et al., 2017).",
            example: "let D = Sequential(GaussianNoise(0.2), Dense(2, 16), relu, Dense(16, 1))\n"
                + "print(evaluating(GaussianNoise(0.2))(tensor([[1, 2]])))",
            prints: "[[1, 2]]", raises: ["A negative sigma."], seeAlso: ["Dropout", "training", "evaluating"]
        ) { _, sigma in NetworkObject(try GaussianNoise(sigma)) },
        Entry(
            "Embedding", .layers, "A learned row for each of a number of classes.",
            .int("count", "how many classes there are"), .int("size", "how long a row is"),
            returns: .layer, text: "Takes class numbers of shape [n] and gives [n, size].",
            example: "let layer = Embedding(10, 4)\nprint(layer(tensor([3, 1, 4])).shape)", prints: "[3, 4]",
            raises: ["A number that is no class."], seeAlso: ["oneHot", "Model"]
        ) { call, count, size in NetworkObject(try Embedding(count, size, random: call.random)) },
        Entry(
            "Flatten", .layers, "Makes one row of each sample.", returns: .layer,
            example: "print(Flatten()(zeros(8, 1, 28, 28)).shape)", prints: "[8, 784]", seeAlso: ["Reshape"]
        ) { _ in NetworkObject(Flatten()) },
        Entry(
            "Reshape", .layers, "Gives each sample another shape with as many numbers.",
            .shape("shape", "the size of each axis of a sample"), returns: .layer,
            example: "print(Reshape(1, 28, 28)(zeros(8, 784)).shape)", prints: "[8, 1, 28, 28]",
            seeAlso: ["Flatten", "reshape"]
        ) { _, shape in NetworkObject(try Reshape(shape)) },
        Entry(
            "MaxPool2D", .layers, "The largest number of each window of an image.",
            .int("size", "the window's side", default: 2),
            .labeled(.optional(.int("stride", "the window's step"), meaning: "size")), returns: .layer,
            example: "print(MaxPool2D(2)(zeros(8, 3, 28, 28)).shape)", prints: "[8, 3, 14, 14]",
            seeAlso: ["AveragePool2D", "maxPool2d"]
        ) { _, size, stride in NetworkObject(try MaxPool2D(size, stride: stride)) },
        Entry(
            "AveragePool2D", .layers, "The average of each window of an image.",
            .int("size", "the window's side", default: 2),
            .labeled(.optional(.int("stride", "the window's step"), meaning: "size")), returns: .layer,
            example: "print(AveragePool2D(2)(zeros(8, 3, 28, 28)).shape)", prints: "[8, 3, 14, 14]",
            seeAlso: ["MaxPool2D", "averagePool2d"]
        ) { _, size, stride in NetworkObject(try AveragePool2D(size, stride: stride)) },
        Entry(
            "UpSample2D", .layers, "Enlarges an image by repeating each pixel.",
            .int("factor", "how many times", default: 2), returns: .layer,
            example: "print(UpSample2D(2)(zeros(8, 3, 14, 14)).shape)", prints: "[8, 3, 28, 28]",
            seeAlso: ["ConvTranspose2D", "upsampleNearest2d"]
        ) { _, factor in NetworkObject(try UpSample2D(factor)) },
        Entry(
            "Skip", .layers, "A connection past a layer: x + body(x), or both side by side.",
            .layer("body", "what is gone past"),
            .flag("concatenate", "put both side by side along axis 1 instead of adding, as a U-Net does"),
            returns: .layer, example: "print(Skip(Dense(4, 4))(zeros(2, 4)).shape)", prints: "[2, 4]",
            raises: ["Different shapes before and after, when they are added."],
            seeAlso: ["Model", "Sequential"]
        ) { _, body, concatenates in NetworkObject(Skip(body, concatenates: concatenates)) },
    ]
}

extension NetworkObject: ScriptConvertible {
    static var resultKind: ResultKind { .network }
    func scriptValue(_ interpreter: Interpreter) throws -> Value { .object(self) }
}
