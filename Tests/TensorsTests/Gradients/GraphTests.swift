import Synchronization
import Testing
import Text

@testable import Tensors

struct GraphTests {
    @Test func whatIsUsedTwiceGetsTheSumOfBothWays() throws {
        let x = variable(Tensor(3))
        let loss = try x * x + x * 5
        #expect(try gradients(of: loss, for: [x])[0].item == 11)
    }

    @Test func aGradientMayBeAskedForTwice() throws {
        let x = variable(try Tensor([1, 2], [2]))
        let loss = try sum(square(x))
        #expect(try gradients(of: loss, for: [x])[0].floats == [2, 4])
        #expect(try gradients(of: loss, for: [x])[0].floats == [2, 4])
    }

    @Test func theGradientOfAVariableItselfIsOne() throws {
        let x = variable(Tensor(3))
        #expect(try gradients(of: x, for: [x, x]).map(\.item) == [1, 1])
    }

    @Test func anIntermediateResultMayBeTheVariable() throws {
        let x = variable(Tensor(3))
        let y = try x * 2
        let loss = try square(y)
        #expect(try gradients(of: loss, for: [y, x]).map(\.item) == [12, 24])
    }

    @Test func derivativesOfAnyOrderComeByDifferentiatingAgain() throws {
        let x = variable(Tensor(0.5))
        var derivative = try tanh(x)
        var found: [Float] = []
        for _ in 0..<4 {
            derivative = try gradients(of: derivative, for: [x], differentiable: true)[0]
            found.append(derivative.item)
        }
        // With t = tanh 0.5 and s = 1 - t²: s, -2ts, (6t² - 2)s, (16t - 24t³)s.
        let t = 0.462_117_157_26
        let s = 1 - t * t
        let expected = [s, -2 * t * s, (6 * t * t - 2) * s, (16 * t - 24 * t * t * t) * s]
        for (a, b) in zip(found, expected) { #expect((Double(a) - b).magnitude < 1e-5) }
    }

    @Test func gradientsAreRecordedOnlyWhenAskedFor() throws {
        let x = variable(Tensor(2))
        let loss = try x * x * x
        #expect(try !gradients(of: loss, for: [x])[0].isRecorded)
        #expect(try gradients(of: loss, for: [x], differentiable: true)[0].isRecorded)
    }

    @Test func detachedResultsAndPausedOnesCarryNoGraph() throws {
        let x = variable(Tensor(2))
        #expect(try (x * 2).isRecorded)
        #expect(try !detach(x * 2).isRecorded)
        #expect(try !withoutGradients { try x * 2 }.isRecorded)
        #expect(try (x * 2).isRecorded)
        // A detached factor is a constant.
        #expect(try gradients(of: x * detach(x), for: [x])[0].item == 2)
    }

    @Test func aVariableRemembersNothingOfItsSource() throws {
        let x = variable(Tensor(2))
        let y = variable(try x * 3)
        let loss = try y * y
        #expect(try gradients(of: loss, for: [y])[0].item == 12)
        #expect(throws: Mistake.self) { try gradients(of: loss, for: [x]) }
    }

    @Test func aPauseEndsWithAThrownError() throws {
        struct Stop: Error {}
        let x = variable(Tensor(2))
        #expect(throws: Stop.self) { try withoutGradients { throw Stop() } as Void }
        #expect(try (x * 2).isRecorded)
    }

    @Test func variablesThatTheLossDoesNotUseGetZeros() throws {
        let x = variable(Tensor(2))
        let unused = variable(try ones([2, 3]))
        let found = try gradients(of: x * x, for: [unused, x])
        #expect(found[0].shape == [2, 3])
        #expect(found[0].floats == [0, 0, 0, 0, 0, 0])
        #expect(found[1].item == 4)
    }

    @Test func onlyTheWayToTheVariablesIsComputed() throws {
        // The discriminator's weights get no gradient while the generator learns.
        let calls = Counter()
        let costly = Operation<Void>(
            "costly", "", example: "", forward: .binary { a, b, _ in try withoutGradients { try a * b } },
            rule: { step, _ in
                try step.pass(
                    to: 0,
                    {
                        calls.add(1)
                        return try step.cotangent * step[1]
                    }())
                try step.pass(
                    to: 1,
                    {
                        calls.add(100)
                        return try step.cotangent * step[0]
                    }())
            })
        let (fake, weight) = (variable(Tensor(2)), variable(Tensor(3)))
        let loss = try costly(fake, weight)
        #expect(try gradients(of: loss, for: [fake])[0].item == 3)
        #expect(calls.total == 1)
        #expect(try gradients(of: loss, for: [weight])[0].item == 2)
        #expect(calls.total == 101)
    }

    @Test func aMissingRuleNamesTheOperation() throws {
        let odd = Operation<Void>("odd", "", example: "", forward: .unary { x, _ in x.detached() }, rule: nil)
        let x = variable(Tensor(2))
        let error = #expect(throws: Mistake.self) { try gradients(of: odd(x), for: [x]) }
        #expect(error?.problem == "odd has no gradient")
    }

    @Test func aHundredThousandOperationsDeepGraphIsDifferentiatedAndReleased() throws {
        let x = variable(Tensor(1))
        var y = x
        for _ in 0..<100_000 { y = try y + 1 }
        #expect(try gradients(of: y, for: [x])[0].item == 1)
        var z = x
        for _ in 0..<100_000 { z = try z * 0.5 + x }
        #expect(try gradients(of: z, for: [x], differentiable: true)[0].item == 2)
    }

    @Test func aGraphGoesAwayWithItsLastTensor() throws {
        let x = variable(Tensor(0.5))
        let buried = Buried()
        var y = try tanh(x)
        buried.buffer = y.buffer
        for _ in 0..<5 { y = try tanh(y) }
        #expect(buried.buffer != nil)
        y = x
        #expect(buried.buffer == nil)
    }
}

/// Sees whether the memory of a tensor deep in a graph is still there. The process's memory would not tell:
/// other tests run beside this one.
private final class Buried {
    weak var buffer: Buffer?
}

private final class Counter: Sendable {
    private let value = Atomic(0)
    var total: Int { value.load(ordering: .relaxed) }
    func add(_ count: Int) { value.add(count, ordering: .relaxed) }
}
