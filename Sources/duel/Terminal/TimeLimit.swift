import Grading
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
        _ = ProcessTimer(.wall, seconds: seconds) { _ in
            TimeLimit.reached.store(true, ordering: .relaxed)
            Interruption.requested.store(true, ordering: .relaxed)
        }
    }
}
