extension StringProtocol {
    /// The text with spaces on its right up to a display width.
    public func padded(to width: Int) -> String { String(self) + spaces(width - displayWidth(self)) }

    /// The text with spaces on its left up to a display width.
    public func padded(leftTo width: Int) -> String { spaces(width - displayWidth(self)) + String(self) }

    /// The text, cut at a display width with an ellipsis in the last column.
    public func shortened(to width: Int) -> String {
        guard displayWidth(self) > width else { return String(self) }
        var (text, taken) = ("", 0)
        for character in self {
            taken += displayWidth(character)
            if taken > width - 1 { break }
            text.append(character)
        }
        return text + "…"
    }

    /// The text without the spaces at its end.
    public var withoutTrailingSpaces: String {
        var rest = self[...]
        while rest.last == " " { rest = rest.dropLast() }
        return String(rest)
    }
}

/// So many spaces; none for a negative number.
public func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
