import Foundation
import Synchronization
import Testing

@testable import Tensors

struct ThreadsTests {
    private final class Tally: Sendable {
        let counts: [Atomic64]
        init(_ count: Int) { counts = (0..<count).map { _ in Atomic64() } }
        final class Atomic64: Sendable { let value = Atomic<Int>(0) }
        func add(_ i: Int) { counts[i].value.add(1, ordering: .relaxed) }
        var allOnce: Bool { counts.allSatisfy { $0.value.load(ordering: .relaxed) == 1 } }
    }

    @Test(arguments: [0, 1, 2, 3, 17, 1000]) func everyPieceIsDoneOnce(_ chunks: Int) throws {
        for width in [1, 2, 4] {
            let tally = Tally(chunks)
            try Threads.run(chunks: chunks, width: width) { chunk, worker in
                tally.add(chunk)
                if worker < 0 || worker >= width { Issue.record("worker \(worker) of \(width)") }
            }
            #expect(tally.allOnce)
        }
    }

    @Test func aPieceMayCutItselfUp() throws {
        let tally = Tally(100)
        try Threads.run(chunks: 10, width: 2) { outer, _ in
            do {
                try Threads.run(chunks: 10, width: 2) { inner, _ in tally.add(outer * 10 + inner) }
            } catch {
                Issue.record("\(error)")
            }
        }
        #expect(tally.allOnce)
    }

    @Test func manyCallersAtOnceAllGetTheirWorkDone() {
        let tally = Tally(8 * 500)
        DispatchQueue.concurrentPerform(iterations: 8) { caller in
            for round in 0..<50 {
                do {
                    try Threads.run(chunks: 10, width: 3) { chunk, _ in
                        tally.add(caller * 500 + round * 10 + chunk)
                    }
                } catch {
                    Issue.record("\(error)")
                }
            }
        }
        #expect(tally.allOnce)
    }

    @Test func workersWakeAfterTheySlept() {
        let pool = WorkerPool()
        for round in 0..<5 {
            let tally = Tally(64)
            #expect(pool.run(chunks: 64, width: 4) { chunk, _ in tally.add(chunk) })
            #expect(tally.allOnce, "round \(round)")
            while pool.sleepers.load(ordering: .relaxed) < 3 { sched_yield() }
        }
    }

    @Test func shortAndLongJobsFollowEachOther() throws {
        for round in 0..<2000 {
            let chunks = 2 + round % 5
            let tally = Tally(chunks)
            try Threads.run(chunks: chunks, width: 2 + round % 3) { chunk, _ in tally.add(chunk) }
            guard tally.allOnce else {
                Issue.record("round \(round)")
                return
            }
        }
    }

    @Test func splittingCoversTheWhole() throws {
        let tally = Tally(1003)
        try Threads.split(1003, grain: 10) { chunk in for i in chunk { tally.add(i) } }
        #expect(tally.allOnce)
    }

    @Test func theNumberOfThreadsHasBounds() {
        let before = Machine.threads
        defer { Machine.threads = before }
        Machine.threads = 0
        #expect(Machine.threads == 1)
        Machine.threads = 1000
        #expect(Machine.threads == Threads.most)
    }
}
