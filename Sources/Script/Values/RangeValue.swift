/// Whole numbers at one distance, counted up or down.
public struct RangeValue: Hashable, Sendable, RandomAccessCollection {
    /// How the range was written, which is how it is shown.
    public enum Notation: Hashable, Sendable {
        /// `0..<3`
        case halfOpen(bound: Int)
        /// `0...2`
        case closed(bound: Int)
        /// `stride(from: 0, to: 10, by: 2)`
        case stride(bound: Int, isThrough: Bool)
    }

    /// The first number, also of a range that is empty.
    public let lower: Int
    /// The distance between two numbers; 1 but for a stride.
    public let step: Int
    /// How many numbers there are.
    public let count: Int
    /// How it was written.
    public let notation: Notation

    /// `lower..<upper`; empty if the upper bound is not above the lower. Nil if it has more numbers than an
    /// Int can count.
    public init?(_ lower: Int, upTo upper: Int) {
        let (count, overflow) = upper.subtractingReportingOverflow(lower)
        guard !overflow else { return nil }
        self.init(lower: lower, step: 1, count: Swift.max(0, count), notation: .halfOpen(bound: upper))
    }

    /// `lower...upper`.
    public init?(_ lower: Int, through upper: Int) {
        let (distance, overflow) = upper.subtractingReportingOverflow(lower)
        let (count, again) = distance.addingReportingOverflow(1)
        guard !overflow, !again else { return nil }
        self.init(lower: lower, step: 1, count: Swift.max(0, count), notation: .closed(bound: upper))
    }

    /// The numbers from `start` by `step`, before `bound`, or as far as it if `isThrough`. Nil for a step
    /// of zero, and for more numbers than an Int can count.
    public init?(from start: Int, bound: Int, by step: Int, isThrough: Bool) {
        guard step != 0 else { return nil }
        let (signed, overflow) = bound.subtractingReportingOverflow(start)
        guard !overflow, step != Int.min else { return nil }
        var count = 0
        if signed != 0, (signed > 0) == (step > 0) {
            let distance = signed.magnitude
            let pace = step.magnitude
            count = Int(clamping: (distance - (isThrough ? 0 : 1)) / pace + 1)
        } else if signed == 0, isThrough {
            count = 1
        }
        self.init(
            lower: start, step: step, count: count, notation: .stride(bound: bound, isThrough: isThrough))
    }

    private init(lower: Int, step: Int, count: Int, notation: Notation) {
        self.lower = lower
        self.step = step
        self.count = count
        self.notation = notation
    }

    /// The bound behind the last number of a range with step 1: `lower + count`.
    public var upper: Int { lower &+ count }

    /// Always zero.
    public var startIndex: Int { 0 }

    /// The number of numbers.
    public var endIndex: Int { count }

    /// The number at a position counted from zero.
    public subscript(position: Int) -> Int {
        precondition(position >= 0 && position < count, "a range's numbers are counted from 0")
        return lower &+ position &* step
    }

    /// The range as a script would write it.
    public var text: String {
        switch notation {
        case .halfOpen(let bound): "\(lower)..<\(bound)"
        case .closed(let bound): "\(lower)...\(bound)"
        case .stride(let bound, let isThrough):
            "stride(from: \(lower), \(isThrough ? "through" : "to"): \(bound), by: \(step))"
        }
    }

    /// Whether both go through the same numbers.
    func hasSameNumbers(as other: RangeValue) -> Bool {
        count == other.count && (count == 0 || lower == other.lower && (count == 1 || step == other.step))
    }

    /// Whether it holds the number.
    public func contains(_ number: Int) -> Bool {
        guard count > 0 else { return false }
        let (distance, overflow) = number.subtractingReportingOverflow(lower)
        guard !overflow, distance % step == 0 else { return false }
        let position = distance / step
        return position >= 0 && position < count
    }
}
