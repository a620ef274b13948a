/// The pages of `?` and `help`.
public enum Help {
    /// The page about a function or a member, by its name as written or without regard to case; nil if there is none.
    public static func text(about name: String) -> String? {
        let all = Library.entries
        var found = all.filter { $0.name == name }
        if found.isEmpty { found = all.filter { $0.name.lowercased() == name.lowercased() } }
        // `?conv` means what begins so, if only one thing does.
        if found.isEmpty {
            let beginning = all.filter { $0.name.lowercased().hasPrefix(name.lowercased()) }
            if Set(beginning.map { $0.name.lowercased() }).count == 1 { found = beginning }
        }
        guard !found.isEmpty else { return nil }
        return found.map(page).joined(separator: "\n\n")
    }

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
    public static func topics() -> String {
        Topic.allCases.map { topic in
            let names = Library.entries(in: .topic(topic)).map(\.name)
            return names.isEmpty ? "" : "\(topic.title)\n    \(names.joined(separator: "  "))"
        }.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// The page of one entry.
    public static func page(_ entry: Entry) -> String {
        var parts = [entry.signature, entry.summary]
        if !entry.text.isEmpty { parts.append(entry.text) }
        let rows = entry.parameters.filter { !$0.summary.isEmpty }
        if !rows.isEmpty {
            let width = rows.map(\.name.count).max() ?? 0
            parts.append(
                rows.map { row in
                    "  \(row.name)" + String(repeating: " ", count: width - row.name.count)
                        + "  \(row.summary)"
                }.joined(separator: "\n"))
        }
        let example = entry.example.split(separator: "\n", omittingEmptySubsequences: false)
        parts.append("Example\n" + example.map { "    \($0)" }.joined(separator: "\n"))
        switch entry.prints {
        case .text(let text):
            let printed = text.split(separator: "\n", omittingEmptySubsequences: false)
            parts.append("prints\n" + printed.map { "    \($0)" }.joined(separator: "\n"))
        case .described(let words): parts.append("prints \(words)")
        }
        if !entry.raises.isEmpty {
            parts.append("Errors\n" + entry.raises.map { "  \($0)" }.joined(separator: "\n"))
        }
        if !entry.seeAlso.isEmpty { parts.append("See also: " + entry.seeAlso.joined(separator: ", ")) }
        return parts.joined(separator: "\n\n")
    }
}
