import Budget
import Prelude
import Testing
import Text

@testable import Tensors

/// Answers that tell how much memory there is, which differs from machine to machine.
@Suite struct MemoryMistakeTests {
    private var limit: String { NumberText.bytes(Double(MemoryBudget.limit)) }

    @Test("A size that overflows is an error with the size and what there is")
    func overflow() throws {
        let run = try run("zeros(1000000, 1000000, 1000000, 1000000)")
        #expect(
            run.error == """
                test.duel:1:1: tensor: too large
                  1 | zeros(1000000, 1000000, 1000000, 1000000)
                    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  \
                shape [1000000, 1000000, 1000000, 1000000] asks for 4000000 EB, and there are \(limit)
                """)
    }

    @Test("A tensor that does not fit is an error with the size, what is taken and what there is")
    func doesNotFit() throws {
        let run = try run("let x = ones(1000000, 1)\nx @ ones(1, 1000000)")
        #expect(
            run.error.hasPrefix(
                """
                test.duel:2:1: memory: there is not enough of it for this tensor
                  2 | x @ ones(1, 1000000)
                    | ^^^^^^^^^^^^^^^^^^^^  it asks for 4.0 TB; tensors hold\u{20}
                """), "\(run.error)")
        #expect(run.error.hasSuffix(" of the \(limit) there are"))
    }

    @Test("Broadcasting to a size that overflows is one too")
    func broadcast() throws {
        let run = try run(
            "let x = broadcast(ones(1, 1, 1), shape: [2000000, 2000000, 2000000])")
        #expect(run.error.hasPrefix("test.duel:1:9: broadcast: too large\n"))
        #expect(run.error.hasSuffix("[2000000, 2000000, 2000000] asks for 32.0 EB, and there are \(limit)"))
    }
}
