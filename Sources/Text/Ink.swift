/// The marks that a stretch of text carries in a terminal.
public struct Ink: OptionSet, Sendable, Hashable {
    /// One bit for each mark.
    public let rawValue: Int

    /// The marks whose bits are set.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Heavier letters; keywords are.
    public static let bold = Ink(rawValue: 1 << 0)
    /// Slanted letters.
    public static let italic = Ink(rawValue: 1 << 1)
    /// A line below.
    public static let underlined = Ink(rawValue: 1 << 2)
    /// A line through.
    public static let struck = Ink(rawValue: 1 << 3)
    /// What stands back: comments, rules, hints.
    public static let faint = Ink(rawValue: 1 << 4)
    /// Code inside prose.
    public static let code = Ink(rawValue: 1 << 5)
    /// A formula inside prose.
    public static let formula = Ink(rawValue: 1 << 6)
    /// A heading.
    public static let heading = Ink(rawValue: 1 << 7)
    /// A link.
    public static let link = Ink(rawValue: 1 << 8)
    /// A string in code.
    public static let string = Ink(rawValue: 1 << 9)
    /// A number in code.
    public static let number = Ink(rawValue: 1 << 10)
    /// What an error is about.
    public static let error = Ink(rawValue: 1 << 11)
    /// What a warning is about.
    public static let warning = Ink(rawValue: 1 << 12)
    /// What stands before an input.
    public static let prompt = Ink(rawValue: 1 << 13)

    /// The text with these marks, where the terminal has any. Line ends carry none, so that lines can be cut apart.
    public func paint(_ text: some StringProtocol, _ depth: ColorDepth) -> TerminalText {
        let parameters = parameters(depth)
        guard depth > .none, !parameters.isEmpty else { return TerminalText(text) }
        var painted = TerminalText()
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if number > 0 { painted += "\n" }
            guard !line.isEmpty else { continue }
            painted.turnOn(parameters)
            painted += TerminalText(line)
            painted.turnOn([0])
        }
        return painted
    }

    /// The parameters of the escape sequence that turns the marks on.
    private func parameters(_ depth: ColorDepth) -> [Int] {
        var parameters: [Int] = []
        if !isDisjoint(with: [.bold, .heading, .error, .warning, .prompt]) { parameters.append(1) }
        if contains(.faint) { parameters.append(2) }
        if contains(.italic) { parameters.append(3) }
        if !isDisjoint(with: [.underlined, .link]) { parameters.append(4) }
        if contains(.struck) { parameters.append(9) }
        let colors: [(marks: Ink, color: TextColor)] = [
            ([.code, .heading, .prompt], .cyan), (.formula, .magenta), (.string, .green),
            ([.number, .warning], .yellow), (.error, .red),
        ]
        for (marks, color) in colors where !isDisjoint(with: marks) { parameters += color.parameters(depth) }
        return parameters
    }
}
