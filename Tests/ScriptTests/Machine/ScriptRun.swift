import Script
import Text

/// Runs scripts cell by cell in one interpreter and gathers what they print and what goes wrong.
final class ScriptRun {
    private(set) var text = ""
    private(set) var interpreter = Interpreter()

    init(limits: Limits = Limits()) {
        interpreter = Interpreter(
            natives: Helpers.natives,
            constants: ["tau": .double(6.25), "vector": .object(Vector([1, 2, 3]))],
            limits: limits, output: { [unowned self] in text += $0 })
    }

    /// Runs one cell; a result is written behind `=>`, an error as it is rendered.
    func cell(_ source: String, name: String = "cell") {
        let parsed = interpreter.parse(SourceFile(name: name, text: source))
        if let error = parsed.firstError {
            text += error.rendered() + "\n"
            return
        }
        do {
            guard let value = try interpreter.run(parsed.program) else { return }
            text += "=> \(try interpreter.text(value, .result))\n"
        } catch let error as Diagnostic {
            text += error.rendered() + "\n"
        } catch {
            text += "\(error)\n"
        }
    }
}

/// What cells print, give and get wrong, run one after the other on a large stack.
func outcome(_ cells: String..., limits: Limits = Limits()) -> String {
    do {
        return try runOnLargeStack {
            let run = ScriptRun(limits: limits)
            for source in cells { run.cell(source) }
            return run.text.hasSuffix("\n") ? String(run.text.dropLast()) : run.text
        }
    } catch {
        return "\(error)"
    }
}

/// A few functions in the manner of a prelude.
enum Helpers {
    @Sendable private static func isListOrRange(_ value: Value) -> Bool {
        switch value {
        case .list, .range: true
        default: false
        }
    }

    static let natives: [NativeFunction] = [
        NativeFunction(name: "print", parameters: [NativeParameter("values", isVariadic: true)]) {
            arguments in
            let texts = try arguments.rest.map { try arguments.interpreter.text($0) }
            arguments.interpreter.output(texts.joined(separator: " ") + "\n")
            return .none
        },
        NativeFunction(
            name: "map", parameters: [NativeParameter("xs"), NativeParameter("transform")],
            firstAccepts: isListOrRange
        ) { arguments in
            guard let xs = arguments[0], let transform = arguments[1] else { return .none }
            let interpreter = arguments.interpreter
            let results = try interpreter.elements(of: xs).map { try interpreter.call(transform, [$0]) }
            return .list(try interpreter.list(results))
        },
        NativeFunction(
            name: "scaled",
            parameters: [
                NativeParameter("x"), NativeParameter("by", isLabelOnly: true),
                NativeParameter("plus", isOptional: true),
            ]
        ) { arguments in
            guard let x = arguments[0]?.number else {
                throw Mistake(problem: "`x` must be a number", note: "{0} is no number", place: .argument(0))
            }
            guard let factor = arguments[1]?.number else {
                throw Mistake(
                    problem: "`by` must be a number", note: "{1} is none, {0} is", place: .argument(1))
            }
            return .double(x * factor + (arguments[2]?.number ?? 0))
        },
        NativeFunction(
            name: "check",
            parameters: [
                NativeParameter("name"), NativeParameter("text", isOptional: true), NativeParameter("body"),
                NativeParameter("points", isLabelOnly: true, isOptional: true),
            ]
        ) { arguments in
            guard let name = arguments[0], let body = arguments[2] else { return .none }
            return try arguments.interpreter.call(body, [name])
        },
        NativeFunction(
            name: "draw",
            parameters: [
                NativeParameter("series", isVariadic: true),
                NativeParameter("labels", isLabelOnly: true, isOptional: true),
            ]
        ) { arguments in
            if arguments.rest.isEmpty {
                throw Mistake(problem: "there is nothing to draw", note: "`labels` is {1}")
            }
            return .string("\(arguments.rest.count) series, \(arguments[1]?.phrase ?? "no labels")")
        },
    ]
}

/// Numbers that are added and indexed element by element: a tensor in small.
final class Vector: HostObject {
    static let vectorKind = HostKind(
        name: "Vector",
        properties: [
            Property(name: "sum", summary: "All of them.") { object, _ in
                .object(Vector([(object as? Vector)?.numbers.reduce(0, +) ?? 0], isScalar: true))
            },
            Property(name: "loss", summary: "A function.") { _, interpreter in
                interpreter.value(of: "scaled") ?? .none
            },
        ],
        methods: [
            NativeFunction(name: "step", parameters: [NativeParameter("v"), NativeParameter("size")]) {
                .string("step of \($0[1]?.phrase ?? "nothing")")
            }
        ])

    let numbers: [Double]
    let isScalar: Bool

    init(_ numbers: [Double], isScalar: Bool = false) {
        self.numbers = numbers
        self.isScalar = isScalar
    }

    var kind: HostKind { Vector.vectorKind }
    var phrase: String { isScalar ? "a vector without axes" : "a vector of \(numbers.count)" }
    var number: Double? { isScalar ? numbers[0] : nil }

    func text(_ style: ValueFormat) -> String { isScalar ? "<\(numbers[0])>" : "<\(numbers)>" }

    func binary(
        _ operation: BinaryOperator, _ other: Value, selfIsLeft: Bool, _ interpreter: Interpreter
    ) throws -> Value? {
        guard operation == .add || operation == .subtract else { return nil }
        let sign: Double = operation == .add ? 1 : -1
        if let number = other.number {
            return .object(Vector(numbers.map { selfIsLeft ? $0 + sign * number : number + sign * $0 }))
        }
        guard case .object(let object) = other, let vector = object as? Vector else { return nil }
        guard vector.numbers.count == numbers.count else {
            throw Mistake(
                problem: "the sizes differ", note: "{0} has \(numbers.count), {1} \(vector.numbers.count)")
        }
        return .object(Vector(zip(numbers, vector.numbers).map { $0 + sign * $1 }))
    }

    func unary(_ operation: UnaryOperator) throws -> Value? {
        operation == .negate ? .object(Vector(numbers.map { -$0 }, isScalar: isScalar)) : nil
    }

    func subscripted(_ items: [IndexItem]) throws -> Value? {
        let texts = items.map { item in
            switch item {
            case .value(let value): value.phrase
            case .range(let lower, let upper, let closed):
                "\(lower.map(String.init) ?? "")\(closed ? "..." : "..<")\(upper.map(String.init) ?? "")"
            }
        }
        return .string(texts.joined(separator: ", "))
    }

    func elements(_ interpreter: Interpreter) throws -> ListValue? { try interpreter.list(numbers) }

    func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws -> Value? {
        guard let shift = arguments.positional.first?.number else {
            throw Mistake(problem: "it needs a number", note: "{0} is none", place: .argument(0))
        }
        return .object(Vector(numbers.map { $0 + shift + (arguments["extra"]?.number ?? 0) }))
    }

    func member(_ name: String, _ interpreter: Interpreter) throws -> Value? {
        name == "own" ? .int(numbers.count) : nil
    }

    var memberNames: [String] { ["own"] }

    func isEqual(to other: Value) throws -> Bool? {
        guard case .object(let object) = other, let vector = object as? Vector else { return false }
        return vector.numbers == numbers
    }
}
