/// `Documentation/Reference.md`, written from the entries.
public enum ReferencePage {
    /// The page as Markdown.
    public static func text() -> String {
        var lines = [
            "# Reference", "",
            "Every function that a script can call. This page is written by the program from its own entries; `?name` at "
                + "the prompt shows the same.",
            "", "Where a Tensor is wanted, a number or a list of numbers will do. `x.f(y)` is `f(x, y)`.", "",
        ]
        let sections = Section.all.map { ($0, Library.entries(in: $0)) }
        for (section, _) in sections { lines.append("- [\(heading(section))](#\(anchor(heading(section))))") }
        for (section, entries) in sections {
            lines += ["", "## \(heading(section))"]
            if case .members(let kind) = section {
                lines += ["", kind.summary]
                let makers = kind.makers.map { "`\($0)`" }
                if !makers.isEmpty { lines += ["", "Made by " + makers.joined(separator: ", ") + "."] }
            }
            for entry in entries { lines += [""] + part(entry) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Kinds stand behind the topics, and some go by the same word.
    private static func heading(_ section: Section) -> String {
        if case .members(let kind) = section { "Values: \(kind.name)" } else { section.title }
    }

    private static func part(_ entry: Entry) -> [String] {
        var lines = ["### \(entry.title)", "", "```", entry.signature, "```", "", entry.summary]
        if !entry.text.isEmpty { lines += ["", entry.text] }
        let parameters = entry.explainedParameters
        if !parameters.isEmpty { lines += [""] + parameters.map { "- `\($0.name)`: \($0.meaning)" } }
        lines += ["", "```swift", entry.example, "```"]
        switch entry.prints {
        case .text(let text): lines += ["", "```", text, "```"]
        case .described(let words): lines += ["", "prints \(words)."]
        }
        if !entry.raises.isEmpty { lines += ["", "Errors: " + entry.raises.joined(separator: " ")] }
        if !entry.seeAlso.isEmpty {
            lines += ["", "See also " + entry.seeAlso.map { "`\($0)`" }.joined(separator: ", ") + "."]
        }
        return lines
    }

    private static func anchor(_ title: String) -> String {
        String(title.lowercased().compactMap { $0.isLetter || $0.isNumber ? $0 : $0 == " " ? "-" : nil })
    }
}
