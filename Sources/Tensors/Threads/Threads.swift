import Budget
import CKernels
import Glibc
import Synchronization

/// How many threads the engine works with, and the way to work with them.
///
/// Work is cut into chunks whose bounds depend on the sizes alone, never on the number of threads: the
/// results have the same bits at 1, 2 or 4 threads.
enum Threads {
    /// More than these would not find work in chunks as large as ours.
    static let most = 16

    private static let chosen = Atomic<Int>(initialCount())
    private static let pool = WorkerPool()

    /// The number of threads, the caller's own included.
    static var count: Int {
        get { chosen.load(ordering: .relaxed) }
        set { chosen.store(min(most, max(1, newValue)), ordering: .relaxed) }
    }

    /// What a chunk of work counts as, in steps of a script: it goes through some ten thousand numbers.
    private static let stepsInChunk = 64

    /// Calls `body(chunk, worker)` once for each chunk in 0 ..< chunks, in any order, on the caller's thread
    /// and others. `worker`, in 0 ..< width, tells threads apart: for memory that each needs for itself.
    ///
    /// Every loop of the engine that may take long is cut here. Between two chunks each thread looks whether the work
    /// is to stop; then the others are left out, and `Interrupted` is thrown.
    static func run(chunks: Int, width: Int = count, _ body: (_ chunk: Int, _ worker: Int) -> Void) throws {
        guard chunks > 1 else {
            if chunks == 1 { body(0, 0) }
            return
        }
        Work.count(steps: chunks * stepsInChunk)
        runToTheEnd(chunks: chunks, width: width) { chunk, worker in
            if !Interruption.requested.load(ordering: .relaxed) { body(chunk, worker) }
        }
        try Interruption.check()
    }

    /// Does every chunk, whatever is asked for meanwhile: a parameter must not be left half changed.
    static func runToTheEnd(
        chunks: Int, width: Int = count, _ body: (_ chunk: Int, _ worker: Int) -> Void
    ) {
        guard chunks > 1, width > 1, pool.run(chunks: chunks, width: min(width, chunks), body) else {
            for chunk in 0..<chunks { body(chunk, 0) }
            return
        }
    }

    /// Calls `body` with ranges of `grain` elements (a last one may be shorter) that cover 0 ..< count.
    static func split(_ count: Int, grain: Int, width: Int = count, _ body: (Range<Int>) -> Void) throws {
        guard count >= 2 * grain else {
            if count > 8 * Work.elementsInStep { Work.count(steps: count / Work.elementsInStep) }
            return body(0..<count)
        }
        try run(chunks: (count + grain - 1) / grain, width: width) { chunk, _ in
            body(chunk * grain..<min(count, (chunk + 1) * grain))
        }
    }

    /// As `split` does, but to the end, whatever is asked for meanwhile.
    static func splitToTheEnd(_ count: Int, grain: Int, _ body: (Range<Int>) -> Void) {
        guard count >= 2 * grain else { return body(0..<count) }
        let chunks = (count + grain - 1) / grain
        Work.count(steps: chunks * stepsInChunk)
        runToTheEnd(chunks: chunks) { chunk, _ in
            body(chunk * grain..<min(count, (chunk + 1) * grain))
        }
    }

    /// `DUEL_THREADS`, or the processors that this process may run on.
    private static func initialCount() -> Int {
        if let text = getenv("DUEL_THREADS"), let number = Int(String(cString: text)), number > 0 {
            return min(most, number)
        }
        return min(most, max(1, Int(kernel_processors())))
    }
}
