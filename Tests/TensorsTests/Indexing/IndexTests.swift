import Testing
import Text

@testable import Tensors

struct IndexTests {
    private let x: Tensor

    init() throws { x = try reshape(arange(0, 24), [2, 3, 4]) }

    private func text(_ indices: [TensorIndex]) -> String {
        do {
            return "\(try index(x, indices).shape)"
        } catch let error as Mistake {
            return error.description
        } catch {
            return "another error: \(error)"
        }
    }

    @Test func anElementTakesItsAxisAway() throws {
        #expect(try index(x, [.at(1)]).shape == [3, 4])
        #expect(try index(x, [.at(-1), .at(0), .at(-2)]).item == 14)
        #expect(try index(x, []).floats == x.floats)
    }

    @Test func rangesKeepTheirAxis() throws {
        let part = try index(
            x, [.all, .range(lower: 1, upper: nil, step: 1), .range(lower: 0, upper: 4, step: 3)])
        #expect(part.shape == [2, 2, 2])
        #expect(part.floats == [4, 7, 8, 11, 16, 19, 20, 23])
        #expect(try index(x, [.range(lower: 1, upper: 1, step: 1)]).shape == [0, 3, 4])
    }

    @Test func masksChooseAlongTheirAxes() throws {
        #expect(try index(x, [.all, .mask(Tensor([1, 0, 1], [3]))]).shape == [2, 2, 4])
        let all = try index(x, [.mask(greater(x, Tensor(20)))])
        #expect(all.floats == [21, 22, 23])
        let pairs = try index(x, [.mask(Tensor([0, 1, 0, 0, 0, 1], [2, 3])), .at(0)])
        #expect(pairs.floats == [4, 20])
    }

    @Test func indexTensorsPutTheirAxesInPlace() throws {
        let picked = try index(x, [.at(0), .indices(Tensor([2, 0, -1, 1], [2, 2]))])
        #expect(picked.shape == [2, 2, 4])
        #expect(picked.floats[..<4] == [8, 9, 10, 11])
        #expect(picked.floats[8..<12] == [8, 9, 10, 11])
    }

    @Test func severalIndexTensorsArePaired() throws {
        let rows = try Tensor([0, 1, 1], [3])
        let columns = try Tensor([2, 0, 2], [3])
        let pairs = try index(x, [.indices(rows), .indices(columns)])
        #expect(pairs.shape == [3, 4])
        #expect(pairs.floats == [8, 9, 10, 11, 12, 13, 14, 15, 20, 21, 22, 23])
        let apart = try index(x, [.indices(rows), .all, .indices(columns)])
        #expect(apart.shape == [3, 3])
        #expect(apart.floats == [2, 6, 10, 12, 16, 20, 14, 18, 22])
        let grid = try index(x, [.indices(reshape(rows, [3, 1])), .indices(Tensor([1], [1]))])
        #expect(grid.shape == [3, 1, 4])
    }

    @Test func repeatedIndicesAddTheirGradients() throws {
        let x = variable(try Tensor([1, 2, 3], [3]))
        let loss = try sum(square(gather(x, indices: [2, 0, 2])))
        #expect(try gradients(of: loss, for: [x])[0].floats == [2, 0, 12])
    }

    @Test func mistakesSayWhatThereIs() throws {
        #expect(
            text([.at(2)])
                == "index: index 2 is out of range: {0} is [2, 3, 4]: axis 0 has 2 elements: 0 to 1, or -1 for "
                + "the last")
        #expect(
            text([.at(0), .range(lower: 2, upper: 5, step: 1)])
                == "index: the range {2} does not lie within the axis: {0} is [2, 3, 4]: axis 1 has 3 elements, "
                + "so bounds lie between 0 and 3")
        #expect(
            text([.at(0), .at(0), .at(0), .at(0)])
                == "index: there are more indices than axes: {0} is [2, 3, 4] with 3 axes, and there are indices "
                + "for 4")
        #expect(
            text([.indices(try Tensor([0, .nan], [2]))])
                == "index: an index must be a whole number: element 1 of the indices is nan")
        #expect(
            text([.indices(try Tensor([0.5], [1]))])
                == "index: an index must be a whole number: element 0 of the indices is 0.5")
        #expect(
            text([.mask(try ones([3]))])
                == "index: the mask does not fit what it chooses from: {1} is [3], and the axes it stands for are "
                + "[2]")
        #expect(text([.range(lower: 0, upper: 2, step: -1)]).contains("flip(…)"))
        #expect(
            text([.indices(try Tensor([0, 1], [2])), .indices(try Tensor([0, 1, 2], [3]))])
                == "index: index tensors that are paired do not fit together: they are [2] and [3]")
        #expect(throws: Mistake.self) { try index(Tensor(1), [.at(0)]) }
        #expect(throws: Mistake.self) { try gather(x, indices: [3], axis: 1) }
    }
}
