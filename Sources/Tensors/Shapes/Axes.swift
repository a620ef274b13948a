import Text

/// A set of axes, in place.
struct AxisSet: Hashable, Sendable {
    private var bits: UInt8 = 0

    init() {}

    init(_ axes: some Sequence<Int>) { for axis in axes { insert(axis) } }

    static func all(_ rank: Int) -> AxisSet { AxisSet(0..<rank) }

    mutating func insert(_ axis: Int) { bits |= 1 << UInt8(axis) }

    func contains(_ axis: Int) -> Bool { bits & (1 << UInt8(axis)) != 0 }

    var isEmpty: Bool { bits == 0 }

    var count: Int { bits.nonzeroBitCount }
}

extension Shape {
    /// The axis counted from the front: -1 is the last one.
    func axis(_ axis: Int, construct: String, argument: Int? = nil) throws -> Int {
        if axis >= 0 && axis < rank { return axis }
        if axis < 0 && axis >= -rank { return axis + rank }
        let note =
            switch rank {
            case 0: "{0} has no axis, and axis \(axis) was asked for"
            case 1: "{0} is \(self), so its only axis is 0, and axis \(axis) was asked for"
            default:
                "{0} is \(self), so its axes are \(listed((0..<rank).map(String.init))), "
                    + "and axis \(axis) was asked for"
            }
        throw Mistake(
            construct: construct, problem: "there is no axis \(axis)", note: note, argument: argument)
    }

    /// The set of these axes, each named once.
    func axes(_ axes: [Int], construct: String) throws -> AxisSet {
        var result = AxisSet()
        for axis in axes {
            let axis = try self.axis(axis, construct: construct)
            if result.contains(axis) {
                throw Mistake(
                    construct: construct, problem: "axis \(axis) is named twice",
                    note: "the axes are \(Shape(axes)) of {0}, which is \(self)")
            }
            result.insert(axis)
        }
        return result
    }

    /// What remains when axes are reduced: left out, or kept with size 1.
    func reduced(_ axes: AxisSet, keepAxes: Bool) -> Shape {
        if keepAxes { return Shape(rank: rank) { axes.contains($0) ? 1 : sizes[$0] } }
        if axes.count == rank { return Shape() }
        var result = Shape()
        for axis in 0..<rank where !axes.contains(axis) { result.append(sizes[axis]) }
        return result
    }

    /// Adds an axis at the end.
    mutating func append(_ size: Int) {
        let rank = self.rank
        let sizes = self.sizes
        self = Shape(rank: rank + 1) { $0 < rank ? sizes[$0] : size }
    }

    /// This shape with another size at one axis.
    func replacing(_ axis: Int, with size: Int) -> Shape {
        Shape(rank: rank) { $0 == axis ? size : sizes[$0] }
    }

    /// This shape seen around one axis: what lies outside it, its size, what lies inside.
    func around(_ axis: Int) -> (outer: Int, size: Int, inner: Int) {
        var outer = 1
        var inner = 1
        for other in 0..<rank {
            if other < axis { outer *= sizes[other] }
            if other > axis { inner *= sizes[other] }
        }
        return (outer, sizes[axis], inner)
    }
}
