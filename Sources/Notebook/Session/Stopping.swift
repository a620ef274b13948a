import Budget
import Script
import Tensors
import Text

extension Interpreter {
    /// Makes loops and calls look at the flag that Ctrl-C sets, as long operations of the engine do.
    public func stopsWhenInterrupted() {
        poll = { try Interruption.check() }
    }
}
