import Budget
import Glibc
import Tensors
import Text

/// A mixture of round Gaussians: each sample picks a component by its weight, then falls around its center.
public struct GaussianMixture: DataSource {
    /// What it goes by.
    public let name: String
    /// The center of each component.
    public let centers: [[Double]]
    /// The standard deviation of each component.
    public let deviations: [Double]
    /// How often each component is picked, summing to 1; nil when all are alike.
    public let weights: [Double]?

    /// The shape of one sample.
    public var sampleShape: [Int] { [centers[0].count] }
    /// The names of its classes.
    public var classes: [String] { centers.indices.map(String.init) }
    /// Its modes.
    public var modes: Modes? { Modes(centers: centers, deviations: deviations) }

    /// A mixture of any centers, widths and weights.
    ///
    /// - Parameters:
    ///   - sigmas: One width for all components, or one for each.
    ///   - weights: Any positive numbers, one a component; they need not sum to 1.
    public init(
        _ centers: [[Double]], sigmas: [Double], weights: [Double]? = nil, name: String? = nil
    ) throws {
        func mistake(_ problem: String, _ note: String) -> Mistake {
            Mistake(construct: name ?? "mixture", problem: problem, note: note)
        }
        guard let dimension = centers.first?.count, dimension > 0 else {
            throw mistake("it needs at least one center", "got \(centers.count)")
        }
        if let odd = centers.firstIndex(where: { $0.count != dimension }) {
            throw mistake(
                "the centers have different sizes",
                "center 0 has \(dimension) coordinates and center \(odd) has \(centers[odd].count)")
        }
        guard centers.joined().allSatisfy(\.isFinite) else {
            throw mistake("a center is not finite", "every coordinate must be a number")
        }
        guard sigmas.count == 1 || sigmas.count == centers.count else {
            throw mistake(
                "the number of widths is wrong",
                "there are \(centers.count) centers and \(sigmas.count) sigmas")
        }
        guard let narrowest = sigmas.min(), narrowest >= 0, sigmas.allSatisfy(\.isFinite) else {
            throw mistake("sigma must not be negative", "got \(sigmas.min() ?? 0)")
        }
        if let weights {
            guard weights.count == centers.count else {
                throw mistake(
                    "the number of weights is wrong",
                    "there are \(centers.count) centers and \(weights.count) weights")
            }
            guard weights.allSatisfy({ $0 >= 0 && $0.isFinite }), weights.reduce(0, +) > 0 else {
                throw mistake("weights must not be negative, nor all be 0", "got \(weights)")
            }
        }
        self.name = name ?? "mixture of \(centers.count) Gaussians"
        self.centers = centers
        deviations = sigmas.count == 1 ? Array(repeating: sigmas[0], count: centers.count) : sigmas
        let total = weights?.reduce(0, +) ?? 1
        self.weights = weights?.map { $0 / total }
    }

    /// Draws samples with the class of each.
    public func labeledSample(
        _ count: Int, _ random: RandomStream
    ) throws -> (points: Tensor, labels: [Int]) {
        try checkSampleCount(count)
        let dimension = centers[0].count
        let offsets = try random.normal([count, dimension])
        let labels: [Int]
        if centers.count == 1 {
            try MemoryBudget.reserve(count, of: MemoryLayout<Int>.stride)
            labels = Array(repeating: 0, count: count)
        } else if let weights {
            labels = try random.choice(centers.count, weights: weights, count: count)
        } else {
            labels = try random.integers(count: count, in: 0..<centers.count)
        }
        let places = centers.joined().map { Float($0) }
        let widths = deviations.map { Float($0) }
        let points = try Tensor.building([count, dimension]) { target in
            try offsets.withFloats { offset in
                var meter = Meter()
                for (row, label) in labels.enumerated() {
                    try meter.turn(dimension)
                    for axis in 0..<dimension {
                        let at = row * dimension + axis
                        target[at] = places[label * dimension + axis] + widths[label] * offset[at]
                    }
                }
            }
        }
        return (points, labels)
    }

    /// The density at a point, as a product of round Gaussians has it.
    public func density(at point: [Double]) -> Double {
        var total = 0.0
        for (index, center) in centers.enumerated() {
            let sigma = deviations[index]
            let distance = zip(point, center).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
            let scale = pow(2 * Double.pi * sigma * sigma, -Double(center.count) / 2)
            total +=
                (weights?[index] ?? 1 / Double(centers.count)) * scale
                * exp(-distance / (2 * sigma * sigma))
        }
        return total
    }
}

extension GaussianMixture {
    /// Gaussians on a circle, the classical test of mode collapse.
    public static func ring(modes: Int = 8, radius: Double = 2, sigma: Double = 0.05) throws -> Self {
        guard modes >= 1 else {
            throw Mistake(
                construct: "ring", problem: "it needs at least one mode", note: "got \(modes)")
        }
        let centers = (0..<modes).map { k in
            let angle = 2 * Double.pi * Double(k) / Double(modes)
            return [radius * cos(angle), radius * sin(angle)]
        }
        return try GaussianMixture(centers, sigmas: [sigma], name: "ring of \(modes) modes")
    }

    /// Gaussians on a square grid around the origin: `side` × `side` of them.
    public static func grid(side: Int = 5, spacing: Double = 1, sigma: Double = 0.05) throws -> Self {
        guard side >= 1 else {
            throw Mistake(
                construct: "grid", problem: "its side needs at least one mode", note: "got \(side)")
        }
        let places = (0..<side).map { (Double($0) - Double(side - 1) / 2) * spacing }
        let centers = places.flatMap { y in places.map { x in [x, y] } }
        return try GaussianMixture(centers, sigmas: [sigma], name: "grid of \(side * side) modes")
    }

    /// One round Gaussian; a mean of one number makes samples of shape `[n, 1]`.
    public static func gaussian(mean: [Double] = [0], sigma: Double = 1) throws -> Self {
        try GaussianMixture(
            [mean], sigmas: [sigma], name: "Gaussian in \(mean.count) dimension\(mean.count == 1 ? "" : "s")")
    }

    /// A few wide heaps at random places, with the heap's number as label.
    public static func blobs(
        _ count: Int = 3, sigma: Double = 0.4, within: Double = 3, random: RandomStream
    ) throws -> Self {
        guard count >= 1 else {
            throw Mistake(construct: "blobs", problem: "it needs at least one heap", note: "got \(count)")
        }
        let places = try random.uniform([count, 2], low: Float(-within), high: Float(within)).floats
        let centers = (0..<count).map { heap -> [Double] in
            [Double(places[2 * heap]), Double(places[2 * heap + 1])]
        }
        return try GaussianMixture(centers, sigmas: [sigma], name: "\(count) blobs")
    }
}
