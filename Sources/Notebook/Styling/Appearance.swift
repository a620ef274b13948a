import Text

/// What a terminal, or whatever stands in for one, can show.
public struct Appearance: Sendable, Equatable {
    /// The columns there are.
    public var width: Int
    /// The lines there are.
    public var height: Int
    /// How many colors there are.
    public var colors: ColorDepth
    /// Whether signs beyond ASCII can be shown.
    public var hasUnicode: Bool

    /// What is shown where nothing is known: 80 columns of text without colors.
    public init(width: Int = 80, height: Int = 24, colors: ColorDepth = .none, hasUnicode: Bool = true) {
        self.width = width
        self.height = height
        self.colors = colors
        self.hasUnicode = hasUnicode
    }

    /// Whether text may carry escape sequences for color and weight.
    public var hasColors: Bool { colors > .none }

    /// What the environment says of a terminal: `NO_COLOR`, `TERM`, `COLORTERM`, and the locale.
    ///
    /// - Parameters:
    ///   - environment: the value of an environment variable.
    ///   - isTerminal: whether output goes to one.
    ///   - allowsColor: false after `--no-color`.
    public static func detect(
        environment: (String) -> String?, isTerminal: Bool, allowsColor: Bool = true, width: Int = 80,
        height: Int = 24
    ) -> Appearance {
        let terminal = environment("TERM") ?? ""
        let isPlain = !isTerminal || terminal.isEmpty || terminal == "dumb"
        let refuses = environment("NO_COLOR").map { !$0.isEmpty } ?? false
        var colors = ColorDepth.none
        if !isPlain, !refuses, allowsColor {
            let direct = environment("COLORTERM") ?? ""
            let isDirect = direct == "truecolor" || direct == "24bit" || terminal.hasSuffix("-direct")
            colors = isDirect ? .trueColor : terminal.contains("256") ? .ansi256 : .ansi16
        }
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty } ?? ""
        let names = locale.lowercased()
        // A pipe gets Unicode whatever the locale: files are read elsewhere, as UTF-8.
        let hasUnicode = !isTerminal || names.contains("utf-8") || names.contains("utf8")
        return Appearance(width: width, height: height, colors: colors, hasUnicode: hasUnicode)
    }
}
