import Synchronization
import Text

/// The flag that Ctrl-C sets and that long loops look at.
public enum Interruption {
    /// Whether an interruption was asked for; setting it is safe in a signal handler.
    public static let requested = Atomic<Bool>(false)

    /// Throws if an interruption was asked for, and takes the request back.
    public static func check() throws(Interrupted) {
        guard requested.load(ordering: .relaxed) else { return }
        requested.store(false, ordering: .relaxed)
        throw Interrupted()
    }
}
