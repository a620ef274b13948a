/// A color of text.
///
/// A terminal of sixteen colors shows its own, whose owner has chosen what can be read. Where there are 256, a fixed
/// one is used that can be read on a dark and on a light ground, which the usual yellow and cyan cannot.
struct TextColor: Sendable {
    private let own: Int
    private let fixed: Int

    static let red = TextColor(own: 31, fixed: 160)
    static let green = TextColor(own: 32, fixed: 29)
    static let yellow = TextColor(own: 33, fixed: 136)
    static let magenta = TextColor(own: 35, fixed: 133)
    static let cyan = TextColor(own: 36, fixed: 31)

    static let all = [red, green, yellow, magenta, cyan]

    /// The parameter of the escape sequence that turns it on.
    func code(_ colors: Appearance.Colors) -> String {
        colors >= .palette ? "38;5;\(fixed)" : "\(own)"
    }
}

extension Appearance {
    /// The escape sequences before and after a prompt; empty without colors.
    public var promptMarks: (start: String, end: String) {
        hasColors ? ("\u{1B}[1;\(TextColor.cyan.code(colors))m", "\u{1B}[0m") : ("", "")
    }
}
