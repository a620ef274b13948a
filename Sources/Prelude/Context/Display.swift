import Plots

/// Who is shown a training while it runs: a terminal that redraws a live view, a pipe that gets a line now and
/// then, or nobody.
public protocol Display: AnyObject {
    /// Whether pictures are wanted. They are made only then, at most ten times a second.
    var wantsFrames: Bool { get }
    /// Whether a plain line now and then is wanted.
    var wantsLines: Bool { get }
    /// Whether the next step is to be shown whatever the time, as when the person steps through.
    var isStepping: Bool { get }

    /// Shows a frame in the place of the one before. It may hold the training up while the person pauses it.
    func show(_ frame: TrainingFrame)
    /// Shows a line.
    func show(line: String)
    /// Other text is about to be written: what was shown stays, and the next frame is drawn below that text.
    func makeRoom()
    /// The training is over; what was shown last stays.
    func finish()
}

extension Display {
    /// Never unless a display says otherwise.
    public var isStepping: Bool { false }
    /// Nothing, unless a display draws over what it has drawn.
    public func makeRoom() {}
}

/// One picture of a training.
public struct TrainingFrame: Sendable {
    /// What is trained on what: "G against D on ring of 8 modes".
    public let title: String
    /// The step, counted from 1, and how many there will be.
    public let step: Int, steps: Int
    /// Real and generated samples over the discriminator's verdict, and the losses.
    public let figure: Figure
    /// Numbers in words, a line each: losses, accuracy or gap, steps a second, time left.
    public let lines: [String]
}

/// Shows nothing.
public final class NoDisplay: Display {
    /// Nobody looks.
    public init() {}

    /// No.
    public var wantsFrames: Bool { false }
    /// No.
    public var wantsLines: Bool { false }
    /// Drops the frame.
    public func show(_ frame: TrainingFrame) {}
    /// Drops the line.
    public func show(line: String) {}
    /// Nothing to finish.
    public func finish() {}
}
