import Prelude
import Text

/// Shows a training where nothing can be redrawn: a plain line every few seconds.
public final class LineDisplay: Display {
    private let send: (TerminalText) -> Void

    /// A display that hands on its lines, each with its line break.
    public init(_ send: @escaping (TerminalText) -> Void) {
        self.send = send
    }

    /// Never: a pipe keeps no pictures.
    public var wantsFrames: Bool { false }
    /// Always.
    public var wantsLines: Bool { true }
    /// Drops the frame.
    public func show(_ frame: TrainingFrame) {}
    /// Hands on the line.
    public func show(line: String) { send("\(line)\n") }
    /// Nothing is left to do.
    public func finish() {}
}
