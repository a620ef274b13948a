import Budget
import Testing
import Text

@testable import Tensors

struct MemoryTests {
    @Test func sizeClassesHoldWhatIsAskedAndLittleMore() {
        var last = 0
        for bytes in [
            0, 1, 64, 65, 256, 257, 320, 321, 500, 1000, 4096, 4097, 1_000_000, 123_456_789, 1 << 40,
        ] {
            let size = SizeClass(holding: bytes)
            #expect(size.bytes >= bytes)
            #expect(size.bytes <= max(64, bytes + bytes / 4 + 64))
            #expect(size.bytes % 64 == 0)
            #expect(size.index >= last && size.index < SizeClass.count)
            #expect(SizeClass.bytes(ofIndex: size.index) == size.bytes)
            last = size.index
        }
    }

    @Test func buffersBeginAtALineOfTheCache() throws {
        for count in [0, 1, 3, 17, 1000, 100_000] {
            let buffer = try Buffer(count: count)
            #expect(UInt(bitPattern: buffer.pointer) % 64 == 0)
            #expect(buffer.floats.count == count)
        }
    }

    @Test func memoryIsUsedAgain() throws {
        // A size that no other test asks for.
        let count = 7_654_321
        let address = UInt(bitPattern: try Buffer(count: count).pointer)
        let second = UInt(bitPattern: try Buffer(count: count).pointer)
        #expect(second == address)
    }

    @Test func fillingReachesTheLastElement() throws {
        let buffer = try Buffer(repeating: 2.5, count: 1001)
        #expect(buffer.floats.allSatisfy { $0 == 2.5 })
    }

    @Test func askingForMoreThanThereIsIsAnErrorWithBothSizes() {
        do {
            _ = try Buffer(count: 1 << 40)
            Issue.record("4 TB were given")
        } catch let error as Mistake {
            #expect(error.construct == "memory")
            #expect(error.problem == "there is not enough of it for this tensor")
            #expect(error.note.hasPrefix("it asks for 4.4 TB; tensors hold "))
            #expect(
                error.note.hasSuffix("of the \(NumberText.bytes(Double(MemoryBudget.limit))) there are"))
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test func aSizeThatOverflowsIsAnErrorToo() {
        #expect(throws: Mistake.self) { try Buffer(count: Int.max) }
        #expect(throws: Mistake.self) { try Buffer(count: -1) }
    }
}
