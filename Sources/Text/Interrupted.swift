/// Thrown when someone asked to stop: Ctrl-C, or a clock that ran out. It ends a run without a message.
public struct Interrupted: Error, Equatable, Sendable {
    /// An interruption.
    public init() {}
}
