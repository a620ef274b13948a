import Tensors
import Text

/// The Fréchet distance of two sets of samples taken as Gaussians (Heusel et al., 2017):
/// ‖μ₁ − μ₂‖² + tr(C₁ + C₂ − 2·(C₁C₂)^½). On images, take it of the features of a classifier.
public func frechetDistance(_ a: Tensor, _ b: Tensor) throws -> Double {
    let (first, second) = try pointSets(a, b, for: "frechetDistance")
    guard first.rows >= 2, second.rows >= 2 else {
        throw Mistake(
            construct: "frechetDistance", problem: "a covariance needs at least two samples",
            note: "{0} has \(first.rows) and {1} has \(second.rows)")
    }
    guard first.columns <= 512 else {
        throw Mistake(
            construct: "frechetDistance", problem: "the samples are too wide",
            note:
                "at most 512 numbers each, and they have \(first.columns); take the features of a classifier")
    }
    let (meanA, covarianceA) = moments(first)
    let (meanB, covarianceB) = moments(second)
    let size = first.columns
    // (C₁C₂)^½ has the trace of (S·C₂·S)^½ with S = C₁^½, and that matrix is symmetric.
    let root = squareRoot(covarianceA, size)
    let inner = product(product(root, covarianceB, size), root, size)
    let (eigenvalues, _) = symmetricEigen(inner, size)
    var distance = zip(meanA, meanB).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    for index in 0..<size {
        distance += covarianceA[index * size + index] + covarianceB[index * size + index]
        distance -= 2 * max(0, eigenvalues[index]).squareRoot()
    }
    return max(0, distance)
}

private func moments(_ points: PointSet) -> (mean: [Double], covariance: [Double]) {
    let (rows, size) = (points.rows, points.columns)
    var mean = [Double](repeating: 0, count: size)
    for row in 0..<rows { for column in 0..<size { mean[column] += points.values[row * size + column] } }
    for column in 0..<size { mean[column] /= Double(rows) }
    var covariance = [Double](repeating: 0, count: size * size)
    for row in 0..<rows {
        for i in 0..<size {
            let first = points.values[row * size + i] - mean[i]
            for j in i..<size {
                covariance[i * size + j] += first * (points.values[row * size + j] - mean[j])
            }
        }
    }
    for i in 0..<size {
        for j in i..<size {
            covariance[i * size + j] /= Double(rows - 1)
            covariance[j * size + i] = covariance[i * size + j]
        }
    }
    return (mean, covariance)
}

private func product(_ a: [Double], _ b: [Double], _ size: Int) -> [Double] {
    var result = [Double](repeating: 0, count: size * size)
    for i in 0..<size {
        for k in 0..<size {
            let factor = a[i * size + k]
            for j in 0..<size { result[i * size + j] += factor * b[k * size + j] }
        }
    }
    return result
}

private func squareRoot(_ matrix: [Double], _ size: Int) -> [Double] {
    let (eigenvalues, vectors) = symmetricEigen(matrix, size)
    var scaled = vectors
    var transposed = vectors
    for i in 0..<size {
        for j in 0..<size {
            scaled[i * size + j] *= max(0, eigenvalues[j]).squareRoot()
            transposed[i * size + j] = vectors[j * size + i]
        }
    }
    return product(scaled, transposed, size)
}

/// Eigenvalues and, in columns, eigenvectors of a symmetric matrix, by Jacobi's rotations (Golub and Van Loan,
/// section 8.5).
func symmetricEigen(_ matrix: [Double], _ size: Int) -> (values: [Double], vectors: [Double]) {
    var a = matrix
    var vectors = [Double](repeating: 0, count: size * size)
    for i in 0..<size { vectors[i * size + i] = 1 }
    let whole = matrix.reduce(0) { $0 + $1 * $1 }
    for _ in 0..<60 {
        var outside = 0.0
        for i in 0..<size { for j in 0..<size where i != j { outside += a[i * size + j] * a[i * size + j] } }
        if outside <= 1e-24 * whole { break }
        for p in 0..<size {
            for q in (p + 1)..<max(size, p + 1) where a[p * size + q] != 0 {
                let angle = (a[q * size + q] - a[p * size + p]) / (2 * a[p * size + q])
                let t = (angle < 0 ? -1 : 1) / (abs(angle) + (angle * angle + 1).squareRoot())
                let cosine = 1 / (t * t + 1).squareRoot()
                let sine = t * cosine
                for k in 0..<size {
                    let (x, y) = (a[k * size + p], a[k * size + q])
                    a[k * size + p] = cosine * x - sine * y
                    a[k * size + q] = sine * x + cosine * y
                }
                for k in 0..<size {
                    let (x, y) = (a[p * size + k], a[q * size + k])
                    a[p * size + k] = cosine * x - sine * y
                    a[q * size + k] = sine * x + cosine * y
                    let (u, v) = (vectors[k * size + p], vectors[k * size + q])
                    vectors[k * size + p] = cosine * u - sine * v
                    vectors[k * size + q] = sine * u + cosine * v
                }
            }
        }
    }
    return ((0..<size).map { a[$0 * size + $0] }, vectors)
}
