import Foundation
import Tensors

/// `Tests/Reference/operations.json`: values computed with PyTorch in float64.
struct ReferenceFile: Decodable, Sendable {
    let cases: [ReferenceCase]
    let optimizers: [OptimizerCase]

    static func load() throws -> ReferenceFile {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let data = try Data(contentsOf: folder.appending(path: "Reference/operations.json"))
        return try JSONDecoder().decode(ReferenceFile.self, from: data)
    }
}

struct ReferenceCase: Decodable, Sendable, CustomStringConvertible {
    let op: String
    let attributes: [String: Attribute]
    let inputs: [String: ReferenceTensor]
    let cotangent: ReferenceTensor
    let output: ReferenceTensor
    /// Null where the output does not depend on the input.
    let gradients: [String: ReferenceTensor?]

    var description: String {
        "\(op) \(inputs.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.shape)" })"
    }

    /// 1e-4 for convolutions and second derivatives, 1e-5 for the others, as the file's README says.
    var tolerance: Double {
        op.hasPrefix("conv") || op.hasPrefix("gradientPenalty") ? 1e-4 : 1e-5
    }

    func number(_ name: String) -> Float { Float(attributes[name]?.number ?? .nan) }
    func integer(_ name: String) -> Int? { attributes[name]?.number.map { Int($0) } }
    func integers(_ name: String) -> [Int] { attributes[name]?.numbers.map { Int($0) } ?? [] }
}

struct ReferenceTensor: Decodable, Sendable {
    let shape: [Int]
    let values: [Double]

    func tensor() throws -> Tensor { try Tensor(values.map { Float($0) }, Shape(shape)) }
}

struct OptimizerCase: Decodable, Sendable, CustomStringConvertible {
    let optimizer: String
    let settings: [String: Attribute]
    let start: ReferenceTensor
    let target: ReferenceTensor
    let weight: ReferenceTensor
    let path: [[Double]]

    var description: String { optimizer }

    func number(_ name: String) -> Float { Float(settings[name]?.number ?? .nan) }
}

/// A value in `attributes`: a number, a list of them, or something that only a reader needs.
struct Attribute: Decodable, Sendable {
    let number: Double?
    let numbers: [Double]
    let points: ReferenceTensor?

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        points = try? value.decode(ReferenceTensor.self)
        number = try? value.decode(Double.self)
        numbers = (try? value.decode([Double].self)) ?? []
    }
}

/// The largest difference in proportion to the largest expected value.
func relativeError(_ found: Tensor, _ expected: [Double]) -> Double {
    let found = found.floats.map(Double.init)
    guard found.count == expected.count else { return .infinity }
    let scale = expected.map(\.magnitude).max() ?? 0
    let difference = zip(found, expected).map { ($0 - $1).magnitude }.max() ?? 0
    if difference.isNaN || found.contains(where: \.isNaN) { return .infinity }
    return scale == 0 ? difference : difference / scale
}
