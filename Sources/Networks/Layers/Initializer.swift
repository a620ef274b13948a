import Glibc
import Tensors
import Text

/// How a layer's weights begin.
public enum Initializer: Sendable, Equatable {
    /// Uniform within 1/√(inputs), as PyTorch begins its linear and convolution layers.
    case standard
    /// Uniform within √(6/inputs): He et al., "Delving Deep into Rectifiers" (2015), for ReLU.
    case heUniform
    /// Normal with deviation √(2/inputs), from the same paper.
    case heNormal
    /// Uniform within √(6/(inputs + outputs)): Glorot and Bengio (2010), for tanh.
    case glorotUniform
    /// Normal with deviation √(2/(inputs + outputs)), from the same paper.
    case glorotNormal
    /// Normal with a given deviation; DCGAN uses 0.02.
    case normal(Float)
    /// Rows or columns at right angles to each other: Saxe et al. (2013).
    case orthogonal
    /// All zero.
    case zeros

    /// The names that a script can give, with the numbers that go with some of them.
    public static let names = [
        "standard", "heUniform", "heNormal", "glorotUniform", "glorotNormal", "normal", "orthogonal", "zeros",
    ]

    /// The initializer of a name, `normal` with its usual deviation of 0.02.
    public static func named(_ name: String) throws -> Initializer {
        switch name {
        case "standard": return .standard
        case "heUniform", "he": return .heUniform
        case "heNormal": return .heNormal
        case "glorotUniform", "glorot": return .glorotUniform
        case "glorotNormal": return .glorotNormal
        case "normal": return .normal(0.02)
        case "orthogonal": return .orthogonal
        case "zeros": return .zeros
        default:
            throw Mistake(
                construct: "initializer", problem: "there is no initializer \"\(name)\"",
                note: "there are \(names.joined(separator: ", "))")
        }
    }

    /// Weights of a shape.
    ///
    /// - Parameters:
    ///   - inputs: How many numbers each output is computed from.
    ///   - outputs: How many outputs each input goes to.
    func weights(_ shape: Shape, inputs: Int, outputs: Int, _ random: RandomStream) throws -> Tensor {
        let inputs = Float(max(inputs, 1))
        let both = inputs + Float(outputs)
        func uniform(_ bound: Float) throws -> Tensor { try random.uniform(shape, low: -bound, high: bound) }
        switch self {
        case .standard: return try uniform(1 / inputs.squareRoot())
        case .heUniform: return try uniform((6 / inputs).squareRoot())
        case .heNormal: return try random.normal(shape, deviation: (2 / inputs).squareRoot())
        case .glorotUniform: return try uniform((6 / both).squareRoot())
        case .glorotNormal: return try random.normal(shape, deviation: (2 / both).squareRoot())
        case .normal(let deviation): return try random.normal(shape, deviation: deviation)
        case .orthogonal: return try orthogonalWeights(shape, random)
        case .zeros: return try Tensor.building(shape) { $0.update(repeating: 0) }
        }
    }
}

/// Random rows (or columns, whichever are fewer) made orthonormal by Gram and Schmidt's method, all axes but the
/// first taken as one.
private func orthogonalWeights(_ shape: Shape, _ random: RandomStream) throws -> Tensor {
    let rows = shape.rank == 0 ? 1 : shape[0]
    let columns = shape.count / max(rows, 1)
    let (vectors, length) = rows <= columns ? (rows, columns) : (columns, rows)
    var basis: [[Double]] = []
    while basis.count < vectors {
        var vector = try random.normal([length]).floats.map(Double.init)
        // Twice, because one round leaves errors of rounding behind.
        for _ in 0..<2 {
            for other in basis {
                let along = zip(vector, other).reduce(0.0) { $0 + $1.0 * $1.1 }
                for index in 0..<length { vector[index] -= along * other[index] }
            }
        }
        let norm = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        if norm > 1e-6 { basis.append(vector.map { $0 / norm }) }
    }
    return try Tensor.building(shape) { target in
        for row in 0..<rows {
            for column in 0..<columns {
                target[row * columns + column] = Float(
                    rows <= columns ? basis[row][column] : basis[column][row])
            }
        }
    }
}
