/// An error that is no one's mistake: it ends what runs and goes, unchanged, to whoever waits for it.
public protocol ControlSignal: Error {}

/// Thrown when someone asked to stop: Ctrl-C, or a clock that ran out. It ends a run without a message.
public struct Interrupted: ControlSignal, Equatable, Sendable {
    /// An interruption.
    public init() {}
}
