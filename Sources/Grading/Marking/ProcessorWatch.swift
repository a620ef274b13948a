import Budget

/// Raises the flag that Ctrl-C raises too, which loops, calls and long operations look at, when the process has used
/// `seconds` more of its processors.
struct ProcessorWatch {
    private let timer: ProcessTimer

    init(seconds: Double) {
        Interruption.reset()
        timer = ProcessTimer(.processor, seconds: seconds) { _ in Interruption.endTime() }
    }

    func stop() {
        timer.stop()
        Interruption.reset()
    }
}
