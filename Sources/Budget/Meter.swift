/// Counts the turns of a loop that may be long, and looks at the clocks and Ctrl-C every few thousand of them.
///
/// For loops outside of the engine's, over samples, pairs or comparisons: `try meter.turn()` in each turn.
public struct Meter {
    private var turns = 0
    private static let stretch = 1 << 14

    /// A meter at zero.
    public init() {}

    /// Counts a turn that costs as much as handling so many numbers.
    @inline(__always)
    public mutating func turn(_ numbers: Int = 1) throws {
        turns += numbers
        if turns >= Self.stretch { try look() }
    }

    @inline(never)
    private mutating func look() throws {
        Work.count(steps: turns / 64)
        turns = 0
        try Interruption.check()
    }
}

extension Interruption {
    /// The numbers 0 ..< count, which end early when the work is to stop: for drawing, whose callers look at the flag
    /// afterwards and throw the unfinished picture away.
    public static func places(_ count: Int) -> some Sequence<Int> {
        (0..<count).lazy.prefix { $0 & 0xFFF != 0 || !requested.load(ordering: .relaxed) }
    }
}
