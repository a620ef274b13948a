import Tensors
import Testing

@testable import Prelude

@Suite struct RandomStreamsTests {
    private let streams = RandomStreams(seed: 7)

    private func draw() throws -> [Float] { try streams.current.normal([2]).floats }

    @Test func aNamedStreamDependsOnSeedAndNameAndMovesNoOther() throws {
        let plain = RandomStreams(seed: 7)
        let first = try plain.current.normal([2]).floats
        streams.begin("apart")
        let apart = try draw()
        streams.end()
        #expect(try draw() == first)
        streams.begin("apart")
        #expect(try draw() == apart)
        #expect(apart != first)
    }

    @Test func aCopyGivesTheNumbersThatComeAnyway() throws {
        streams.copy()
        let copied = try draw()
        streams.end()
        #expect(try draw() == copied)
    }

    @Test func whatWasDrawnCanBeTakenBack() throws {
        let takeBack = streams.remember()
        #expect(!takeBack())
        let numbers = try draw()
        streams.begin("apart")
        streams.restart(seed: 9)
        #expect(takeBack())
        #expect(streams.seed == 7)
        #expect(try draw() == numbers)
    }

    @Test func lookingOnMovesNothingEvenIfItBeginsAStream() throws {
        let expected = try RandomStreams(seed: 7).current.normal([2]).floats
        try streams.observing {
            _ = try draw()
            streams.begin("apart")
        }
        streams.end()
        #expect(try draw() == expected)
    }
}
