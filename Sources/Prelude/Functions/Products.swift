import Script
import Tensors
import Text

extension Entry {
    static let products: [Entry] = [
        Entry(
            "matmul", .products, catalog("matmul"), .tensor("a"), .tensor("b"),
            text: "The same as `a @ b`.", example: "print(matmul(tensor([[1, 2]]), tensor([[3], [4]])))",
            prints: "[[11]]",
            raises: ["Inner sizes that differ."], seeAlso: ["einsum", "outer"]
        ) { _, a, b in try matmul(a, b) },
        Entry(
            "outer", .products, "Every element of one vector times every element of another.", .tensor("a"),
            .tensor("b"), example: "print(outer(tensor([1, 2]), tensor([3, 4])))",
            prints: "[[3, 4],\n [6, 8]]",
            seeAlso: ["matmul"]
        ) { _, a, b in try outer(a, b) },
        Entry(
            "einsum", .products, "A product of two tensors in Einstein's notation.",
            .string("equation", "letters for the axes: \"ij,jk->ik\""), .tensor("a"), .tensor("b"),
            text: "Axes whose letter is missing on the right are summed over.",
            example: "print(einsum(\"ij,ij->i\", ones(2, 3), ones(2, 3)))", prints: "[3, 3]",
            raises: ["Letters that do not fit the axes."], seeAlso: ["matmul"]
        ) { _, equation, a, b in try einsum(equation, a, b) },
    ]

    static let images: [Entry] = [
        Entry(
            "conv2d", .images, catalog("conv2d"), .tensor("x", "images [n, in, h, w]"),
            .tensor("weight", "kernels [out, in, h, w]"),
            .optional(.tensor("bias", "one for each channel that comes out")),
            .int("stride", "the window's step", default: 1),
            .int("padding", "the border of zeros", default: 0),
            text: "Gives [n, out, h', w'] with h' = (h + 2·padding − size) / stride + 1, rounded down.",
            example: "print(conv2d(ones(1, 1, 3, 3), weight: ones(1, 1, 2, 2)))",
            prints: "[[[[4, 4],\n   [4, 4]]]]",
            raises: ["Channels that differ, a window larger than the image."],
            seeAlso: ["Conv2D", "convTranspose2d"]
        ) { _, x, weight, bias, stride, padding in
            try conv2d(x, weight: weight, bias: bias, stride: stride, padding: padding)
        },
        Entry(
            "convTranspose2d", .images, catalog("convTranspose2d"), .tensor("x", "images [n, in, h, w]"),
            .tensor("weight", "kernels [in, out, h, w]"),
            .optional(.tensor("bias", "one for each channel that comes out")),
            .int("stride", "how much it enlarges", default: 1),
            .int("padding", "the border that is cut off", default: 0),
            text: "Gives [n, out, h', w'] with h' = (h − 1)·stride − 2·padding + size.",
            example: "print(convTranspose2d(ones(1, 1, 1, 1), weight: ones(1, 1, 2, 2)))",
            prints: "[[[[1, 1],\n   [1, 1]]]]", raises: ["Channels that differ."],
            seeAlso: ["ConvTranspose2D", "conv2d"]
        ) { _, x, weight, bias, stride, padding in
            try convTranspose2d(x, weight: weight, bias: bias, stride: stride, padding: padding)
        },
        Entry(
            "averagePool2d", .images, catalog("averagePool2d"), .tensor("x", "images [n, c, h, w]"),
            .int("size", "the window's side"), .optional(.int("stride", "its step"), meaning: "size"),
            example: "print(averagePool2d(reshape(arange(4), [1, 1, 2, 2]), size: 2))", prints: "[[[[1.5]]]]",
            seeAlso: ["AveragePool2D", "maxPool2d"]
        ) { _, x, size, stride in try averagePool2d(x, size: size, stride: stride) },
        Entry(
            "maxPool2d", .images, "The largest number of each window of an image.",
            .tensor("x", "images [n, c, h, w]"),
            .int("size", "the window's side"), .optional(.int("stride", "its step"), meaning: "size"),
            example: "print(maxPool2d(reshape(arange(4), [1, 1, 2, 2]), size: 2))", prints: "[[[[3]]]]",
            seeAlso: ["MaxPool2D", "averagePool2d"]
        ) { _, x, size, stride in try maxPool2d(x, size: size, stride: stride) },
        Entry(
            "upsampleNearest2d", .images, catalog("upsampleNearest2d"), .tensor("x", "images [n, c, h, w]"),
            .int("factor", "how many times"),
            example: "print(upsampleNearest2d(ones(1, 1, 1, 1), factor: 2))",
            prints: "[[[[1, 1],\n   [1, 1]]]]",
            seeAlso: ["UpSample2D"]
        ) { _, x, factor in try upsampleNearest2d(x, factor: factor) },
    ]

    static let normalization: [Entry] = [
        batchNormalization(
            "batchNorm", "print(batchNorm(tensor([[1, 10], [3, 30]]), scale: ones(2), shift: zeros(2)))",
            "[[-1, -1],\n [ 1,  1]]"),
        batchNormalization(
            "batchNorm2d", "print(batchNorm2d(zeros(2, 3, 4, 4), scale: ones(3), shift: zeros(3)).shape)",
            "[2, 3, 4, 4]"),
        Entry(
            "layerNorm", .normalization,
            "Each sample's features brought to mean 0 and variance 1, then scaled and shifted.",
            .tensor("x"), .optional(.tensor("scale")), .optional(.tensor("shift")),
            .float("epsilon", default: 1e-5), example: "print(layerNorm(tensor([[1, 3]])))",
            prints: "[[-1,  1]]",
            seeAlso: ["LayerNorm"]
        ) { _, x, scale, shift, epsilon in try layerNorm(x, scale: scale, shift: shift, epsilon: epsilon) },
        Entry(
            "instanceNorm2d", .normalization, "Each channel of each image brought to mean 0 and variance 1.",
            .tensor("x", "images [n, c, h, w]"), .float("epsilon", default: 1e-5),
            example: "print(instanceNorm2d(reshape(tensor([1, 3]), [1, 1, 1, 2])))", prints: "[[[[-1,  1]]]]",
            seeAlso: ["InstanceNorm"]
        ) { _, x, epsilon in try instanceNorm2d(x, epsilon: epsilon) },
    ]

    private static func batchNormalization(_ name: String, _ example: String, _ prints: String) -> Entry {
        Entry(
            name, .normalization, catalog("batchNorm"),
            .tensor("x", "[n, features], or images [n, c, h, w]"),
            .tensor("scale", "one for each channel"), .tensor("shift", "one for each channel"),
            .float("epsilon", "added to the variance", default: 1e-5),
            .flag("training", "use the batch's own mean and variance", default: true),
            .optional(.tensor("mean", "what to use otherwise")),
            .optional(.tensor("variance", "what to use otherwise")), example: example, prints: .text(prints),
            seeAlso: ["BatchNorm", "layerNorm"]
        ) { _, x, scale, shift, epsilon, training, mean, variance in
            if training { return try batchNorm(x, scale: scale, shift: shift, epsilon: epsilon).output }
            guard let mean, let variance else {
                throw Mistake(
                    problem: "without training it needs `mean:` and `variance:`",
                    note: "they stand for the batch's own")
            }
            return try batchNorm(
                x, scale: scale, shift: shift, mean: mean, variance: variance, epsilon: epsilon)
        }
    }
}
