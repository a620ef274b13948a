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
    /// Its text and where it comes from.
    public var source: CellSource { cell.source }
    /// What it printed, up to a limit.
    public internal(set) var output = ""
    /// The value of its last expression.
    public internal(set) var result: Value?
    /// How it ended.
    public internal(set) var outcome = Outcome.done
    /// How long it took.
    public internal(set) var seconds = 0.0
    /// How many of its statements ran to their end.
    var statementsDone = 0
    /// Whether random numbers were drawn that the session took back, since the cell failed or was stopped.
    var drewInVain = false

    private let cell: ParsedCell

    init(number: Int, _ cell: ParsedCell) {
        self.number = number
        self.cell = cell
    }

    /// Its statements.
    var program: Program { cell.parsed.program }

    /// What the parser had to say without stopping it.
    public var warnings: [Diagnostic] { cell.parsed.warnings }

    /// The names that its statements bind.
    var boundNames: [String] { cell.boundNames }

    /// Whether every statement ran.
    public var isDone: Bool { if case .done = outcome { true } else { false } }

    /// Whether it ran, to its end or in part: what ran keeps its effect, and stands in the session's script.
    public var hasRun: Bool { isDone || statementsDone > 0 }

    /// The text of the statements that ran, and of those that did not.
    var effectAndRest: (effect: String, rest: String) {
        let bytes = Array(source.text.utf8)
        func text(_ part: ArraySlice<UInt8>) -> String { String(decoding: part, as: UTF8.self) }
        let spans = program.statementSpans
        var end = statementsDone < spans.count ? spans[statementsDone].start : bytes.count
        if statementsDone == 0 { end = 0 }
        var effect = text(bytes[..<end])[...]
        while let last = effect.last, last.isWhitespace || last == ";" { effect = effect.dropLast() }
        return (String(effect), text(bytes[end...]).trimmed)
    }
}
