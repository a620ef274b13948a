/// The sequences of a terminal that Duel writes. Their first character stands in no other file.
extension TerminalText {
    /// Hides the cursor.
    public static let hideCursor = sequence("?25l")
    /// Shows the cursor.
    public static let showCursor = sequence("?25h")
    /// Clears what stands behind the cursor on its line.
    public static let clearRestOfLine = sequence("K")
    /// Clears what stands behind the cursor and below.
    public static let clearBelow = sequence("J")
    /// Clears the window; the cursor is then in its upper left corner.
    public static let clearScreen = sequence("H") + sequence("2J")
    /// Terminals that know this and `endFrame` show what is between them at once; others ignore them.
    public static let beginFrame = sequence("?2026h")
    /// Ends a frame.
    public static let endFrame = sequence("?2026l")
    /// Moves the cursor to the beginning of its line.
    public static let lineStart = TerminalText(own: "\r")

    /// Moves the cursor up.
    public static func up(_ lines: Int) -> TerminalText { sequence("\(lines)A") }

    /// Turns marks and colors on, by the numbers that ECMA-48 has for them; 0 turns all off.
    public mutating func turnOn(_ parameters: [Int]) {
        append(own: "\u{1B}[")
        for (index, parameter) in parameters.enumerated() {
            if index > 0 { append(own: ";") }
            append(own: String(parameter))
        }
        append(own: "m")
    }

    /// The text for readline's prompt, which leaves what stands between its two marks out of its count of columns.
    public var readlinePrompt: String {
        var prompt = ""
        var isSequence = false
        for scalar in string.unicodeScalars {
            if scalar == "\u{1B}" {
                prompt += "\u{1}"
                isSequence = true
            }
            prompt.unicodeScalars.append(scalar)
            if isSequence, scalar.properties.isAlphabetic {
                prompt += "\u{2}"
                isSequence = false
            }
        }
        return prompt
    }

    private static func sequence(_ code: String) -> TerminalText { TerminalText(own: "\u{1B}[" + code) }
}
