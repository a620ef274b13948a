/// How many colors a terminal has.
public enum ColorDepth: Int, Sendable, Comparable {
    /// None, and no escape sequences at all: a pipe, `NO_COLOR`, a dumb terminal.
    case none = 0
    /// The sixteen of every terminal, as its owner has set them.
    case ansi16 = 16
    /// The fixed palette of 256: a cube of colors and a row of grays.
    case ansi256 = 256
    /// Any.
    case trueColor = 16_777_216

    /// Fewer before more.
    public static func < (left: ColorDepth, right: ColorDepth) -> Bool { left.rawValue < right.rawValue }
}
