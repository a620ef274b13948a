import Tensors

/// One way to use an operation: operands of some shapes, the call, and where it is easy the same in float64.
struct Sample: Sendable, CustomStringConvertible {
    let name: String
    let shapes: [Shape]
    /// Between which numbers the operands lie.
    var range: ClosedRange<Double> = -1.7...1.7
    /// Which operands are no variables.
    var constants: Set<Int> = []
    let call: @Sendable ([Tensor]) throws -> Tensor
    var formula: (@Sendable ([[Double]]) -> [Double])?

    var description: String { "\(name) \(shapes)" }

    init(
        _ name: String, _ shapes: [Shape], in range: ClosedRange<Double> = -1.7...1.7,
        constants: Set<Int> = [], formula: (@Sendable ([[Double]]) -> [Double])? = nil,
        _ call: @escaping @Sendable ([Tensor]) throws -> Tensor
    ) {
        self.name = name
        self.shapes = shapes
        self.range = range
        self.constants = constants
        self.formula = formula
        self.call = call
    }

    /// Operands whose elements are all different by more than the differences taken, and as far from 0, so
    /// that no kink lies between.
    func operands() throws -> [Tensor] {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func random(below bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        let total = shapes.reduce(0) { $0 + $1.count }
        let cells = total % 2 == 0 ? total : total + 1
        var places = Array(0..<cells)
        for place in places.indices.reversed() { places.swapAt(place, random(below: place + 1)) }
        let width = (range.upperBound - range.lowerBound) / Double(cells)
        var next = 0
        return try shapes.map { shape in
            let values = (0..<shape.count).map { _ in
                defer { next += 1 }
                let value = range.lowerBound + (Double(places[next]) + 0.5) * width
                // Multiples of 2^-14: a difference's step moves them without rounding.
                return Float((value * 16384).rounded() / 16384)
            }
            return try Tensor(values, shape)
        }
    }
}

/// One operand, one function of a number.
func each(_ f: @escaping @Sendable (Double) -> Double) -> @Sendable ([[Double]]) -> [Double] {
    { operands in operands[0].map(f) }
}

/// Two operands of one shape, or the second repeated.
func both(_ f: @escaping @Sendable (Double, Double) -> Double) -> @Sendable ([[Double]]) -> [Double] {
    { operands in
        operands[0].indices.map { f(operands[0][$0], operands[1][$0 % operands[1].count]) }
    }
}
