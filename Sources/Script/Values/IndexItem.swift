/// One item between the brackets of `x[0, 1...]`.
public enum IndexItem {
    /// A value: a whole number, a list, a mask, a stride.
    case value(Value)
    /// A range, of which either end may be left out. `closed` says that the upper bound belongs to it.
    case range(lower: Int?, upper: Int?, closed: Bool)

    /// A range that a name or a list holds, read as if it stood between the brackets itself.
    init(_ range: RangeValue) {
        switch range.notation {
        case .halfOpen(let bound): self = .range(lower: range.lower, upper: bound, closed: false)
        case .closed(let bound): self = .range(lower: range.lower, upper: bound, closed: true)
        case .stride: self = .value(.range(range))
        }
    }

    /// The place behind the last one of a range with this upper bound.
    ///
    /// Nothing lies behind the largest Int, which stands for itself: it too is more than anything holds.
    public static func end(_ upper: Int, closed: Bool) -> Int {
        closed && upper < Int.max ? upper + 1 : upper
    }
}
