import Tensors

/// Raises the flag that Ctrl-C raises too, which loops, calls and long operations look at, when the process has used
/// `seconds` more of its processors.
struct ProcessorWatch {
    private let timer: ProcessTimer

    init(seconds: Double) {
        Interruption.requested.store(false, ordering: .relaxed)
        timer = ProcessTimer(.processor, seconds: seconds) { _ in
            Interruption.requested.store(true, ordering: .relaxed)
        }
    }

    func stop() {
        timer.stop()
        Interruption.requested.store(false, ordering: .relaxed)
    }
}
