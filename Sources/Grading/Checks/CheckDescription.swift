/// What is known of a check without running it.
public struct CheckDescription: Equatable, Sendable {
    /// Its name, which the results carry.
    public var name: String
    /// The points to be had.
    public var points: Double
    /// What it is about, in a few words.
    public var title: String
    /// Where to look, for a student who did not pass.
    public var hint: String?
    /// The check without which this one makes no sense.
    public var after: String?
    /// Whether the student is told nothing but that it exists.
    public var isHidden: Bool
}

/// What a submission may use up.
public struct MarkingLimits: Equatable, Sendable {
    /// Seconds of processor time for the script, and again for each check.
    public var seconds = 20.0
    /// Bytes of tensors, lists and strings.
    public var memory = 1 << 30
    /// Bytes that the script may print.
    public var output = 64 << 10
    /// Instructions of the interpreter for the script, and again for each check; nil for as many as time allows.
    public var steps: Int?

    /// The wall clock stands this many times behind the processor's.
    static let wallFactor = 4.0

    /// The address space of the process beyond `memory`, as the last fence.
    static let addressSpaceReserve = 1 << 30
}
