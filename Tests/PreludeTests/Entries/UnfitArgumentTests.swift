import Foundation
import Prelude
import Script
import Testing

/// Calls every function and method with each argument in turn of every kind, the others as in its example: it gives
/// what its entry says, or an error that a learner can read.
@Suite struct UnfitArgumentTests {
    /// All but those whose data may be missing on this machine, and `fail`, whose call is an error.
    static let callable = (Library.functions + Library.members).filter { entry in
        entry.owner != .session && !["fashionMnist", "fail"].contains(entry.name)
            && !Library.builtinKinds.contains(entry.owner) && !properties.contains(entry.title)
    }

    static let properties: Set<String> = Set(
        Library.members.filter { !$0.signature.contains("(") }.map(\.title))

    @Test("Every argument may be of any kind", arguments: callable.map(\.title))
    func unfit(_ title: String) throws {
        let entry = try #require(Self.callable.first { $0.title == title })
        let call = try #require(
            ExampleCall(of: entry, in: Self.scripts[title]), "no call was found in the example")
        try runOnLargeStack {
            let interpreter = Library.interpreter(
                context: PreludeContext(home: packageFolder), limits: Self.small
            ) { _ in }
            _ = try interpreter.run(interpreter.parse(Self.file(Self.values + call.setup)).program)
            let sensible = Attempt(call.source(of: entry), in: interpreter)
            #expect(sensible.isFine(for: entry), "\(sensible)")
            for parameter in entry.parameters where !Self.endless.contains("\(title) \(parameter.name)") {
                for value in Self.awkward {
                    let attempt = Attempt(
                        call.source(of: entry, giving: parameter, as: value), in: interpreter)
                    let complaint = attempt.complaint(about: entry)
                    #expect(complaint == nil, "\(attempt.source): \(complaint ?? "")\n\(attempt)")
                }
            }
        }
    }

    static let small: Limits = {
        var limits = Limits()
        limits.memory = 1 << 28
        limits.elements = 1_000_000
        limits.stringBytes = 1 << 20
        return limits
    }()

    fileprivate static func file(_ text: String) -> SourceFile { SourceFile(name: "script", text: text) }

    /// A value of each kind, by names that no example uses.
    static let values = """
        let aTensor = tensor([[1, 2, 3], [4, 5, 6]])
        let anEmptyTensor = zeros(2, 0)
        let aNetwork = Sequential(Dense(4, 8), relu, Dense(8, 2))
        let aCritic = Sequential(Dense(2, 8), relu, Dense(8, 1))
        let anOptimizer = Adam(aNetwork)
        let aGAN = GAN(aNetwork, aCritic, noise: 4)
        let aHistory = train(aGAN, on: ring(), steps: 2)
        let someGradients = gradients(of: mean(aNetwork(ones(4, 4))), for: aNetwork)
        let aFigure = line([1, 2])
        func aFunction(x) { x }

        """

    static let awkward = [
        "nil", "true", "2", "-1", "0", "\(Int.max)", "\(Int.min)", "0.5", "nan", "infinity", "\"word\"",
        "\"\"", "[]", "[1.5, 2]", "[[1], [2, 3]]", "[[[1, 2]]]", "[nil]", "[\"a\": 1]", "0..<3", "(1, 2)",
        "aTensor", "anEmptyTensor", "aFunction", "relu", "aNetwork", "anOptimizer", "aGAN", "aHistory",
        "someGradients", "aFigure", "ring()", "hinge()", "fallingRate()", "[aTensor, aTensor]",
        "aNetwork.parameters",
    ]

    /// Parameters of which a very great number is obeyed for as long as nobody interrupts.
    static let endless: Set<String> = [
        "train steps", "train rounds", "train discriminatorSteps", "train generatorSteps",
        "freshAccuracy steps",
    ]

    /// What is called where the example calls something else, or in a block.
    static let scripts = ["enumerated": "enumerated([1, 2])"]
}

/// One call, and what came of it.
private struct Attempt: CustomStringConvertible {
    let source: String
    private(set) var value: Value?
    private(set) var error: (any Error)?

    init(_ source: String, in interpreter: Interpreter) {
        self.source = source
        do {
            let parsed = interpreter.parse(UnfitArgumentTests.file(source))
            if let error = parsed.firstError { throw error }
            value = try interpreter.run(parsed.program) ?? Value.none
        } catch {
            self.error = error
        }
    }

    var description: String {
        (error as? Diagnostic)?.rendered() ?? error.map { "\($0)" } ?? value?.phrase ?? "nothing"
    }

    func isFine(for entry: Entry) -> Bool { error == nil && complaint(about: entry) == nil }

    /// What is wrong with the answer; nil if nothing is.
    func complaint(about entry: Entry) -> String? {
        guard let error else {
            guard let value else { return "nothing came of it" }
            return entry.result.holds(for: value) ? nil : "it gave \(value.phrase), not \(entry.result.text)"
        }
        guard let diagnostic = error as? Diagnostic else { return "an error of Swift's: \(error)" }
        if diagnostic.span.source.name != "script" || diagnostic.span.text.isEmpty { return "no place" }
        if diagnostic.construct.isEmpty || diagnostic.problem.isEmpty { return "no words" }
        let text = diagnostic.construct + diagnostic.problem + diagnostic.note
        if text.contains("the program cannot tell") { return "an error that is no learner's" }
        if let match = text.firstMatch(
            of: /Optional\(|\b[A-Z]\w+(?:Object|Error|Kind)\b|Swift\.|UnsafeBuffer|\{\d\}/)
        {
            return "a Swift type or a place holder: \(match.output)"
        }
        return nil
    }
}

extension Library {
    /// Kinds whose called members the machine carries out itself.
    static let builtinKinds: Set<ValueKind?> = [.string, .list, .dictionary, .range]
}

extension ResultKind {
    /// Whether a value is what the entry says it gives.
    fileprivate func holds(for value: Value) -> Bool {
        switch self {
        case .nothing: ValueKind(of: value) == ValueKind.none
        case .anything, .same: true
        case .kind(let kind): ValueKind(of: value) == kind
        case .mask: ValueKind(of: value) == .tensor
        case .layer: ValueKind(of: value) == .network
        case .list(let element):
            if case .list(let list) = value {
                list.prefix(100).allSatisfy { element.holds(for: $0) }
            } else {
                false
            }
        case .tuple(let parts):
            if case .tuple(let values) = value {
                parts.isEmpty
                    || parts.count == values.count && zip(parts, values).allSatisfy { $0.holds(for: $1) }
            } else {
                false
            }
        case .either(let first, let second): first.holds(for: value) || second.holds(for: value)
        case .described(_, let kind): kind.holds(for: value)
        }
    }
}
