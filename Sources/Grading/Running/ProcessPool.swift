import Glibc

/// A piece of work for a process of its own.
struct ChildJob {
    /// What identifies the job to its owner.
    let index: Int
    /// The arguments of our own binary.
    let arguments: [String]
    /// What the child reads from its standard input.
    let input: [UInt8]
    /// Seconds by the clock on the wall after which the child is killed.
    let wallSeconds: Double
}

/// Runs jobs in processes, a few at a time, and hands over what each sends, line by line, as it arrives.
///
/// One thread and one `poll` serve all the children: there is no order of events that a scheduler could change
/// within a job, and a child that hangs, floods or dies costs nothing to the others.
struct ProcessPool {
    /// The binary that each child runs.
    let executable: String
    /// How many children run at the same time.
    let width: Int
    /// The environment of the children.
    let environment: [String]
    /// The most bytes that a child may send.
    var channelLimit = 64 << 20

    /// Runs `jobs`, calling `onLine` for each line of a child and `onEnd` once for each job.
    func run(
        _ jobs: [ChildJob],
        onLine: (Int, ArraySlice<UInt8>) -> Void,
        onEnd: (Int, ProcessExit) -> Void
    ) throws {
        var waiting = jobs[...]
        var running: [Running] = []
        defer {
            for child in running {
                child.process.kill()
                _ = child.process.reap()
            }
        }
        while !waiting.isEmpty || !running.isEmpty {
            while running.count < max(1, width), let job = waiting.popFirst() {
                let process = try ChildProcess(
                    executable: executable, arguments: job.arguments, environment: environment,
                    input: job.input)
                running.append(Running(job: job, process: process, deadline: now() + job.wallSeconds))
            }
            wait(for: running)
            var still: [Running] = []
            for child in running {
                if let ending = advance(child, onLine) {
                    onEnd(child.job.index, ending)
                } else {
                    still.append(child)
                }
            }
            running = still
        }
    }

    /// Sleeps until a child has something to say, takes input, or the nearest deadline.
    private func wait(for running: [Running]) {
        var polled: [pollfd] = []
        for child in running {
            polled.append(pollfd(fd: child.process.channelEnd, events: Int16(POLLIN), revents: 0))
            if child.process.inputEnd >= 0 {
                polled.append(pollfd(fd: child.process.inputEnd, events: Int16(POLLOUT), revents: 0))
            }
        }
        let nearest = running.map(\.deadline).min() ?? now()
        let milliseconds = Int32(max(0, min(60_000, ((nearest - now()) * 1000).rounded(.up))))
        _ = poll(&polled, nfds_t(polled.count), milliseconds)
    }

    /// Moves what can be moved for one child; its ending if that was the end.
    private func advance(_ child: Running, _ onLine: (Int, ArraySlice<UInt8>) -> Void) -> ProcessExit? {
        child.process.feed()
        let (bytes, ended) = child.process.receive()
        child.received += bytes.count
        child.pending += bytes
        var rest = child.pending[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            onLine(child.job.index, rest[rest.startIndex..<end])
            rest = rest[(end + 1)...]
        }
        child.pending = Array(rest)
        if ended { return child.process.reap() }
        if child.received > channelLimit {
            child.process.kill()
            _ = child.process.reap()
            return .talkedTooMuch
        }
        if now() >= child.deadline {
            child.process.kill()
            _ = child.process.reap()
            return .outOfTime
        }
        return nil
    }

    private final class Running {
        let job: ChildJob
        let process: ChildProcess
        let deadline: Double
        var pending: [UInt8] = []
        var received = 0

        init(job: ChildJob, process: ChildProcess, deadline: Double) {
            self.job = job
            self.process = process
            self.deadline = deadline
        }
    }
}

/// Seconds of a clock that only goes forward.
func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
