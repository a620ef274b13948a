import Foundation
import Prelude
import Testing

/// Ten steps of each optimizer of `Tests/Reference/operations.json`, taken by scripts.
@Suite struct OptimizerScriptTests {
    static let cases = (try? OptimizerScript.load()) ?? []

    @Test("The file has every optimizer")
    func file() { #expect(Self.cases.count == 6) }

    @Test("An optimizer in a script takes PyTorch's path", arguments: cases)
    func agrees(_ reference: OptimizerScript) throws {
        let run = try run(reference.script)
        #expect(run.error == "", "\(reference.script)")
        guard case .list(let places) = run.datum else {
            Issue.record("\(reference) gave \(run.datum.text)")
            return
        }
        #expect(places.count == reference.path.count)
        for (place, expected) in zip(places, reference.path) {
            guard case .tensor(_, let values) = place, values.count == expected.count else {
                Issue.record("\(reference) gave \(place.text)")
                continue
            }
            let scale = expected.map(\.magnitude).max() ?? 0
            let worst = zip(values, expected).map { (Double($0) - $1).magnitude }.max() ?? 0
            #expect(worst <= 1e-5 * scale, "\(reference): \(worst / scale)")
        }
    }
}

/// A path as a script whose last expression is the list of the places after each step.
struct OptimizerScript: Sendable, CustomStringConvertible {
    let description: String
    let script: String
    let path: [[Double]]

    static func load() throws -> [OptimizerScript] {
        let data = try Data(contentsOf: URL(filePath: packageFolder + "/Tests/Reference/operations.json"))
        let file = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        return (file?["optimizers"] as? [[String: Any]] ?? []).map(OptimizerScript.init)
    }

    /// The moving point is the weight of a layer without a bias, which a step along −start from zero with the
    /// rate 1 puts exactly where the path begins.
    init(_ fields: [String: Any]) {
        let name = fields["optimizer"] as? String ?? ""
        let settings = fields["settings"] as? [String: Any] ?? [:]
        func values(_ key: String) -> [Double] {
            (fields[key] as? [String: Any])?["values"] as? [Double] ?? []
        }
        let start = values("start")
        let arguments = settings.sorted { $0.key < $1.key }.map(Self.argument).joined(separator: ", ")
        script = """
            let p = Sequential(Dense(1, \(start.count), bias: false, initializer: "zeros"))
            SGD(p, lr: 1).step([reshape(-tensor(\(start)), [1, \(start.count)])])
            let optimizer = \(name == "Momentum" ? "SGD" : name)(p, \(arguments))
            var path = []
            for step in 0..<10 {
                let distance = p(ones(1, 1)) - tensor(\(values("target")))
                let loss = sum(square(distance) * tensor(\(values("weight"))))
                optimizer.step(gradients(of: loss, for: p))
                path.append(detach(p(ones(1, 1))))
            }
            path
            """
        path = fields["path"] as? [[Double]] ?? []
        description = "\(name)(\(arguments))"
    }

    /// A setting by the label that the language gives it.
    private static func argument(_ name: String, _ value: Any) -> String {
        switch name {
        case "betas":
            let betas = value as? [Double] ?? []
            return betas.enumerated().map { "beta\($0.offset + 1): \($0.element)" }.joined(separator: ", ")
        case "eps": return "epsilon: \(value)"
        case "weight_decay": return "weightDecay: \(value)"
        default: return "\(name): \(value)"
        }
    }
}
