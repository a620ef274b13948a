import Budget
import CReadline
import Glibc
import Tensors

/// Ctrl-C: a flag that loops and training look at, instead of the end of the process.
enum Interrupts {
    /// At the prompt: a cell is stopped, a line is cleared.
    static func watch() {
        _ = Interruption.requested.load(ordering: .relaxed)  // It is made before a signal can ask for it.
        creadline_watch_signals { Interruption.requested.store(true, ordering: .relaxed) }
    }

    /// For a script: pressed once, the script stops at the next step; pressed again before that, the process
    /// ends.
    static func watchScript() {
        _ = Interruption.requested.load(ordering: .relaxed)
        creadline_watch_signals {
            if Interruption.requested.exchange(true, ordering: .relaxed) { _exit(ExitStatus.interrupted) }
        }
    }
}
