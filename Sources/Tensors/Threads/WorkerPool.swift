import CKernels
import Glibc
import Synchronization

/// The worker threads. This is the only place where pointers cross from one thread to another.
///
/// A job is a number of chunks. Whoever is free, the caller included, takes the next chunk from the ticket:
/// a worker that comes late takes nothing and delays nobody. A worker without work spins for some
/// microseconds, since the next product of a training step comes that soon, and then sleeps.
///
/// `@unchecked Sendable`: `job` and the pthread objects are plain memory. A worker reads `job` only after
/// it has taken a chunk, and the caller changes it only when every chunk is finished.
final class WorkerPool: @unchecked Sendable {
    private typealias Body = (_ chunk: Int, _ worker: Int) -> Void

    private struct Job {
        var body: Body
        var chunks: Int
    }

    /// How long someone waits awake, in nanoseconds.
    private static let patience: UInt64 = 60_000

    /// The job's number in the upper half and the count of chunks that nobody has taken in the lower.
    private let ticket = Atomic<UInt64>(0)
    private let width = Atomic<Int>(1)
    private let finished = Atomic<Int>(0)
    private let isBusy = Atomic<Bool>(false)
    /// How many workers sleep.
    let sleepers = Atomic<Int>(0)
    private let callerSleeps = Atomic<Bool>(false)
    private var job: UnsafePointer<Job>?
    private var workers = 0
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let workCame = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private let workEnded = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(workCame, nil)
        pthread_cond_init(workEnded, nil)
    }

    /// Does the job, or answers false at once if another thread's job is under way (or this one's, when a
    /// chunk wants to be cut up itself).
    func run(chunks: Int, width: Int, _ body: (_ chunk: Int, _ worker: Int) -> Void) -> Bool {
        guard !isBusy.exchange(true, ordering: .acquiring) else { return false }
        defer { isBusy.store(false, ordering: .releasing) }
        start(workers: width - 1)
        withoutActuallyEscaping(body) { body in
            withUnsafePointer(to: Job(body: body, chunks: chunks)) { job in
                self.job = job
                finished.store(0, ordering: .relaxed)
                self.width.store(width, ordering: .relaxed)
                let number = (ticket.load(ordering: .relaxed) >> 32) &+ 1
                ticket.store(number << 32 | UInt64(chunks), ordering: .sequentiallyConsistent)
                if sleepers.load(ordering: .sequentiallyConsistent) > 0 { wake(workCame) }
                while takePiece(as: 0) {}
                waitForOthers(chunks)
                self.job = nil
            }
        }
        return true
    }

    /// Takes a chunk and does it; false when there is none left.
    private func takePiece(as worker: Int) -> Bool {
        var seen = ticket.load(ordering: .acquiring)
        while true {
            let left = seen & 0xffff_ffff
            guard left > 0 else { return false }
            let (taken, now) = ticket.weakCompareExchange(
                expected: seen, desired: seen - 1, ordering: .acquiringAndReleasing)
            if taken {
                perform(Int(left), worker)
                return true
            }
            seen = now
        }
    }

    /// In a function of its own, so that the body is retained and released before the chunk counts as done.
    @inline(never)
    private func call(_ job: UnsafePointer<Job>, _ left: Int, _ worker: Int) {
        job.pointee.body(job.pointee.chunks - left, worker)
    }

    private func perform(_ left: Int, _ worker: Int) {
        guard let job else { return }
        let chunks = job.pointee.chunks
        call(job, left, worker)
        let done = finished.add(1, ordering: .sequentiallyConsistent).newValue
        if done == chunks, worker != 0, callerSleeps.load(ordering: .sequentiallyConsistent) {
            wake(workEnded)
        }
    }

    private func waitForOthers(_ chunks: Int) {
        if spin(until: { finished.load(ordering: .acquiring) == chunks }) { return }
        // A worker lost its processor to someone else's program. Sleeping frees this one for it.
        pthread_mutex_lock(mutex)
        callerSleeps.store(true, ordering: .sequentiallyConsistent)
        while finished.load(ordering: .sequentiallyConsistent) != chunks {
            pthread_cond_wait(workEnded, mutex)
        }
        callerSleeps.store(false, ordering: .relaxed)
        pthread_mutex_unlock(mutex)
    }

    private func wake(_ condition: UnsafeMutablePointer<pthread_cond_t>) {
        pthread_mutex_lock(mutex)
        pthread_cond_broadcast(condition)
        pthread_mutex_unlock(mutex)
    }

    private func spin(until condition: () -> Bool) -> Bool {
        let start = nanoseconds()
        repeat {
            for _ in 0..<32 {
                if condition() { return true }
                kernel_pause()
            }
            // If both threads are on one processor, since another program has the other, the one with
            // work to do goes first.
            sched_yield()
        } while nanoseconds() &- start < Self.patience
        return condition()
    }

    private func hasWork(for worker: Int) -> Bool {
        ticket.load(ordering: .sequentiallyConsistent) & 0xffff_ffff > 0
            && worker < width.load(ordering: .relaxed)
    }

    private func work(as worker: Int) {
        while true {
            while worker < width.load(ordering: .relaxed), takePiece(as: worker) {}
            if spin(until: { hasWork(for: worker) }) { continue }
            pthread_mutex_lock(mutex)
            sleepers.add(1, ordering: .sequentiallyConsistent)
            while !hasWork(for: worker) { pthread_cond_wait(workCame, mutex) }
            sleepers.subtract(1, ordering: .relaxed)
            pthread_mutex_unlock(mutex)
        }
    }

    private func start(workers wanted: Int) {
        while workers < wanted {
            workers += 1
            let seat = Unmanaged.passRetained(Seat(pool: self, worker: workers))
            var thread = pthread_t()
            // Ctrl-C is the main thread's affair: a worker keeps every signal blocked.
            var all = sigset_t()
            var before = sigset_t()
            sigfillset(&all)
            pthread_sigmask(SIG_SETMASK, &all, &before)
            let failed = pthread_create(
                &thread, nil,
                { seat in
                    guard let seat else { return nil }
                    let place = Unmanaged<Seat>.fromOpaque(seat).takeRetainedValue()
                    place.pool.work(as: place.worker)
                    return nil
                }, seat.toOpaque())
            pthread_sigmask(SIG_SETMASK, &before, nil)
            if failed == 0 {
                pthread_detach(thread)
            } else {
                // No thread to be had: the caller does the chunks alone.
                seat.release()
                return
            }
        }
    }

    private final class Seat {
        let pool: WorkerPool
        let worker: Int

        init(pool: WorkerPool, worker: Int) {
            self.pool = pool
            self.worker = worker
        }
    }
}

private func nanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
}
