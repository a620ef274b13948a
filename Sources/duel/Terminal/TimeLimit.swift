import Glibc
import Synchronization
import Tensors

/// The time that `--time` allows a script, by the clock on the wall.
enum TimeLimit {
    private static let reached = Atomic<Bool>(false)

    /// Whether the time is over.
    static var isReached: Bool { reached.load(ordering: .relaxed) }

    /// Begins to count. At the end it raises the flag that Ctrl-C raises too, which long operations look at.
    static func start(seconds: Double) {
        // Both flags are made before a signal can ask for them.
        reached.store(false, ordering: .relaxed)
        _ = Interruption.requested.load(ordering: .relaxed)
        signal(SIGALRM) { _ in
            TimeLimit.reached.store(true, ordering: .relaxed)
            Interruption.requested.store(true, ordering: .relaxed)
        }
        // Whoever started the program may have held the signal back.
        var wanted = sigset_t()
        sigemptyset(&wanted)
        sigaddset(&wanted, SIGALRM)
        pthread_sigmask(SIG_UNBLOCK, &wanted, nil)
        var interval = itimerval()
        interval.it_value.tv_sec = Int(seconds)
        interval.it_value.tv_usec = max(1, Int((seconds - seconds.rounded(.down)) * 1_000_000))
        // It rings again, should one ring be swallowed between two looks at the flag.
        interval.it_interval.tv_usec = 100_000
        setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &interval, nil)
    }
}
