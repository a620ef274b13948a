/// What was typed at the prompt, by its first character; code has been read already.
public enum TypedInput {
    /// Nothing: in a lesson, the next page is wanted.
    case blank
    /// `:name rest`
    case command(String, rest: String)
    /// `?topic`
    case question(String)
    /// Code to run.
    case cell(ParsedCell)

    /// Whether it only breaks off, so that the prompt should ask for more lines.
    public var isIncomplete: Bool {
        if case .cell(let cell) = self { cell.isIncomplete } else { false }
    }

    /// What a text means by its first character; nil for code.
    init?(marked text: String) {
        let body = text.trimmed
        switch body.first {
        case nil: self = .blank
        case ":":
            let words = body.dropFirst().split(maxSplits: 1, whereSeparator: \.isWhitespace)
            let rest = words.count > 1 ? String(words[1]).trimmed : ""
            self = .command(String(words.first ?? ""), rest: rest)
        case "?": self = .question(String(body.drop { $0 == "?" }).trimmed)
        default: return nil
        }
    }

    /// What people type at other prompts where a colon or a question mark is wanted here; nil for anything else.
    ///
    /// - Parameter isBound: whether the session has bound a name; such a name is the learner's own.
    init?(unmarked text: String, isBound: (String) -> Bool) {
        let words = text.trimmed
        switch words {
        case "exit", "quit", "exit()", "quit()":
            guard !isBound(String(words.prefix(4))) else { return nil }
            self = .command("quit", rest: "")
        case "help":
            guard !isBound(words) else { return nil }
            self = .command("help", rest: "")
        default:
            guard let topic = Self.topic(ofHelpCall: words), !isBound("help") else { return nil }
            self = .question(topic)
        }
    }

    /// `help(train)` asks as `?train` does: its answer is no output of a cell, and is set for the window.
    private static func topic(ofHelpCall text: String) -> String? {
        guard text.hasPrefix("help("), text.hasSuffix(")") else { return nil }
        let topic = String(text.dropFirst(5).dropLast()).trimmed
        let name = topic.hasPrefix("\"") && topic.hasSuffix("\"") ? topic.dropFirst().dropLast() : topic[...]
        return name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } ? String(name) : nil
    }
}
