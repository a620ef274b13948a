/// The marks that a run of text carries in a terminal.
struct Ink: OptionSet, Sendable, Hashable {
    let rawValue: Int

    static let bold = Ink(rawValue: 1)
    static let italic = Ink(rawValue: 2)
    static let underlined = Ink(rawValue: 4)
    static let struck = Ink(rawValue: 8)
    static let faint = Ink(rawValue: 16)
    /// Code inside prose.
    static let code = Ink(rawValue: 32)
    /// A formula inside prose.
    static let formula = Ink(rawValue: 64)
    static let heading = Ink(rawValue: 128)
    static let link = Ink(rawValue: 256)
    static let warning = Ink(rawValue: 512)

    /// The parameters of the escape sequence that turns these marks on.
    func escapeParameters(_ colors: Appearance.Colors) -> [String] {
        var codes: [String] = []
        if contains(.bold) || contains(.heading) { codes.append("1") }
        if contains(.faint) { codes.append("2") }
        if contains(.italic) { codes.append("3") }
        if contains(.underlined) || contains(.link) { codes.append("4") }
        if contains(.struck) { codes.append("9") }
        if contains(.code) || contains(.heading) { codes.append(TextColor.cyan.code(colors)) }
        if contains(.formula) { codes.append(TextColor.magenta.code(colors)) }
        if contains(.warning) { codes.append(TextColor.red.code(colors)) }
        return codes
    }

    /// The text with these marks as escape sequences, where there are any.
    func paint(_ text: String, _ colors: Appearance.Colors) -> String {
        let codes = escapeParameters(colors)
        guard colors > .none, !codes.isEmpty, !text.isEmpty else { return text }
        return "\u{1B}[\(codes.joined(separator: ";"))m\(text)\u{1B}[0m"
    }
}
