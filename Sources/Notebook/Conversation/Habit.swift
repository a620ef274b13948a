/// What people type out of habit from other prompts, and what they mean by it here.
enum Habit {
    /// The input that is meant, or nil if the text means what it says.
    ///
    /// - Parameter isBound: whether the session has bound a name; such a name is the learner's own.
    static func meaning(of text: String, isBound: (String) -> Bool) -> Input? {
        let words = text.trimmed
        switch words {
        case "exit", "quit", "help":
            guard !isBound(words) else { return nil }
            return .command(words == "help" ? "help" : "quit", rest: "")
        case "exit()", "quit()":
            return isBound(String(words.dropLast(2))) ? nil : .command("quit", rest: "")
        default:
            return isBound("help") ? nil : helpCall(words)
        }
    }

    /// `help(train)` asks as `?train` does: its answer is no output of a cell, and is set for the window.
    private static func helpCall(_ text: String) -> Input? {
        guard text.hasPrefix("help("), text.hasSuffix(")") else { return nil }
        let topic = String(text.dropFirst(5).dropLast()).trimmed
        let name = topic.hasPrefix("\"") && topic.hasSuffix("\"") ? topic.dropFirst().dropLast() : topic[...]
        let isName = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
        return isName ? .question(String(name)) : nil
    }
}
