import Glibc

/// A timer of the process: a signal when a time is over, and again ten times a second until the timer is stopped, should
/// one be swallowed between two looks at what its handler sets.
public struct ProcessTimer {
    /// What counts as time.
    public enum Clock: Sendable {
        /// The clock on the wall.
        case wall
        /// What the process uses of its processors, all threads together.
        case processor

        fileprivate var signal: Int32 { self == .wall ? SIGALRM : SIGPROF }
        fileprivate var timer: __itimer_which_t {
            __itimer_which_t(self == .wall ? ITIMER_REAL.rawValue : ITIMER_PROF.rawValue)
        }
    }

    private let clock: Clock

    /// Starts counting down. There is one timer for each clock.
    ///
    /// - Parameter handler: runs in the signal's handler, where little more is allowed than to set a flag; it must have
    ///   been made before.
    public init(_ clock: Clock, seconds: Double, onExpiry handler: @convention(c) (Int32) -> Void) {
        self.clock = clock
        signal(clock.signal, handler)
        // Whoever started the program may have held the signal back, and a child inherits that.
        var wanted = sigset_t()
        sigemptyset(&wanted)
        sigaddset(&wanted, clock.signal)
        pthread_sigmask(SIG_UNBLOCK, &wanted, nil)
        var interval = itimerval()
        interval.it_value.tv_sec = Int(seconds)
        // Nothing at all would stop the timer.
        interval.it_value.tv_usec = max(1, Int((seconds - seconds.rounded(.down)) * 1_000_000))
        interval.it_interval.tv_usec = 100_000
        setitimer(clock.timer, &interval, nil)
    }

    /// Stops counting.
    public func stop() {
        var interval = itimerval()
        setitimer(clock.timer, &interval, nil)
    }
}
