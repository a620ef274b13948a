/// A stretch of a source: what a message underlines.
public struct Span: Hashable, Sendable {
    /// The text that it lies in.
    public let source: SourceFile
    /// The byte offset of its first byte.
    public let start: Int
    /// The byte offset behind its last byte.
    public let end: Int

    /// The stretch of `source` between two byte offsets.
    public init(source: SourceFile, start: Int, end: Int) {
        self.source = source
        self.start = start
        self.end = end
    }

    /// The text that it covers.
    public var text: String { source.text(from: start, to: end) }

    /// Line and column of its first character.
    public var position: Position { source.position(at: start) }

    /// `ring.duel:12:9`, which editors and terminals make a link of.
    public var location: String { "\(source.name):\(position.line):\(position.column)" }

    /// The same stretch of the same source object.
    public static func == (left: Span, right: Span) -> Bool {
        left.source === right.source && left.start == right.start && left.end == right.end
    }

    /// Hashes the source's identity and both offsets.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(source))
        hasher.combine(start)
        hasher.combine(end)
    }
}

/// A stretch of the source at hand: eight bytes without a reference, which is what syntax trees and
/// compiled code keep for each node. `SourceFile.span` makes a `Span` of it when there is something to say.
struct SourceRange: Hashable, Sendable {
    var start: Int32
    var end: Int32

    init(_ start: Int32, _ end: Int32) {
        self.start = start
        self.end = end
    }

    init(_ first: SourceRange, through last: SourceRange) {
        self.start = first.start
        self.end = max(first.end, last.end)
    }
}
