import Testing
import Text

@testable import Tensors

struct ParameterTests {
    private func parameter() throws -> Parameter {
        Parameter(try Tensor([1, 2], [2]), name: "weight", owner: "G")
    }

    private func double(_ p: Parameter) throws {
        try p.update { values in for index in values.indices { values[index] *= 2 } }
    }

    @Test func anUpdateChangesTheValue() throws {
        let p = try parameter()
        try double(p)
        #expect(p.value.floats == [2, 4])
        try p.assign(Tensor([7, 8], [2]))
        #expect(p.value.floats == [7, 8])
    }

    @Test func tensorsTakenBeforeAnUpdateKeepTheirValues() throws {
        let p = try parameter()
        let before = p.value.detached()
        try double(p)
        #expect(before.floats == [1, 2])
        #expect(p.value.floats == [2, 4])
    }

    @Test func anUpdateThatNoOneSeesIsMadeInPlace() throws {
        let p = Parameter(try Tensor([1, 2], [2]), name: "weight")
        try double(p)
        let place = p.value.pointer
        let loss = try sum(square(p.value))
        _ = try gradients(of: loss, for: [p.value])
        try double(p)
        #expect(p.value.pointer != place)  // The loss still looks at the old values.
        let moved = p.value.pointer
        try double(p)
        #expect(p.value.pointer == moved)
    }

    @Test func theValueIsTheSameLeafUntilItChanges() throws {
        let p = try parameter()
        let loss = try sum(square(p.value))
        #expect(try gradients(of: loss, for: [p.value])[0].floats == [2, 4])
        let leaf = p.value.node
        #expect(p.value.node === leaf)
        try double(p)
        #expect(p.value.node !== leaf)
    }

    @Test func aLossFromBeforeAnUpdateIsStale() throws {
        let p = try parameter()
        let loss = try sum(square(p.value))
        try double(p)
        let error = #expect(throws: Mistake.self) { try gradients(of: loss, for: [p.value]) }
        #expect(
            error?.description
                == "gradient: G was changed after the loss was computed: "
                + "compute the loss again before taking its gradient")
    }

    @Test func aConstantParameterMakesAGraphStaleToo() throws {
        let p = try parameter()
        let x = variable(Tensor(3))
        let loss = try sum(p.constant * x)
        #expect(try gradients(of: loss, for: [x])[0].item == 3)
        try double(p)
        #expect(throws: Mistake.self) { try gradients(of: loss, for: [x]) }
    }

    @Test func aConstantGetsNoGraphOfItsOwn() throws {
        let p = try parameter()
        #expect(try !(p.constant * 2).isRecorded)
        #expect(throws: Mistake.self) { try gradients(of: sum(p.value), for: [p.constant]) }
    }

    @Test func theNameInMessagesIsTheLatestOne() throws {
        let p = Parameter(Tensor(1), name: "bias")
        let loss = try p.value * 2
        p.owner = "critic"
        try double(p)
        let error = #expect(throws: Mistake.self) { try gradients(of: loss, for: [p.value]) }
        #expect(error?.problem == "critic was changed after the loss was computed")
    }

    @Test func aNewValueHasToHaveTheShape() throws {
        let p = try parameter()
        let error = #expect(throws: Mistake.self) { try p.assign(Tensor(1)) }
        #expect(
            error?.description
                == "assignment to G: the shapes differ: the parameter is [2] and the new value is []")
    }

    @Test func anOptimizerRefusesAGradientOfAnotherShape() throws {
        let p = try parameter()
        let error = #expect(throws: Mistake.self) {
            try sgdUpdate(p, gradient: ones([2, 2]), learningRate: 0.1)
        }
        #expect(error?.note == "weight is [2] and its gradient [2, 2]")
    }
}
