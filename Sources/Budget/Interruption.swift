import Synchronization
import Text

/// The flag that Ctrl-C and clocks raise and that all long work looks at, at least every tenth of a second.
public enum Interruption {
    /// Whether the work under way is to stop; setting it is safe in a signal handler.
    public static let requested = Atomic<Bool>(false)

    /// Whether it is because the time is over that the run was given: then the request stands until whoever gave
    /// the time takes it back, so that nothing goes on for having looked at it once. Whoever sets it raises
    /// `requested` behind it.
    public static let timeIsUp = Atomic<Bool>(false)

    /// Throws if an interruption was asked for, and takes the request of a person back.
    @inline(__always)
    public static func check() throws(Interrupted) {
        if requested.load(ordering: .relaxed) { try stop() }
    }

    @inline(never)
    private static func stop() throws(Interrupted) {
        if !timeIsUp.load(ordering: .relaxed) { requested.store(false, ordering: .relaxed) }
        throw Interrupted()
    }

    /// Takes back every request: before a run, or when the time that was given no longer counts.
    public static func reset() {
        timeIsUp.store(false, ordering: .relaxed)
        requested.store(false, ordering: .relaxed)
    }

    /// Says that the time is over; safe in a signal handler.
    public static func endTime() {
        timeIsUp.store(true, ordering: .relaxed)
        requested.store(true, ordering: .relaxed)
    }
}
