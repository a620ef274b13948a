import Prelude
import Script
import Tensors

extension Engine {
    /// A session on the prelude.
    ///
    /// - Parameter makeContext: makes what the prelude keeps for one interpreter: seed, files, display.
    public static func prelude(_ makeContext: @escaping () -> PreludeContext) -> Engine {
        Engine(
            makeInterpreter: { Library.interpreter(context: makeContext(), output: { _ in }) },
            help: { topic, appearance in
                Help.text(about: topic).map { reflowed($0, width: min(appearance.width, 92)) }
            },
            topics: Topic.allCases.map { topic in
                (topic.title, Library.entries(in: .topic(topic)).map(\.name))
            },
            summary: { name in Library.functions.first { $0.name == name }?.summary },
            everydayNames: Help.everyday,
            memberNames: Library.members.map(\.name),
            figure: { $0.picture },
            advice: { $0.advice },
            beginCell: { interpreter, streamName in
                guard let context = interpreter.context as? PreludeContext else { return { _ in false } }
                let takeBack = context.rememberNumbers()
                if let streamName { context.beginStream(streamName) }
                return { isDone in
                    if streamName != nil {
                        context.endStream()
                        return false
                    }
                    return isDone ? false : takeBack()
                }
            },
            seedStatement: { interpreter in
                (interpreter.context as? PreludeContext).map { "seed(\($0.seed))" }
            },
            streamStatement: { stream in
                switch stream {
                case .sessions: "stream()"
                case .copied: "stream(copied: true)"
                case .named(let name): "stream(\"\(name)\")"
                }
            })
    }
}
