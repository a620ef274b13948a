/// The settings of one application of an operation: plain fields, each operation uses the few it names.
struct Attributes: Sendable {
    /// A factor, a slope, an exponent, a lower bound, an epsilon.
    var number: Float = 0
    /// An upper bound.
    var upper: Float = 0
    var axis = 0
    var axes = AxisSet()
    /// Kept axes, a reversed direction, a transposed first factor.
    var flag = false
    /// A transposed second factor.
    var secondFlag = false
    var fusion: Fusion?
    var window = Window()
    /// The shape of the result where the operands do not tell it.
    var shape = Shape()
    /// Indices, a permutation, a slice: what needs memory of its own.
    var details: Details?
}

/// A window that slides over the last two axes.
struct Window: Sendable {
    var stride: Int32 = 1
    var padding: Int32 = 0
}

/// Settings that do not fit into fixed fields. In memory of their own: few operations have any.
indirect enum Details: Sendable {
    case permutation(AxisOrder)
    case slice(Slice)
    case indices(IndexList)
}
