import Plots
import Prelude
import Script

extension Engine {
    /// A session on the prelude.
    ///
    /// - Parameter makeContext: makes what the prelude keeps for one interpreter: seed, files, display.
    public static func prelude(_ makeContext: @escaping () -> PreludeContext) -> Engine {
        Engine(
            makeInterpreter: { Prelude.interpreter(context: makeContext(), output: { _ in }) },
            help: { topic, _ in Help.text(about: topic) },
            topics: Topic.allCases.map { topic in
                (topic.title, Prelude.entries.filter { $0.topic == topic }.map(\.name))
            },
            figure: { $0.figure },
            beginCell: { interpreter, streamName in
                guard let streamName, let context = interpreter.context as? PreludeContext else { return }
                context.beginStream(streamName)
            },
            seedStatement: { interpreter in
                (interpreter.context as? PreludeContext).map { "seed(\($0.seed))" }
            })
    }
}
