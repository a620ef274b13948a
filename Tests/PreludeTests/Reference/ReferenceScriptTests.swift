import Foundation
import Prelude
import Testing

/// Every case of `Tests/Reference/operations.json`, driven through scripts by the names that the file uses.
@Suite struct ReferenceScriptTests {
    static let cases = (try? ReferenceScript.load()) ?? []

    @Test("The file is there")
    func file() { #expect(Self.cases.count >= 80) }

    @Test("A script's value and gradients agree with PyTorch's", arguments: cases)
    func agrees(_ reference: ReferenceScript) throws {
        let run = try run(reference.script)
        #expect(run.error == "", "\(reference.script)")
        guard case .list(let results) = run.datum else {
            Issue.record("\(reference) gave \(run.datum.text)")
            return
        }
        #expect(results.count == reference.expected.count)
        for (found, expected) in zip(results, reference.expected) {
            guard case .tensor(_, let values) = found else {
                Issue.record("\(reference) gave \(found.text)")
                continue
            }
            #expect(values.count == expected.count)
            let scale = max(expected.map(\.magnitude).max() ?? 0, 1e-30)
            let worst = zip(values, expected).map { (Double($0) - $1).magnitude }.max() ?? 0
            #expect(worst <= reference.tolerance * scale, "\(reference): \(worst / scale)")
        }
    }
}

/// A case as a script whose last expression is the output followed by the gradients of the inputs.
struct ReferenceScript: Sendable, CustomStringConvertible {
    let description: String
    let script: String
    let expected: [[Double]]
    let tolerance: Double

    /// Every case once, and the penalties once more, built from gradients that are differentiated again.
    static func load() throws -> [ReferenceScript] {
        let data = try Data(contentsOf: URL(filePath: packageFolder + "/Tests/Reference/operations.json"))
        let file = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let cases = file?["cases"] as? [[String: Any]] ?? []
        let penalties = cases.filter { ($0["op"] as? String ?? "").hasPrefix("gradientPenalty") }
        return try cases.map { try ReferenceScript($0) }
            + penalties.map { try ReferenceScript($0, buildsPenalty: true) }
    }

    init(_ fields: [String: Any], buildsPenalty: Bool = false) throws {
        let op = fields["op"] as? String ?? ""
        let inputs = fields["inputs"] as? [String: [String: Any]] ?? [:]
        let gradients = fields["gradients"] as? [String: Any] ?? [:]
        // Images are NCHW here and nothing else.
        let attributes = (fields["attributes"] as? [String: Any] ?? [:]).filter { $0.key != "layout" }
        let names = Self.order(of: inputs.keys, in: op)
        let declarations = try names.map {
            "let \($0) = variable(\(try Self.tensor(inputs[$0] ?? [:])))"
        }
        let cotangent = try Self.tensor(fields["cotangent"] as? [String: Any] ?? [:])
        script =
            (declarations + [
                "let y = \(try buildsPenalty ? Self.builtPenalty(op, attributes) : Self.call(op, names, attributes))",
                "let g = gradients(of: sum(y * \(cotangent)), for: [\(names.joined(separator: ", "))])",
                "[y] + g",
            ]).joined(separator: "\n")
        let output = (fields["output"] as? [String: Any])?["values"] as? [Double] ?? []
        expected =
            [output]
            + names.map { name in
                if let gradient = gradients[name] as? [String: Any] {
                    return gradient["values"] as? [Double] ?? []
                }
                let count = (inputs[name]?["values"] as? [Double])?.count ?? 0
                return Array(repeating: 0, count: count)
            }
        tolerance = op.hasPrefix("conv") || op.hasPrefix("gradientPenalty") ? 1e-4 : 1e-5
        let manner = buildsPenalty ? " by gradient(of:for:differentiable:)" : ""
        description = "\(op) \(attributes.keys.sorted()) \(names)\(manner)"
    }

    /// The inputs in the order of the operation's parameters.
    private static func order(of names: some Sequence<String>, in op: String) -> [String] {
        let known = [
            "x", "weight", "bias", "scale", "shift", "logits", "a", "b", "real", "fake", "w1", "b1", "w2",
            "b2",
        ]
        return names.sorted { (known.firstIndex(of: $0) ?? 99) < (known.firstIndex(of: $1) ?? 99) }
    }

    /// The critics of the penalties, as functions of x.
    private static let critics = [
        "gradientPenalty": "tanh(x @ w1 + b1) @ w2 + b2",
        "gradientPenaltyConv":
            "convTranspose2d(tanh(conv2d(x, w1, stride: 2, padding: 1)), w2, stride: 2, padding: 1)",
    ]

    private static func points(_ attributes: [String: Any]) throws -> String {
        try tensor(attributes["points"] as? [String: Any] ?? [:])
    }

    /// The penalty as its formula says: mean((‖∂D/∂x‖ - 1)²), the length taken of each row.
    private static func builtPenalty(_ op: String, _ attributes: [String: Any]) throws -> String {
        """
        {
            let x = variable(\(try points(attributes)))
            let slope = gradient(of: sum(\(critics[op] ?? "")), for: x, differentiable: true)
            return mean(square(norm(reshape(slope, [x.shape[0], -1]), axis: 1) - 1))
        }()
        """
    }

    private static func call(_ op: String, _ names: [String], _ attributes: [String: Any]) throws -> String {
        if let critic = critics[op] {
            return "gradientPenalty({ x in \(critic) }, \(try points(attributes)))"
        }
        let isVariadic = op == "concatenate" || op == "slice"
        var arguments = names.enumerated().map {
            $0.offset == 0 || isVariadic ? $0.element : "\($0.element): \($0.element)"
        }
        for (name, value) in attributes.sorted(by: { $0.key < $1.key }) where name != "note" {
            arguments.append("\(name): \(try literal(value))")
        }
        return "\(op)(\(arguments.joined(separator: ", ")))"
    }

    private static func literal(_ value: Any) throws -> String {
        if value is NSNull { return "nil" }
        if let text = value as? String { return "\"\(text)\"" }
        let data = try JSONSerialization.data(withJSONObject: value, options: .fragmentsAllowed)
        return String(decoding: data, as: UTF8.self)
    }

    private static func tensor(_ fields: [String: Any]) throws -> String {
        let shape = fields["shape"] as? [Int] ?? []
        return "reshape(tensor(\(try literal(fields["values"] ?? []))), \(shape))"
    }
}
