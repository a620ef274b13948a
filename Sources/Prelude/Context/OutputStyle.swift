import Plots

/// What the output of a run can show.
public struct OutputStyle: Sendable, Equatable {
    /// How many columns a figure may take.
    public var width: Int
    /// Which characters and colors there are.
    public var style: Plots.TextStyle

    /// By default what a pipe can carry.
    public init(width: Int = 80, style: Plots.TextStyle = .plain) {
        self.width = width
        self.style = style
    }
}
