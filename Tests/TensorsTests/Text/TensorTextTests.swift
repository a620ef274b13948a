import Testing

@testable import Tensors

struct TensorTextTests {
    private func text(_ values: [Float], _ shape: Shape) throws -> String {
        tensorText(try Tensor(values, shape))
    }

    @Test func withoutAxesItIsANumber() throws {
        #expect(tensorText(Tensor(0.693_147)) == "0.6931")
        #expect(tensorText(Tensor(3)) == "3")
        #expect(tensorText(Tensor(1234.567)) == "1235")
        #expect(tensorText(Tensor(-0.5)) == "-0.5")
        #expect(
            tensorText(Tensor(0.000_012_345)) == "0.00001235"
                || tensorText(Tensor(0.000_012_345)) == "1.234e-05")
        #expect(tensorText(Tensor(.nan)) == "nan")
        #expect(tensorText(Tensor(-.infinity)) == "-inf")
        #expect(tensorText(Tensor(12_345_678)) == "12345678")
        #expect(tensorText(Tensor(1.5e20)) == "1.500e+20")
    }

    @Test func columnsAreAligned() throws {
        #expect(try text([1, 2, 3], [3]) == "[1, 2, 3]")
        #expect(try text([1, -20, 3, 4], [2, 2]) == "[[  1, -20],\n [  3,   4]]")
        #expect(try text([0.5, 12.25, -1, 0.125], [2, 2]) == "[[ 0.500, 12.250],\n [-1.000,  0.125]]")
        #expect(try text([1, .nan, .infinity], [3]) == "[  1, nan, inf]")
    }

    @Test func fourDigitsAreSignificant() throws {
        #expect(try text([3.141_592_7, 2.718_281_8], [2]) == "[3.142, 2.718]")
        #expect(try text([314.159_27, 0.1], [2]) == "[314.2,   0.1]")
        #expect(try text([1e-9, 1.5], [2]) == "[1.000e-09, 1.500e+00]")
    }

    @Test func everyDigitOfAColumnIsTrue() throws {
        // numpy rounds at a common place too.
        #expect(try text([1 / 3, 20 / 3, 0.012_345_6], [3]) == "[0.33333, 6.66667, 0.01235]")
        #expect(try text([12345.678, 0.5], [2]) == "[12345.7,     0.5]")
        #expect(try text([2.210_779, 0.059_712_3], [2]) == "[2.21078, 0.05971]")
        #expect(try text([-1000.7, 0.25], [2]) == "[-1000.70,     0.25]")
    }

    @Test func blocksAreApart() throws {
        #expect(
            try text([1, 2, 3, 4, 5, 6, 7, 8], [2, 2, 2])
                == "[[[1, 2],\n  [3, 4]],\n\n [[5, 6],\n  [7, 8]]]")
    }

    @Test func emptyOnesNameTheirShape() throws {
        #expect(try text([], [0, 3]) == "[] shape [0, 3]")
    }

    @Test func largeOnesAreShortenedInTheMiddle() throws {
        #expect(tensorText(try arange(0, 1000)) == "[  0,   1,   2, …, 997, 998, 999] shape [1000]")
        #expect(
            tensorText(try reshape(arange(0, 200), [100, 2]))
                == """
                [[  0,   1],
                 [  2,   3],
                 [  4,   5],
                 …,
                 [194, 195],
                 [196, 197],
                 [198, 199]] shape [100, 2]
                """)
    }

    @Test func longRowsAreWrapped() throws {
        let lines = tensorText(try arange(1000, 1040)).split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines.allSatisfy { $0.count <= 80 })
        #expect(lines[1].hasPrefix(" 1"))
    }
}
