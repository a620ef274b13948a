import Tensors
import Testing

@Suite("tensors put together")
struct JoiningTests {
    /// Copying what was gathered so far for each row made this quadratic: five minutes instead of a moment.
    @Test func aHundredThousandRowsAreEachTakenOnce() throws {
        let rows = try (0..<100_000).map { try Tensor([Float($0), 1], [2]) }
        let x = try stack(rows)
        #expect(x.shape == [100_000, 2])
        #expect(x.floats[199_998] == 99_999)
        #expect(x.floats.reduce(0) { $0 + Int($1) } == 99_999 * 50_000 + 100_000)
    }
}
