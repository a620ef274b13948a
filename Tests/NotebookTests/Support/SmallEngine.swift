import Plots
import Script
import Text

@testable import Notebook

/// A figure as a script of these tests holds it.
final class DrawnFigure: HostObject {
    static let figureKind = Kind(
        name: "figure",
        properties: [
            Property(name: "width", summary: "how wide it is") { _, _ in .int(3) },
            Property(name: "inner", summary: "a figure in it") { _, _ in .object(DrawnFigure()) },
        ],
        methods: [
            NativeFunction(
                name: "shift", parameters: [NativeParameter("self"), NativeParameter("by")],
                body: { _ in .none })
        ])

    var kind: Kind { Self.figureKind }
}

extension Engine {
    /// A few functions, enough to see what a session does with them.
    static func small(begin: @escaping (String?) -> Void = { _ in }) -> Engine {
        let functions = [
            NativeFunction(name: "print", parameters: [NativeParameter("values", isVariadic: true)]) { call in
                let texts = try call.rest.map { try call.interpreter.text($0, .print) }
                call.interpreter.output(texts.joined(separator: " ") + "\n")
                return .none
            },
            NativeFunction(name: "drawing", parameters: []) { _ in .object(DrawnFigure()) },
            NativeFunction(
                name: "ring",
                parameters: [
                    NativeParameter("modes", isOptional: true), NativeParameter("radius", isOptional: true),
                ]
            ) { _ in .none },
            NativeFunction(name: "fail", parameters: []) { _ in
                throw Mistake(construct: "fail", problem: "it was asked to fail")
            },
            NativeFunction(name: "stop", parameters: []) { _ in throw Interrupted() },
        ]
        return Engine(
            makeInterpreter: { Interpreter(natives: functions) },
            help: { topic, _ in topic == "ring" ? "ring(modes:, radius:)\n\nPoints on a ring." : nil },
            topics: [("Data", ["ring"]), ("Else", ["drawing", "fail", "print", "stop"])],
            summary: { $0 == "ring" ? "Makes a ring." : nil },
            figure: { value in
                guard case .object(let object) = value, object is DrawnFigure else { return nil }
                return try? Figure.line([[1, 2, 3]])
            },
            beginCell: { _, name in
                begin(name)
                return { _ in false }
            },
            seedStatement: { _ in "// seed(0)" })
    }
}

/// A conversation whose answers are kept.
final class Talk {
    let conversation: Conversation
    private(set) var written = ""

    init(
        curriculum: Curriculum = Curriculum(folder: "/nowhere"), state: StateFolder? = nil, width: Int = 80,
        engine: Engine = .small()
    ) {
        var keep: (String) -> Void = { _ in }
        conversation = Conversation(
            engine: engine, screen: Screen { keep($0) }, appearance: Appearance(width: width),
            curriculum: curriculum, state: state)
        keep = { [unowned self] in written += $0 }
    }

    /// What is answered to an input.
    func say(_ input: String) -> String {
        written = ""
        _ = conversation.handle(input)
        return written
    }
}
