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
        let sections = Topic.allCases.map { topic in
            (topic, (Prelude.entries + Prelude.members).filter { $0.topic == topic })
        }.filter { !$0.1.isEmpty }
        for (topic, _) in sections { lines.append("- [\(topic.title)](#\(anchor(topic.title)))") }
        for (topic, entries) in sections {
            lines += ["", "## \(topic.title)"]
            for entry in entries { lines += [""] + section(entry) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func section(_ entry: Entry) -> [String] {
        let title = entry.owner.map { "\($0).\(entry.name)" } ?? entry.name
        var lines = ["### \(title)", "", "```", entry.signature, "```", "", entry.summary]
        if !entry.text.isEmpty { lines += ["", entry.text] }
        let taken = entry.owner == nil ? entry.parameters[...] : entry.parameters.dropFirst()
        let rows = taken.filter { !$0.summary.isEmpty }
        if !rows.isEmpty { lines += [""] + rows.map { "- `\($0.name)`: \($0.summary)" } }
        lines += ["", "```swift", entry.example, "```"]
        if !entry.prints.isEmpty { lines += ["", "```", entry.prints, "```"] }
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
