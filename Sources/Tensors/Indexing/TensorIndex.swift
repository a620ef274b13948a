/// What stands for one axis inside `x[…]` (a mask: for as many axes as it has).
public enum TensorIndex: Sendable {
    /// One element, whose axis goes away; -1 is the last.
    case at(Int)
    /// From `lower` (the front) up to, not including, `upper` (the end), every `step`-th.
    case range(lower: Int?, upper: Int?, step: Int)
    /// The elements where a mask of 0 and 1 is not 0.
    case mask(Tensor)
    /// The elements at the places that a tensor of whole numbers names; its axes take the axis's place.
    case indices(Tensor)

    /// The whole axis.
    public static let all = TensorIndex.range(lower: nil, upper: nil, step: 1)

    var axisCount: Int {
        if case .mask(let mask) = self { return mask.rank }
        return 1
    }
}
