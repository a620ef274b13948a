import Text

/// What a terminal, a pipe or a file can show.
public struct TextStyle: Sendable, Equatable {
    /// Which characters there are.
    public enum Characters: Sendable, Equatable {
        /// Letters, digits and signs only.
        case ascii
        /// Braille dots, blocks and box lines as well.
        case unicode
    }

    /// Which characters may be used.
    public var characters: Characters
    /// Which colors may be used.
    public var colors: ColorDepth

    /// A style; by default what a pipe can carry.
    public init(_ characters: Characters = .unicode, colors: ColorDepth = .none) {
        self.characters = characters
        self.colors = colors
    }

    /// Unicode without color.
    public static let plain = TextStyle()
}
