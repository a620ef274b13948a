/// How far a script may go. The numbers are the same on every machine.
public struct Limits: Sendable {
    /// How many calls may be under way at once.
    public var calls = 10_000
    /// How many lists, tuples and dictionaries may lie inside one another.
    public var nesting = 1_000
    /// How many elements a list may have.
    public var elements = 50_000_000
    /// How many bytes a string may have.
    public var stringBytes = 1 << 28
    /// How many bytes strings, lists and dictionaries may hold in all.
    public var memory = 4 << 30
    /// How many steps a run may take: one for each turn of a loop and each call, more for a call of the
    /// prelude. Nil: as many as it likes.
    public var steps: Int?

    /// How many parts a key may have, those of the lists and tuples in it counted in.
    public static let keyParts = 10_000

    /// The usual limits.
    public init() {}
}
