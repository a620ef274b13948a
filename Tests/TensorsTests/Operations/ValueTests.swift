import Testing
import Text

@testable import Tensors

/// Operations that have no gradient, and the plain values of others.
struct ValueTests {
    @Test func creation() throws {
        #expect(try eye(2, 3).floats == [1, 0, 0, 0, 1, 0])
        #expect(try arange(0, 1, step: 0.25).floats == [0, 0.25, 0.5, 0.75])
        #expect(try arange(3, 0, step: -1).floats == [3, 2, 1])
        #expect(try arange(3, 3).shape == [0])
        #expect(try linspace(0, 1, count: 5).floats == [0, 0.25, 0.5, 0.75, 1])
        #expect(try linspace(2, 9, count: 1).floats == [2])
        #expect(try oneHot([2, 0], classes: 3).floats == [0, 0, 1, 1, 0, 0])
        #expect(try full([2], 7).floats == [7, 7])
    }

    @Test func comparisonsAreMasks() throws {
        let (a, b) = try (Tensor([1, 2, .nan], [3]), Tensor([1, 3, .nan], [3]))
        #expect(try less(a, b).floats == [0, 1, 0])
        #expect(try lessEqual(a, b).floats == [1, 1, 0])
        #expect(try greater(a, Tensor(1)).floats == [0, 1, 0])
        #expect(try greaterEqual(a, Tensor(1)).floats == [1, 1, 0])
        #expect(try equal(a, b).floats == [1, 0, 0])
        #expect(try notEqual(a, b).floats == [0, 1, 1])
        #expect(try isnan(a).floats == [0, 0, 1])
        let marked = try isnan(a)
        #expect(any(marked))
        #expect(!all(marked))
        #expect(try !less(variable(a), b).isRecorded)
    }

    @Test func allCloseKnowsInfinityAndNaN() throws {
        let a = try Tensor([1, .infinity], [2])
        #expect(try allClose(a, Tensor([1.000_001, .infinity], [2])))
        #expect(try !allClose(a, Tensor([1.001, .infinity], [2])))
        #expect(try allClose(a, Tensor([1.001, .infinity], [2]), absolute: 0.01))
        #expect(try !allClose(Tensor(.nan), Tensor(.nan)))
        #expect(try allClose(ones([2, 3]), Tensor(1)))
    }

    @Test func ordering() throws {
        let x = try Tensor([3, 1, .nan, 2, 3], [5])
        #expect(try sort(x).floats[..<4] == [1, 2, 3, 3])
        #expect(try sort(x).floats[4].isNaN)
        #expect(try argsort(x).floats == [1, 3, 0, 4, 2])
        #expect(try argsort(x, descending: true).floats == [0, 4, 3, 1, 2])
        let rows = try Tensor([3, 1, 2, 9, 8, 7], [2, 3])
        #expect(try sort(rows, axis: 0, descending: true).floats == [9, 8, 7, 3, 1, 2])
        #expect(try argmax(rows).item == 3)
        #expect(try argmax(rows, axis: 1).floats == [0, 0])
        #expect(try argmin(rows, axis: 1, keepAxis: true).shape == [2, 1])
        #expect(try argmin(rows, axis: 0).floats == [0, 0, 0])
        #expect(try cumsum(rows).floats == [3, 4, 6, 15, 23, 30])
    }

    @Test func roundingAndSigns() throws {
        let x = try Tensor([-1.5, -0.2, 0.5, 2.7], [4])
        #expect(try floor(x).floats == [-2, -1, 0, 2])
        #expect(try ceil(x).floats == [-1, 0, 1, 3])
        #expect(try round(x).floats == [-2, 0, 0, 3])
        #expect(try sign(x).floats == [-1, -1, 1, 1])
    }

    @Test func powersOfNegativeNumbers() throws {
        let x = try Tensor([-2, 3], [2])
        #expect(try power(x, exponent: 3).floats == [-8, 27])
        #expect(try power(x, exponent: 2).floats == [4, 9])
        #expect(try power(x, exponent: 0).floats == [1, 1])
        #expect(try power(x, exponent: 0.5).floats[0].isNaN)
    }

    @Test func emptyTensorsPassThrough() throws {
        let empty = try zeros([0, 3])
        #expect(try (empty + 1).shape == [0, 3])
        #expect(try (empty + ones([3])).shape == [0, 3])
        #expect(try matmul(empty, ones([3, 2])).shape == [0, 2])
        #expect(try matmul(ones([2, 0]), ones([0, 2])).floats == [0, 0, 0, 0])
        #expect(try softmax(empty).shape == [0, 3])
        #expect(try concatenate([empty, ones([1, 3])]).shape == [1, 3])
        #expect(try transpose(empty).shape == [3, 0])
        #expect(try sum(empty, axis: 0).floats == [0, 0, 0])
        let x = variable(empty)
        #expect(try gradients(of: sum(x * x), for: [x])[0].shape == [0, 3])
    }

    @Test func batchNormReturnsTheBatchsMoments() throws {
        let x = variable(try Tensor([1, 10, 3, 30], [2, 2]))
        let result = try batchNorm(x, scale: ones([2]), shift: zeros([2]))
        #expect(result.mean.floats == [2, 20])
        #expect(result.variance.floats == [1, 100])
        #expect(!result.mean.isRecorded && !result.variance.isRecorded && result.output.isRecorded)
    }

    @Test func quantilesOfOddNumbersAreTheirOwn() throws {
        let infinity = Float.infinity
        #expect(try median(Tensor([infinity, 1, infinity, infinity], [4])).item == infinity)
        #expect(try median(Tensor([-infinity, 1], [2])).item == -infinity)
        #expect(try quantile(Tensor([0.1, 0.1, 0.1], [3]), 0.3).item == 0.1)
        #expect(try quantile(Tensor([3e38, -3e38], [2]), 0.5).item == 0)
        #expect(try median(Tensor(7)).item == 7)
        #expect(try median(Tensor([1, .nan, 3, 4, 5, 6], [2, 3]), axis: 1).floats[1] == 5)
        #expect(try median(Tensor([1, .nan, 3, 4, 5, 6], [2, 3]), axis: 1).floats[0].isNaN)
        let x = variable(try Tensor([4, 1, 3, 2], [4]))
        #expect(try gradients(of: median(x), for: [x])[0].floats == [0, 0, 0.5, 0.5])
        #expect(try gradients(of: quantile(x, 1), for: [x])[0].floats == [1, 0, 0, 0])
        for q in [-0.1, 1.1, .nan] {
            #expect(throws: Mistake.self) { try quantile(x, q) }
        }
        #expect(throws: Mistake.self) { try median(zeros([0, 3])) }
    }

    @Test func splitGivesTheParts() throws {
        let parts = try split(arange(0, 6), parts: 3)
        #expect(parts.map(\.floats) == [[0, 1], [2, 3], [4, 5]])
    }

    @Test func einsumSaysWhatLoopsSay() throws {
        let (a, b) = try (Tensor([1, 2, 3, 4], [2, 2]), Tensor([5, 6, 7, 8], [2, 2]))
        #expect(try einsum("ij,jk->ik", a, b).floats == matmul(a, b).floats)
        #expect(try einsum("ij,jk", a, b).floats == matmul(a, b).floats)
        #expect(try einsum("ij,ij->", a, b).item == 70)
        #expect(try einsum("ij,ij->ji", a, b).floats == [5, 21, 12, 32])
        #expect(try einsum("ij, kl -> ik", a, b).floats == [33, 45, 77, 105])
    }
}
