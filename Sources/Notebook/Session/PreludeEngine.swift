import Prelude
import Script
import Tensors

extension Engine {
    /// A session on the prelude.
    ///
    /// - Parameter makeContext: makes what the prelude keeps for one interpreter: seed, files, display.
    public static func prelude(_ makeContext: @escaping () -> PreludeContext) -> Engine {
        let streams = CellStreams()
        return Engine(
            makeInterpreter: {
                streams.forget()
                return Prelude.interpreter(context: makeContext(), output: { _ in })
            },
            help: { topic, appearance in
                Help.text(about: topic).map { reflowed($0, width: min(appearance.width, 92)) }
            },
            topics: Topic.allCases.map { topic in
                (topic.title, Prelude.entries.filter { $0.topic == topic }.map(\.name))
            },
            memberNames: Prelude.kinds.flatMap { $0.properties.map(\.name) + $0.methods.map(\.name) },
            figure: { $0.picture },
            beginCell: { interpreter, streamName in
                guard let context = interpreter.context as? PreludeContext else { return }
                streams.begin(streamName, in: context)
            },
            seedStatement: { interpreter in
                (interpreter.context as? PreludeContext).map { "seed(\($0.seed))" }
            })
    }
}

/// Keeps the session's own stream of random numbers apart from those of a lesson's cells, so that what a
/// student types in between moves no number of the lesson, and the lesson none of the student's.
private final class CellStreams {
    private var own: RandomStream?

    func begin(_ name: String?, in context: PreludeContext) {
        if let name {
            if own == nil { own = context.random }
            context.beginStream(name)
        } else if let stream = own {
            context.random = stream
            own = nil
        }
    }

    func forget() { own = nil }
}
