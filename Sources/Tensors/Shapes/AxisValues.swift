/// One Int for each of up to six axes, in place.
struct AxisValues: Hashable, Sendable {
    private var values: (Int, Int, Int, Int, Int, Int) = (0, 0, 0, 0, 0, 0)

    init() {}

    init(_ values: [Int]) {
        for (axis, value) in values.enumerated() { self[axis] = value }
    }

    init(repeating value: Int) { values = (value, value, value, value, value, value) }

    subscript(axis: Int) -> Int {
        get {
            switch axis {
            case 0: values.0
            case 1: values.1
            case 2: values.2
            case 3: values.3
            case 4: values.4
            default: values.5
            }
        }
        set {
            switch axis {
            case 0: values.0 = newValue
            case 1: values.1 = newValue
            case 2: values.2 = newValue
            case 3: values.3 = newValue
            case 4: values.4 = newValue
            default: values.5 = newValue
            }
        }
    }

    static func == (a: AxisValues, b: AxisValues) -> Bool { a.values == b.values }

    func hash(into hasher: inout Hasher) {
        for axis in 0..<Shape.maximumRank { hasher.combine(self[axis]) }
    }

    /// The values as C takes them.
    func withUnsafePointer(_ body: (UnsafePointer<Int>) -> Void) {
        withUnsafeBytes(of: values) { bytes in
            if let start = bytes.baseAddress { body(start.assumingMemoryBound(to: Int.self)) }
        }
    }
}

extension AxisValues: ExpressibleByArrayLiteral {
    init(arrayLiteral elements: Int...) { self.init(elements) }
}
