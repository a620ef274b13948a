/// Who reads a text, and so which of its characters would mean something else than themselves.
public enum Reader: Sendable, CaseIterable {
    /// A script, between the quotes of a string.
    case script
    /// A terminal or a report: line ends and tabs stay.
    case terminal
    /// One line of a terminal or a report: line ends and tabs are signs too.
    case line
    /// XML and HTML, in a text or in an attribute's quotes.
    case xml
    /// JSON that is written already: only what a reader of the file would obey is left to do.
    case json
    /// The file of typed inputs, which has one line for each.
    case history
}

/// A text with everything that its reader would obey instead of show written so that it is shown.
///
/// For a terminal, a line and XML this is done once for all: their signs are no characters that would be escaped again.
public func escaped(_ text: some StringProtocol, for reader: Reader) -> String {
    var text = String(text)
    guard text.withUTF8({ $0.contains { mayMatter($0, to: reader) } }) else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
        let scalar = scalars[index]
        index = scalars.index(after: index)
        // The line end of Windows is a line end.
        if scalar == "\r", reader.keepsLines, index < scalars.endIndex, scalars[index] == "\n" { continue }
        if let sign = sign(of: scalar, for: reader) {
            result += sign
        } else {
            result.unicodeScalars.append(scalar)
        }
    }
    return result
}

extension Unicode.Scalar {
    /// Whether a terminal or a page would obey it: controls, line ends among them, and the marks that turn the
    /// direction of writing.
    public var isObeyed: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

extension Reader {
    fileprivate var keepsLines: Bool { self == .terminal || self == .xml }
}

/// What stands for a character; nil for the character itself.
private func sign(of scalar: Unicode.Scalar, for reader: Reader) -> String? {
    switch (reader, scalar) {
    case (.script, "\""): "\\\""
    case (.script, "\\"), (.history, "\\"): "\\\\"
    case (.script, "\n"), (.history, "\n"): "\\n"
    case (.script, "\t"): "\\t"
    case (.script, "\r"): "\\r"
    case (.script, "\0"): "\\0"
    case (.terminal, "\n"), (.terminal, "\t"), (.xml, "\n"), (.xml, "\t"), (.json, "\n"), (.json, "\t"): nil
    case (.xml, "&"): "&amp;"
    case (.xml, "<"): "&lt;"
    case (.xml, ">"): "&gt;"
    case (.xml, "\""): "&quot;"
    case (.xml, "\u{FFFE}"), (.xml, "\u{FFFF}"): "\u{FFFD}"
    case (.history, _): nil
    case (.script, _): scalar.isObeyed ? inBraces(scalar) : nil
    case (.json, _): scalar.isObeyed ? inFourDigits(scalar) : nil
    case (.terminal, _), (.line, _), (.xml, _): scalar.isObeyed ? picture(scalar) : nil
    }
}

/// The picture that Unicode has of an old control character, ␛, or the character as a script would write it.
private func picture(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? inBraces(scalar)
    case 0x7F: "␡"
    default: inBraces(scalar)
    }
}

private func inBraces(_ scalar: Unicode.Scalar) -> String { "\\u{\(String(scalar.value, radix: 16))}" }

private func inFourDigits(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
}

/// Whether a byte can belong to a character that is escaped: most texts have none, and are given back as they are.
private func mayMatter(_ byte: UInt8, to reader: Reader) -> Bool {
    switch byte {
    case 0x0A, 0x09: !reader.keepsLines
    case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF: true
    case UInt8(ascii: "\\"): reader == .script || reader == .history
    case UInt8(ascii: "\""): reader == .script || reader == .xml
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"): reader == .xml
    default: false
    }
}
