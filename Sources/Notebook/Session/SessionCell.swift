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
    /// The byte of its text before which every statement ran; 0 if none did.
    let effectEnd: Int
    /// Whether random numbers were drawn that the session took back, since the cell failed or was stopped.
    let drewInVain: Bool
    /// What the parser had to say without stopping it.
    public let warnings: [Diagnostic]
    /// How long it took.
    public let seconds: Double

    /// Its text.
    public var source: String { file.text }

    /// Whether every statement ran.
    public var isDone: Bool { if case .done = outcome { true } else { false } }

    /// Whether a statement ran, which keeps its effect even if a later one failed.
    public var hasEffect: Bool { effectEnd > 0 }

    /// The text of the statements that ran, and of those that did not.
    var effectAndRest: (effect: String, rest: String) {
        let bytes = Array(source.utf8)
        func text(_ part: ArraySlice<UInt8>) -> String { String(decoding: part, as: UTF8.self) }
        var effect = text(bytes[..<effectEnd])[...]
        while let last = effect.last, last.isWhitespace || last == ";" { effect = effect.dropLast() }
        return (String(effect), text(bytes[effectEnd...]).trimmed)
    }
}
