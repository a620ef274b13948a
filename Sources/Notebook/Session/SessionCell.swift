import Script

/// A cell that a session has run.
public struct SessionCell {
    /// How a run ended.
    public enum Outcome {
        /// Every statement ran.
        case done
        /// A statement failed; those before it keep their effect.
        case failed(any Error)
        /// The user stopped it.
        case interrupted
    }

    /// Counted from 1.
    public let number: Int
    /// The title behind its `// %%`, if it came from a document.
    public let title: String
    /// The prose that a lesson showed before it, as Markdown.
    public let prose: String
    /// Its text, under the name and the line number by which messages call it.
    public let file: SourceFile
    /// Whether it was typed, and comes from no file and no lesson.
    public let isTyped: Bool
    /// The name from which its random numbers followed, if it is a lesson's.
    public let streamName: String?
    /// The names that its statements bind.
    public let boundNames: [String]
    /// What it printed, up to a limit.
    public let output: String
    /// The value of its last expression.
    public let result: Value?
    /// How it ended.
    public let outcome: Outcome
    /// What the parser had to say without stopping it.
    public let warnings: [Diagnostic]
    /// How long it took.
    public let seconds: Double

    /// Its text.
    public var source: String { file.text }

    /// Whether every statement ran.
    public var isDone: Bool { if case .done = outcome { true } else { false } }
}
