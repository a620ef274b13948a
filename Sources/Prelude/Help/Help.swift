import Text

/// The pages of `?` and `help`.
public enum Help {
    /// The functions that a learner meets first, in about that order.
    public static let everyday = [
        "print", "tensor", "randn", "zeros", "ones", "sum", "mean", "max", "min", "square", "sqrt", "exp",
        "log", "abs",
        "reshape", "concatenate", "relu", "sigmoid", "gradient", "variable", "detach", "ring", "mnist",
        "noise",
        "Sequential", "Dense", "Adam", "GAN", "train", "scatter", "line", "histogram", "heatmap", "images",
        "save",
    ]

    /// All functions by topic.
    static func topics() -> String {
        Topic.allCases.map { topic in
            let names = Library.entries(in: .topic(topic)).map(\.name)
            return names.isEmpty ? "" : "\(topic.title)\n    \(names.joined(separator: "  "))"
        }.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// The functions on a topic, each with what it does.
    static func list(_ topic: Topic) -> String {
        topic.title + "\n" + rows(Library.entries(in: .topic(topic)).map { ($0.name, $0.summary) })
    }

    /// The page of a kind of values: what it is, what makes it, and its members.
    static func page(_ kind: ValueKind) -> String {
        var parts = [kind.name, kind.summary]
        let makers = kind.makers
        if !makers.isEmpty { parts.append("Made by " + makers.joined(separator: ", ") + ".") }
        let members = Library.entries(in: .members(of: kind))
        if !members.isEmpty {
            parts.append(
                "Members\n" + rows(members.map { ("." + $0.name + ($0.isCalled ? "(…)" : ""), $0.summary) }))
        }
        return parts.joined(separator: "\n\n")
    }

    /// The page of a word of the language.
    static func page(_ word: LanguageWord) -> String {
        let title = word.words.joined(separator: "  ")
        return [
            title, word.summary, "Example\n" + indented(word.example), "prints\n" + indented(word.prints),
        ]
        .joined(separator: "\n\n")
    }

    /// Names with a sentence each, which is cut where a line of 80 columns ends.
    static func rows(_ rows: [(name: String, summary: String)]) -> String {
        let column = (rows.map { displayWidth($0.name) }.max() ?? 0) + 2
        return rows.map { name, summary in
            ("  " + name.padded(to: column) + summary).shortened(to: 80)
        }.joined(separator: "\n")
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
            .joined(separator: "\n")
    }

    /// The page of one entry.
    static func page(_ entry: Entry) -> String {
        var parts = [entry.signature, entry.summary]
        if !entry.text.isEmpty { parts.append(entry.text) }
        let parameters = entry.explainedParameters
        if !parameters.isEmpty {
            let column = (parameters.map { displayWidth($0.name) }.max() ?? 0) + 2
            parts.append(
                parameters.map { "  \($0.name.padded(to: column))\($0.meaning)" }.joined(separator: "\n"))
        }
        parts.append("Example\n" + indented(entry.example))
        switch entry.prints {
        case .text(let text): parts.append("prints\n" + indented(text))
        case .described(let words): parts.append("prints \(words)")
        }
        if !entry.raises.isEmpty {
            parts.append("Errors\n" + entry.raises.map { "  \($0)" }.joined(separator: "\n"))
        }
        if !entry.seeAlso.isEmpty { parts.append("See also: " + entry.seeAlso.joined(separator: ", ")) }
        return parts.joined(separator: "\n\n")
    }
}
