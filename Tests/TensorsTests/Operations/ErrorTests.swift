import Testing
import Text

@testable import Tensors

/// The whole text of what a learner reads, place holders included.
struct ErrorTests {
    private func text(_ body: () throws -> Void) -> String {
        do {
            try body()
            return "no error"
        } catch let error as Mistake {
            return error.description
        } catch {
            return "another error: \(error)"
        }
    }

    @Test func shapesThatDoNotBroadcast() throws {
        let (a, b) = try (ones([3, 4]), ones([3]))
        #expect(
            text { _ = try a + b }
                == "sum: the shapes do not fit together: {0} is [3, 4] and {1} is [3]: axis 1 of {0} (4) and "
                + "axis 0 of {1} (3) must be equal, or one of them 1")
    }

    @Test func innerSizesThatDiffer() throws {
        let (a, b) = try (ones([256, 2]), ones([3, 128]))
        #expect(
            text { _ = try matmul(a, b) }
                == "matrix product: the inner sizes differ: {0} is [256, 2] and {1} is [3, 128]: axis 1 of {0} (2) "
                + "must equal axis 0 of {1} (3)")
        #expect(
            text { _ = try matmul(a, Tensor(2)) }
                == "matrix product: both sides need at least one axis: {0} is [256, 2] and {1} is []; "
                + "* multiplies by a number")
    }

    @Test func anAxisThatIsNotThere() throws {
        let x = try ones([2, 3])
        #expect(
            text { _ = try sum(x, axis: 2) }
                == "sum: there is no axis 2: {0} is [2, 3], so its axes are 0 and 1, and axis 2 was asked for"
        )
        #expect(
            text { _ = try sum(Tensor(1), axis: 0) }
                == "sum: there is no axis 0: {0} has no axis, and axis 0 was asked for")
        #expect(
            text { _ = try sum(x, axes: [0, -2]) }
                == "sum: axis 0 is named twice: the axes are [0, -2] of {0}, which is [2, 3]")
    }

    @Test func anEmptyReduction() throws {
        let empty = try zeros([0, 3])
        #expect(
            text { _ = try mean(empty) }
                == "mean: there is nothing to take the mean of: {0} is [0, 3] and has no element")
        #expect(text { _ = try max(empty, axis: 0) }.hasPrefix("max: there is nothing"))
        #expect(text { _ = try argmax(empty) }.hasPrefix("argmax: there is nothing"))
        #expect(text { _ = try logSumExp(empty) }.hasPrefix("logSumExp: there is nothing"))
        #expect(text { _ = try variance(empty) }.hasPrefix("variance: there are too few"))
        #expect(try sum(empty).item == 0)
    }

    @Test func sizesThatOverflowOrDoNotFit() throws {
        let overflowing = text { _ = try zeros([1 << 40, 1 << 40]) }
        #expect(
            overflowing.hasPrefix(
                "tensor: too large: shape [1099511627776, 1099511627776] asks for 4835703 EB, and there are ")
        )
        let most = Int.max
        #expect(text { _ = try zeros([most, most, most, most, most, most]) }.contains("over a million EB"))
        #expect(text { _ = try zeros([1_000_000, 1_000_000]) }.contains("it asks for 4.0 TB"))
        #expect(
            text { _ = try zeros([2, -1]) }
                == "tensor: a size cannot be negative: the shape asked for is [2, -1]")
        #expect(
            text { _ = try ones([1, 1, 1, 1, 1, 1, 1]) }
                == "tensor: too many axes: [1, 1, 1, 1, 1, 1, …] has 7 axes, and a tensor has at most 6")
        #expect(text { _ = try outer(ones([1 << 20]), ones([1 << 20])) }.contains("it asks for"))
        #expect(text { _ = try tile(ones([4]), [Int.max]) } != "no error")
        #expect(text { _ = try pad(ones([4]), [(Int.max, 1)]) } != "no error")
        #expect(text { _ = try arange(0, 1e30) } != "no error")
    }

    @Test func valuesThatDoNotFillTheShape() {
        #expect(
            text { _ = try Tensor([1, 2, 3], [2, 2]) }
                == "tensor: the number of values does not fit the shape: shape [2, 2] has 4 elements, "
                + "and there are 3 values")
    }

    @Test func aReshapeOfAnotherCount() throws {
        let x = try ones([2, 3])
        #expect(
            text { _ = try reshape(x, [4]) }
                == "reshape: the number of elements differs: {0} is [2, 3] with 6 elements, and shape [4] has 4"
        )
        #expect(
            text { _ = try reshape(x, [4, -1]) }
                == "reshape: no size fits in place of -1: {0} is [2, 3] with 6 elements, and the other sizes of "
                + "[4, -1] have a product of 4")
        #expect(text { _ = try reshape(x, [-1, -1]) }.contains("negative"))
    }

    @Test func gradientsThatCannotBe() throws {
        let x = variable(try ones([2]))
        let w = variable(Tensor(1))
        #expect(
            text { _ = try gradients(of: x, for: [x]) }
                == "gradient: a gradient is taken of one number: {0} is [2]; take its mean or its sum")
        #expect(
            text { _ = try gradients(of: sum(x), for: [Tensor(1)]) }
                == "gradient: the variable is not recorded: {1} is a plain tensor of shape []; variable(…) makes "
                + "one for which a gradient can be asked")
        #expect(
            text { _ = try gradients(of: sum(x.detached()), for: [x]) }
                == "gradient: the loss is not recorded: {0} was not computed from a network's parameters or a "
                + "variable, was detached, or is constant as the slope of a linear function is; comparisons, sign "
                + "and argmax detach, for they have no slope")
        #expect(
            text { _ = try gradients(of: sum(x), for: [w]) }
                == "gradient: the loss does not depend on the variables: {0} was computed without {1}")
    }

    @Test func convolutionsThatDoNotFit() throws {
        let x = try ones([2, 3, 8, 8])
        #expect(
            text { _ = try conv2d(x, weight: ones([4, 2, 3, 3])) }
                == "conv2d: the numbers of channels differ: {0} is [2, 3, 8, 8] and {1} is [4, 2, 3, 3]: axis 1 of "
                + "{0} (3) must equal axis 1 of {1} (2)")
        #expect(
            text { _ = try convTranspose2d(x, weight: ones([2, 4, 3, 3])) }
                == "convTranspose2d: the numbers of channels differ: {0} is [2, 3, 8, 8] and {1} is [2, 4, 3, 3]: "
                + "axis 1 of {0} (3) must equal axis 0 of {1} (2)")
        #expect(
            text { _ = try conv2d(x, weight: ones([4, 3, 9, 3])) }
                == "conv2d: the window is larger than the image: {0} is [2, 3, 8, 8], with padding 0 its axis 2 "
                + "has 8 pixels, and the weight [4, 3, 9, 3] needs 9")
        #expect(
            text { _ = try conv2d(ones([3, 8]), weight: ones([4, 3, 9, 3])) }
                == "conv2d: images have four axes: {0} is [3, 8], and [batch, channels, height, width] is needed"
        )
        #expect(text { _ = try conv2d(x, weight: ones([4, 3, 3, 3]), stride: 0) }.contains("stride"))
        #expect(text { _ = try conv2d(x, weight: ones([4, 3, 3, 3]), padding: -1) }.contains("padding"))
        #expect(text { _ = try maxPool2d(x, size: 9) }.contains("the window 9 × 9"))
        #expect(
            text { _ = try convTranspose2d(x, weight: ones([3, 4, 2, 2]), padding: 9) }.contains("no pixels"))
    }

    @Test func layersThatDoNotFit() throws {
        #expect(
            text { _ = try dense(ones([5, 3]), weight: ones([2, 4])) }
                == "dense layer: the input does not fit the layer: {0} is [5, 3] and the layer takes 2 values on "
                + "the last axis")
        #expect(
            text { _ = try batchNorm(ones([5, 3]), scale: ones([2]), shift: zeros([3])) }
                == "batchNorm: there is not one scale for each channel: {0} is [5, 3], which has 3 channels, and "
                + "{1} is [2]")
        #expect(
            text { _ = try binaryCrossEntropyWithLogits(ones([6, 1]), targets: ones([5])) }
                == "binaryCrossEntropyWithLogits: there is not one target for each logit: {0} is [6, 1] and {1} "
                + "is [5]")
        #expect(
            text { _ = try softmaxCrossEntropy(ones([2, 3]), labels: [0, 3]) }
                == "softmaxCrossEntropy: a label is not among the classes: label 3 is not in 0..<3")
        #expect(
            text { _ = try meanSquaredError(ones([6]), ones([6, 1])) }
                == "meanSquaredError: the shapes differ: {0} is [6] and {1} is [6, 1]; reshape one of them")
    }

    @Test func joiningAndCutting() throws {
        #expect(
            text { _ = try concatenate([ones([2, 3]), ones([2, 4])]) }
                == "concatenate: the shapes do not fit together: along axis 0 tensor 0 is [2, 3] and tensor 1 is "
                + "[2, 4]: all other axes must be equal")
        #expect(text { _ = try concatenate([]) } == "concatenate: there is no tensor to join")
        #expect(
            text { _ = try split(ones([5]), parts: 2) }
                == "split: the axis cannot be cut into 2 equal parts: {0} is [5], and axis 0 has size 5")
        #expect(
            text { _ = try stack([ones([2]), ones([3])]) }.contains("tensor 0 is [2] and tensor 1 is [3]"))
    }

    @Test func einsumsThatMakeNoSense() throws {
        let (a, b) = try (ones([2, 3]), ones([4, 5]))
        #expect(
            text { _ = try einsum("ij,jk->ik", a, b) }
                == "einsum: the sizes of axis j differ: {1} is [2, 3] and {2} is [4, 5]: j is 3 in one and 4 in the "
                + "other")
        #expect(text { _ = try einsum("ij", a, b) }.contains("should look like"))
        #expect(text { _ = try einsum("ijk,kl", a, b) }.contains("\"ijk\" has 3 letters, and {1} is [2, 3]"))
        #expect(text { _ = try einsum("ij,kl->m", a, b) }.contains("the result is \"m\""))
    }
}
