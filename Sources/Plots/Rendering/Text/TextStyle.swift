/// What a terminal, a pipe or a file can show.
public struct TextStyle: Sendable, Equatable {
    /// Which characters there are.
    public enum Characters: Sendable, Equatable {
        /// Letters, digits and signs only.
        case ascii
        /// Braille dots, blocks and box lines as well.
        case unicode
    }

    /// How many colors there are.
    public enum Colors: Sendable, Equatable {
        /// No color: a pipe, `NO_COLOR`, a dumb terminal.
        case none
        /// The sixteen colors of every terminal, as its owner has set them.
        case ansi16
        /// The color cube of xterm.
        case ansi256
        /// Any color.
        case trueColor
    }

    /// Which characters may be used.
    public var characters: Characters
    /// Which colors may be used.
    public var colors: Colors

    /// A style; by default what a pipe can carry.
    public init(_ characters: Characters = .unicode, colors: Colors = .none) {
        self.characters = characters
        self.colors = colors
    }

    /// Unicode without color.
    public static let plain = TextStyle()
}
