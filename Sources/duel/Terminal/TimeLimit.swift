import Budget
import Grading

/// The time that `--time` allows a script, by the clock on the wall.
enum TimeLimit {
    /// Whether the time is over.
    static var isReached: Bool { Interruption.timeIsUp.load(ordering: .relaxed) }

    /// Begins to count. At the end it raises the flag that Ctrl-C raises too, which long operations look at.
    static func start(seconds: Double) {
        // The flags are made before a signal can ask for them.
        Interruption.reset()
        _ = ProcessTimer(.wall, seconds: seconds) { _ in Interruption.endTime() }
    }
}
