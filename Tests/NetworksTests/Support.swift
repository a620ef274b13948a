import Foundation
import Networks
import Tensors
import Testing
import Text

/// The repository's top folder, found from this file.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: repository.appendingPathComponent(path)))
}

/// A small GAN on points in the plane, with everything that has state: BatchNorm and Dropout in both networks.
func smallGAN(
    seed: UInt64 = 1, loss: GANLoss? = nil, withState: Bool = true, learningRate: Float = 0.001
) throws -> GAN {
    let random = RandomStream(seed: seed)
    let leaky = ActivationLayer(.leakyRelu(slope: 0.2))
    let generator =
        withState
        ? try Network(
            Dense(4, 16, random: random), BatchNorm(16), leaky, Dropout(0.2), Dense(16, 2, random: random),
            name: "G")
        : try Network(Dense(4, 16, random: random), leaky, Dense(16, 2, random: random), name: "G")
    let discriminator =
        withState
        ? try Network(
            Dense(2, 16, random: random), BatchNorm(16), leaky, Dropout(0.2), Dense(16, 1, random: random),
            name: "D")
        : try Network(Dense(2, 16, random: random), leaky, Dense(16, 1, random: random), name: "D")
    let rule = loss?.usualRule ?? Adam(beta1: 0.5)
    return try GAN(
        generator: generator, discriminator: discriminator, noise: 4, loss: loss,
        generatorOptimizer: Optimizer(rule, of: generator, learningRate: learningRate),
        discriminatorOptimizer: Optimizer(rule, of: discriminator, learningRate: learningRate))
}

/// Whether two numbers agree to a relative error, or an absolute one near 0.
func isNear(_ a: Float, _ b: Float, _ tolerance: Float = 1e-5) -> Bool {
    abs(a - b) <= tolerance * max(1, abs(b))
}

/// The mistake that a body throws, for comparing its whole text.
func mistake(_ body: () throws -> Void) -> Mistake? {
    do {
        try body()
        return nil
    } catch {
        return error as? Mistake
    }
}

/// The values that PyTorch computed.
struct Reference: Decodable {
    struct Array: Decodable {
        let shape: [Int]
        let values: [Float]
        func tensor() throws -> Tensor { try Tensor(values, Shape(shape)) }
    }
    struct Attributes: Decodable {
        let points: Array?
    }
    struct Case: Decodable {
        let op: String
        let attributes: Attributes
        let inputs: [String: Array]
        let cotangent: Array
        let output: Array
        let gradients: [String: Array?]
    }
    struct OptimizerPath: Decodable {
        let optimizer: String
        let settings: [String: Setting]
        let start: Array
        let target: Array
        let weight: Array
        let path: [[Float]]
    }
    enum Setting: Decodable {
        case number(Float)
        case numbers([Float])
        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let flag = try? container.decode(Bool.self) {
                self = .number(flag ? 1 : 0)
            } else if let number = try? container.decode(Float.self) {
                self = .number(number)
            } else {
                self = .numbers(try container.decode([Float].self))
            }
        }
        var values: [Float] {
            switch self {
            case .number(let number): [number]
            case .numbers(let numbers): numbers
            }
        }
    }
    let cases: [Case]
    let optimizers: [OptimizerPath]

    static func load() throws -> Reference {
        try JSONDecoder().decode(
            Reference.self, from: Data(bytes("Tests/Reference/operations.json")))
    }
}
