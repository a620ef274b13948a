import Budget
import Glibc
import Tensors
import Text

/// Points along one or several curves in the plane, each curve a class, with a little noise around it.
public struct Curves: DataSource {
    /// What it goes by.
    public let name: String
    /// The names of its classes.
    public let classes: [String]
    /// The standard deviation of the noise around the curves.
    public let sigma: Double
    /// The point of curve `k` at the place `t` from 0 to 1.
    private let place: @Sendable (_ curve: Int, _ t: Double) -> (x: Double, y: Double)

    /// The shape of one sample.
    public var sampleShape: [Int] { [2] }

    init(
        name: String, curves: Int, sigma: Double,
        place: @escaping @Sendable (Int, Double) -> (x: Double, y: Double)
    ) throws {
        guard curves >= 1 else {
            throw Mistake(construct: name, problem: "it needs at least one curve", note: "got \(curves)")
        }
        guard sigma >= 0, sigma.isFinite else {
            throw Mistake(construct: name, problem: "sigma must not be negative", note: "got \(sigma)")
        }
        self.name = name
        self.sigma = sigma
        self.place = place
        classes = (0..<curves).map(String.init)
    }

    /// Draws samples with the class of each.
    public func labeledSample(
        _ count: Int, _ random: RandomStream
    ) throws -> (points: Tensor, labels: [Int]) {
        try checkSampleCount(count)
        let labels = try random.integers(count: count, in: 0..<classes.count)
        let along = try random.uniform([count])
        let around = try random.normal([count, 2])
        let points = try Tensor.building([count, 2]) { target in
            var meter = Meter()
            try along.withFloats { along in
                try around.withFloats { around in
                    for row in 0..<count {
                        try meter.turn(16)
                        let (x, y) = place(labels[row], Double(along[row]))
                        target[2 * row] = Float(x + sigma * Double(around[2 * row]))
                        target[2 * row + 1] = Float(y + sigma * Double(around[2 * row + 1]))
                    }
                }
            }
        }
        return (points, labels)
    }
}

extension Curves {
    /// Two half moons that reach into each other.
    public static func moons(sigma: Double = 0.1) throws -> Self {
        try Curves(name: "moons", curves: 2, sigma: sigma) { moon, t in
            let angle = Double.pi * t
            return moon == 0 ? (cos(angle), sin(angle)) : (1 - cos(angle), 0.5 - sin(angle))
        }
    }

    /// Arms that wind around the origin, each a class; the radius grows from 0.2 to 2.
    public static func spiral(arms: Int = 2, turns: Double = 1.5, sigma: Double = 0.05) throws -> Self {
        try Curves(name: "spiral", curves: arms, sigma: sigma) { arm, t in
            // The square root spreads the points evenly along the arm, whose length grows with the radius.
            let reach = sqrt(t)
            let angle = 2 * Double.pi * (turns * reach + Double(arm) / Double(arms))
            let radius = 0.2 + 1.8 * reach
            return (radius * cos(angle), radius * sin(angle))
        }
    }

    /// A straight line between two points.
    public static func segment(
        from start: (x: Double, y: Double) = (-1, 0), to end: (x: Double, y: Double) = (1, 0),
        sigma: Double = 0
    ) throws -> Self {
        try Curves(name: "segment", curves: 1, sigma: sigma) { _, t in
            (start.x + t * (end.x - start.x), start.y + t * (end.y - start.y))
        }
    }
}
