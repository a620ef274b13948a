import Glibc

/// The limits that the operating system holds for the process, behind those of the interpreter.
enum ProcessFences {
    /// No core files, no files at all beyond what is open, bounded memory.
    static func raise(for limits: MarkingLimits) {
        set(RLIMIT_CORE, 0)
        set(RLIMIT_FSIZE, 0)
        set(RLIMIT_AS, UInt(limits.memory + MarkingLimits.addressSpaceReserve))
    }

    private static func set(_ resource: __rlimit_resource, _ value: UInt) {
        var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
        setrlimit(Int32(resource.rawValue), &limit)
    }
}

/// Stops what runs when it has used its share of processor time, all threads together.
///
/// The timer's signal raises the same flag as Ctrl-C does, which loops, calls and long operations look at.
struct ProcessorTimer {
    /// Starts counting down.
    static func start(seconds: Double, onExpiry handler: @convention(c) (Int32) -> Void) {
        signal(SIGPROF, handler)
        // The grader may run in a thread that blocks signals, and a child inherits that.
        var wanted = sigset_t()
        sigemptyset(&wanted)
        sigaddset(&wanted, SIGPROF)
        pthread_sigmask(SIG_UNBLOCK, &wanted, nil)
        var interval = itimerval()
        interval.it_value.tv_sec = Int(seconds)
        interval.it_value.tv_usec = Int((seconds - Double(Int(seconds))) * 1_000_000)
        // It rings again until it is stopped, should one ring be swallowed between two looks at the flag.
        interval.it_interval.tv_usec = 100_000
        setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &interval, nil)
    }

    /// Stops counting.
    static func stop() {
        var interval = itimerval()
        setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &interval, nil)
    }
}
