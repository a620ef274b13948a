import Plots
import Script

/// What a session is built on: the interpreter with the functions its cells may call, and what the notebook
/// asks about them.
public struct Engine {
    /// Makes an interpreter in its first state, with the functions of the prelude.
    public var makeInterpreter: () -> Interpreter
    /// The help on a topic, or nil if there is none.
    public var help: (_ topic: String, _ appearance: Appearance) -> String?
    /// The topics that help knows, by group.
    public var topics: [(group: String, names: [String])]
    /// What a function does, in one sentence.
    public var summary: (_ name: String) -> String?
    /// The functions that a learner meets first, in that order.
    public var everydayNames: [String]
    /// The members of the prelude's objects, whatever their kind.
    public var memberNames: [String]
    /// The figure that a value is, or as which it is shown, if there is one.
    public var figure: (Value) -> Figure?
    /// What could be done with a result whose text says little.
    public var advice: (Value) -> String?
    /// Tells the functions that a new cell begins, by a name from which its random numbers follow; nil for a
    /// cell that goes on with the session's own stream. What it gives is told when the cell has ended, and
    /// whether it ran: one that failed moves no number of those after it. It says whether numbers were taken back.
    public var beginCell: (_ interpreter: Interpreter, _ streamName: String?) -> (_ isDone: Bool) -> Bool
    /// The statement with which a script starts from the session's seed: `seed(7)`.
    public var seedStatement: (Interpreter) -> String?
    /// The statement with which a script changes to a stream of random numbers.
    public var streamStatement: (Stream) -> String?

    /// Where a cell's random numbers come from.
    public enum Stream: Sendable, Equatable {
        /// From the session's own, which go on from cell to cell.
        case sessions
        /// From a copy of the session's own, which does not move them.
        case copied
        /// From a stream of this name.
        case named(String)
    }

    /// An engine; what is left out does nothing.
    public init(
        makeInterpreter: @escaping () -> Interpreter,
        help: @escaping (String, Appearance) -> String? = { _, _ in nil },
        topics: [(group: String, names: [String])] = [],
        summary: @escaping (String) -> String? = { _ in nil }, everydayNames: [String] = [],
        memberNames: [String] = [],
        figure: @escaping (Value) -> Figure? = { _ in nil },
        advice: @escaping (Value) -> String? = { _ in nil },
        beginCell: @escaping (Interpreter, String?) -> (Bool) -> Bool = { _, _ in { _ in false } },
        seedStatement: @escaping (Interpreter) -> String? = { _ in nil },
        streamStatement: @escaping (Stream) -> String? = { _ in nil }
    ) {
        self.makeInterpreter = makeInterpreter
        self.help = help
        self.topics = topics
        self.summary = summary
        self.everydayNames = everydayNames
        self.memberNames = memberNames
        self.figure = figure
        self.advice = advice
        self.beginCell = beginCell
        self.seedStatement = seedStatement
        self.streamStatement = streamStatement
    }

    /// The names of the prelude, sorted.
    public var names: [String] { topics.flatMap(\.names).sorted() }
}
