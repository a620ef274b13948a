/// What a terminal, a pipe or a file can show.
public struct TextStyle: Sendable, Equatable {
    /// Which characters there are.
    public enum Characters: Sendable, Equatable {
        /// Letters, digits and signs only.
        case ascii
        /// Braille dots, blocks and box lines as well.
        case unicode
    }

    /// How many colours there are.
    public enum Colors: Sendable, Equatable {
        /// No colour: a pipe, `NO_COLOR`, a dumb terminal.
        case none
        /// The sixteen colours of every terminal, as its owner has set them.
        case ansi16
        /// The colour cube of xterm.
        case ansi256
        /// Any colour.
        case trueColor
    }

    /// Which characters may be used.
    public var characters: Characters
    /// Which colours may be used.
    public var colors: Colors

    /// A style; by default what a pipe can carry.
    public init(_ characters: Characters = .unicode, colors: Colors = .none) {
        self.characters = characters
        self.colors = colors
    }

    /// Unicode without colour.
    public static let plain = TextStyle()
}
