/// A color of text.
///
/// A terminal of sixteen colors shows its own, whose owner has chosen what can be read. Where there are 256, a fixed
/// one is used that can be read on a dark and on a light ground, which the usual yellow and cyan cannot.
public struct TextColor: Sendable {
    private let own: Int
    /// Its number in the palette of 256.
    public let fixed: Int

    /// For what went wrong.
    public static let red = TextColor(own: 31, fixed: 160)
    /// For strings.
    public static let green = TextColor(own: 32, fixed: 29)
    /// For numbers and warnings.
    public static let yellow = TextColor(own: 33, fixed: 136)
    /// For formulas.
    public static let magenta = TextColor(own: 35, fixed: 133)
    /// For code, headings and the prompt.
    public static let cyan = TextColor(own: 36, fixed: 31)

    /// All of them.
    public static let all = [red, green, yellow, magenta, cyan]

    /// The parameters of the escape sequence that turns it on.
    func parameters(_ depth: ColorDepth) -> [Int] { depth >= .ansi256 ? [38, 5, fixed] : [own] }
}
