import Testing

@testable import Prelude

@Suite("Comparisons say what was asked, what came, and where they first differ")
struct ExpectationTests {
    private typealias Expectation = PreludeExpectation

    private func failure(_ actual: Datum, _ relation: Expectation.Relation, _ expected: Datum) -> String? {
        Expectation(actual, relation, expected, source: "x").failure
    }

    @Test func numbersAreEqualByValueAndCountAsTensorsWithoutAxes() {
        #expect(failure(.int(2), .equals, .double(2)) == nil)
        #expect(failure(.tensor(shape: [], values: [2]), .equals, .int(2)) == nil)
        #expect(failure(.double(.nan), .equals, .double(.nan)) == "expected `x` to equal nan; it is nan")
    }

    @Test func theShapeIsComparedFirst() {
        #expect(
            failure(
                .tensor(shape: [2], values: [1, 2]), .near(within: 0.1),
                .tensor(shape: [2, 1], values: [1, 2]))
                == "expected `x` to have shape [2, 1]; it has shape [2]")
    }

    @Test func theFirstEntryTooFarAwayIsNamed() {
        #expect(
            failure(
                .tensor(shape: [2, 2], values: [1, 2, 3.5, 9]), .near(within: 0.1),
                .tensor(shape: [2, 2], values: [1, 2, 3, 4]))
                == "expected `x` to be within 0.1 of 3 at [1, 0]; it is 3.5")
    }

    @Test func aNumberThatIsNoneIsNeverNear() {
        #expect(failure(.double(.nan), .near(within: 10), .int(1)) != nil)
        #expect(
            failure(.none, .near(within: 10), .int(1)) == "expected `x` to be a number, near 1; it is nil")
    }

    @Test func aListOfRowsComparesWithATensor() {
        let rows = Datum.list([.list([.int(1), .int(2)]), .list([.int(3), .int(4)])])
        #expect(failure(rows, .near(within: 0), .tensor(shape: [2, 2], values: [1, 2, 3, 4])) == nil)
    }

    @Test func orderNeedsNumbers() {
        #expect(failure(.int(3), .above, .int(2)) == nil)
        #expect(failure(.int(2), .above, .int(2)) == "expected `x` to be above 2; it is 2")
        #expect(failure(.string("3"), .below, .int(4)) == "expected `x` to be a number below 4; it is \"3\"")
    }

    @Test func textComparesLineByLineWithNumbersWithinADistance() {
        #expect(
            failure(.string("loss 0.501 \nend\n\n"), .matches(within: 0.01), .string("loss 0.5\nend")) == nil)
        #expect(
            failure(.string("loss 0.6\nend"), .matches(within: 0.01), .string("loss 0.5\nend"))
                == "line 1: expected \"loss 0.5\", it is \"loss 0.6\"")
        #expect(
            failure(.string("a"), .matches(within: 0), .string("a\nb")) == "line 2 is missing; expected \"b\""
        )
    }

    @Test func networksCompareBitForBit() {
        func network(_ values: [Float]) -> Datum {
            .network(
                summary: "a network",
                parts: [
                    values.withUnsafeBufferPointer {
                        NetworkPart(name: "layer 0 weight", shape: [2], values: $0)
                    }
                ])
        }
        #expect(failure(network([1, 2]), .same, network([1, 2])) == nil)
        #expect(
            failure(network([1, 2]), .same, network([1, 2.0000002]))
                == "expected `x` to be unchanged; layer 0 weight differs")
        #expect(failure(network([0, 2]), .same, network([-0.0, 2])) != nil)
        #expect(failure(network([1, 2]), .differs, network([1, 2])) != nil)
        #expect(failure(.int(1), .same, network([1, 2])) != nil)
    }

    @Test func differsNeedsTwoNetworks() {
        #expect(failure(.int(1), .differs, .int(2)) != nil)
    }

    @Test func controlCharactersOfAScriptAreShown() {
        #expect(Datum.string("a\u{1B}[2J\nb").text == "\"a\\u{1b}[2J\\nb\"")
    }
}
