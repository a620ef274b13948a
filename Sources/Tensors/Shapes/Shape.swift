import Budget
import Text

/// The sizes of a tensor's axes, outermost first: `[]` has no axis and one element, `[2, 3]` two rows of
/// three.
///
/// A shape is small and plain: six sizes in place, no allocation, so that a 2×2 operation does not pay for
/// it. Sizes that no tensor can have (a negative one, more than six axes, a product that overflows) can be
/// written down as a `Shape`; what would make a tensor of it throws the error (`validated`).
public struct Shape: Hashable, Sendable {
    /// More axes than this are refused; no layer of the field needs more.
    public static let maximumRank = 6

    var sizes: AxisValues
    private var axisCount: Int32
    private var flaw: Flaw
    /// The number of elements: the product of the sizes, 1 for `[]`.
    public private(set) var count: Int

    private enum Flaw: UInt8 {
        case none
        case tooManyAxes
        case negativeSize
        case overflow
    }

    /// The shape with these sizes.
    public init(_ dimensions: [Int]) {
        self.init()
        axisCount = Int32(clamping: dimensions.count)
        for (axis, size) in dimensions.prefix(Self.maximumRank).enumerated() { sizes[axis] = size }
        measure()
    }

    /// The shape of one axis, and of two: most results are of these, and an array would be memory to ask for.
    init(_ size: Int) {
        self.init()
        axisCount = 1
        sizes[0] = size
        measure()
    }

    init(_ rows: Int, _ columns: Int) {
        self.init()
        axisCount = 2
        sizes[0] = rows
        sizes[1] = columns
        measure()
    }

    /// The shape without axes.
    public init() {
        sizes = AxisValues()
        axisCount = 0
        flaw = .none
        count = 1
    }

    /// The shape of `rank` axes with sizes from a function of the axis.
    init(rank: Int, size: (Int) throws -> Int) rethrows {
        self.init()
        axisCount = Int32(clamping: rank)
        for axis in 0..<Swift.min(rank, Self.maximumRank) { sizes[axis] = try size(axis) }
        measure()
    }

    private mutating func measure() {
        count = 1
        flaw = .none
        if rank > Self.maximumRank {
            flaw = .tooManyAxes
            return
        }
        var isEmpty = false
        for axis in 0..<rank {
            if sizes[axis] < 0 {
                flaw = .negativeSize
                count = 0
                return
            }
            if sizes[axis] == 0 { isEmpty = true }
            // The product of the other sizes has to be a number even if there is no element, for strides.
            let (product, overflows) = count.multipliedReportingOverflow(by: Swift.max(sizes[axis], 1))
            if overflows || product > Int.max / 8 {
                flaw = .overflow
                count = Int.max / 8
                return
            }
            count = product
        }
        if isEmpty { count = 0 }
    }

    /// The number of axes.
    public var rank: Int { Int(axisCount) }

    /// The sizes as an array, outermost first.
    public var dimensions: [Int] { (0..<Swift.min(rank, Self.maximumRank)).map { sizes[$0] } }

    /// The size of an axis, counted from the front.
    public subscript(axis: Int) -> Int {
        precondition(axis >= 0 && axis < rank, "axis \(axis) of a shape of \(rank) axes")
        return sizes[axis]
    }

    /// This shape if a tensor can have it.
    func validated(for construct: String) throws -> Shape {
        let problem: String
        let note: String
        switch flaw {
        case .none: return self
        case .tooManyAxes:
            problem = "too many axes"
            note = "\(self) has \(rank) axes, and a tensor has at most \(Self.maximumRank)"
        case .negativeSize:
            problem = "a size cannot be negative"
            note = "the shape asked for is \(self)"
        case .overflow:
            problem = "too large"
            let bytes = dimensions.reduce(4.0) { $0 * Double(Swift.max($1, 1)) }
            note =
                "shape \(self) asks for \(NumberText.bytes(bytes)), and there are "
                + NumberText.bytes(Double(MemoryBudget.limit))
        }
        throw Mistake(construct: construct, problem: problem, note: note)
    }
}

extension Shape: ExpressibleByArrayLiteral {
    /// `[2, 3]` is a shape.
    public init(arrayLiteral elements: Int...) { self.init(elements) }
}

extension Shape: CustomStringConvertible {
    /// `[2, 3]`, as messages and the language write it.
    public var description: String {
        let known = dimensions.map(String.init).joined(separator: ", ")
        return rank > Self.maximumRank ? "[\(known), …]" : "[\(known)]"
    }
}
